/** Sentences for users: said once in English with the facts apart, written in the user's language where they leave the server. */
import * as l10n from '@vscode/l10n';
import { type DateValue, type DateWords, ENGLISH_DATES, formatDate } from '../time/index';

/** What may stand in a sentence. */
export type Arg =
  | string
  | number
  | Said
  /** "3 April 1922". */
  | { readonly date: DateValue }
  /** "on 3 April 1922", "in April 1922". */
  | { readonly when: DateValue }
  /** "from April 1922". */
  | { readonly from: DateValue }
  /** "until April 1922". */
  | { readonly until: DateValue }
  /** With a capital first letter. */
  | { readonly capital: Arg }
  /** "a, b and c", or with another word or mark between. */
  | { readonly list: readonly Arg[]; readonly join: Joining };

type Joining = 'and' | 'or' | ', ' | '; ' | '';

/** An English sentence, or part of one, with `{names}` where the facts stand. It is its own key in the bundles. */
export interface Said {
  readonly template: string;
  readonly args: Readonly<Record<string, Arg>>;
}

/** A language that the server writes. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** By English template. What it lacks stays English. */
  readonly bundle: Readonly<Record<string, string>>;
  readonly dates: DateWords;
}

export const ENGLISH: Language = { tag: 'en-GB', bundle: {}, dates: ENGLISH_DATES };

export const say = (template: string, args: Readonly<Record<string, Arg>> = {}): Said => ({ template, args });

/** The sentence of a finding or a fault: in English, and as it was said. */
export interface Told {
  readonly message: string;
  readonly said: Said;
}

export function tell(template: string, args: Readonly<Record<string, Arg>> = {}): Told {
  const said = say(template, args);
  return { message: write(said), said };
}

/** In the user's language. */
export function write(arg: Arg, language: Language = ENGLISH): string {
  if (typeof arg === 'string' || typeof arg === 'number') return String(arg);
  if ('template' in arg) {
    const args = Object.fromEntries(Object.entries(arg.args).map(([name, each]) => [name, write(each, language)]));
    // The library knows one bundle at a time, and findings are written in English and in the client's language.
    l10n.config({ contents: language.bundle });
    return l10n.t(arg.template, args);
  }
  if ('list' in arg)
    return join(
      arg.list.map((each) => write(each, language)),
      arg.join,
      language,
    );
  if ('capital' in arg) {
    const text = write(arg.capital, language);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  const { dates } = language;
  const inWords = (value: DateValue, form: DateWords['when']) => form(formatDate(value, dates), value.precision === 'day');
  if ('date' in arg) return formatDate(arg.date, dates);
  if ('when' in arg) return inWords(arg.when, dates.when);
  return 'from' in arg ? inWords(arg.from, dates.from) : inWords(arg.until, dates.until);
}

function join(items: readonly string[], between: Joining, { tag }: Language): string {
  if (between !== 'and' && between !== 'or') return items.join(between);
  return new Intl.ListFormat(tag, { type: between === 'and' ? 'conjunction' : 'disjunction' }).format(items);
}
