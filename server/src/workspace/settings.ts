/** The `historyNotes` section of the settings, whatever a client sends for it. */
import { DATE_STYLES, type FormatStyle } from '../features/format/style';
import type { InlayHintKinds } from '../features/inlay-hints';
import { type RuleCode, ruleCodes, type Severity } from '../rules/finding';

export interface Settings {
  readonly rules: Partial<Record<RuleCode, Severity | 'off'>>;
  readonly ownNames: readonly string[];
  /** Folders that hold packs: relative to each workspace folder, or absolute. */
  readonly packs: readonly string[];
  /** For notes that name no chapter; empty for none. */
  readonly defaultChapter: string;
  /** How long the writer pauses before a word just typed is said to be wrong, in milliseconds; 0 for not at all. */
  readonly typingPause: number;
  /** How long one document may be checked, in seconds. */
  readonly timeLimit: number;
  /** Whether a client that pulls hears of the notes in its folders that are not open. */
  readonly checkWholeWorkspace: boolean;
  /** How the student orders day and month in figures, where the document itself does not show it. */
  readonly dayMonthOrder: 'auto' | 'dmy' | 'mdy';
  readonly inlayHints: InlayHintKinds;
  readonly codeLens: boolean;
  readonly inlineCompletion: boolean;
  readonly format: FormatStyle;
}

export const defaultSettings: Settings = {
  rules: {},
  ownNames: [],
  packs: ['packs', '.history-notes'],
  defaultChapter: '',
  typingPause: 1500,
  timeLimit: 10,
  checkWholeWorkspace: true,
  dayMonthOrder: 'auto',
  inlayHints: { eventDates: true, lifeDates: false },
  codeLens: true,
  inlineCompletion: false,
  format: { alignTimelines: true, sortTimelines: false, dateStyle: 'off' },
};

/** A pause of more than a minute is a slip. */
const LONGEST_PAUSE = 60_000;
/** In seconds. */
const SHORTEST_LIMIT = 0.1;
const LONGEST_LIMIT = 600;

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Takes what is sound, and the default for the rest. */
export function readSettings(value: unknown, fallback: Settings = defaultSettings): Settings {
  if (!isRecord(value)) return fallback;
  const { rules, ownNames, packs, defaultChapter, typingPause, timeLimit, checkWholeWorkspace, dayMonthOrder } = value;
  const { inlayHints, codeLens, inlineCompletion, format } = value;
  return {
    rules: isRecord(rules) ? readRules(rules) : fallback.rules,
    ownNames: strings(ownNames) ?? fallback.ownNames,
    packs: strings(packs) ?? fallback.packs,
    defaultChapter: typeof defaultChapter === 'string' ? defaultChapter.trim() : fallback.defaultChapter,
    dayMonthOrder: dayMonthOrder === 'auto' || dayMonthOrder === 'dmy' || dayMonthOrder === 'mdy' ? dayMonthOrder : fallback.dayMonthOrder,
    checkWholeWorkspace: typeof checkWholeWorkspace === 'boolean' ? checkWholeWorkspace : fallback.checkWholeWorkspace,
    typingPause: typeof typingPause === 'number' && typingPause >= 0 ? Math.min(typingPause, LONGEST_PAUSE) : fallback.typingPause,
    timeLimit: typeof timeLimit === 'number' && timeLimit >= SHORTEST_LIMIT ? Math.min(timeLimit, LONGEST_LIMIT) : fallback.timeLimit,
    inlayHints: flags(inlayHints, fallback.inlayHints),
    codeLens: typeof codeLens === 'boolean' ? codeLens : fallback.codeLens,
    inlineCompletion: typeof inlineCompletion === 'boolean' ? inlineCompletion : fallback.inlineCompletion,
    format: readFormat(format, fallback.format),
  };
}

function readFormat(value: unknown, fallback: FormatStyle): FormatStyle {
  const { alignTimelines, sortTimelines } = fallback;
  const dateStyle = isRecord(value) ? DATE_STYLES.find((style) => style === value.dateStyle) : undefined;
  return { ...flags(value, { alignTimelines, sortTimelines }), dateStyle: dateStyle ?? fallback.dateStyle };
}

/** The fallback with what the value says of each of its flags. */
function flags<T extends Readonly<Record<keyof T, boolean>>>(value: unknown, fallback: T): T {
  if (!isRecord(value)) return fallback;
  const said = Object.keys(fallback).filter((key) => Object.hasOwn(value, key) && typeof value[key] === 'boolean');
  return { ...fallback, ...Object.fromEntries(said.map((key) => [key, value[key]])) };
}

function readRules(rules: Readonly<Record<string, unknown>>): Settings['rules'] {
  const read: Partial<Record<RuleCode, Severity | 'off'>> = {};
  for (const code of ruleCodes) {
    const severity = Object.hasOwn(rules, code) ? rules[code] : undefined;
    if (severities.has(severity)) read[code] = severity as Severity | 'off';
  }
  return read;
}

function strings(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((each): each is string => typeof each === 'string')
    .map((each) => each.trim())
    .filter(Boolean);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
