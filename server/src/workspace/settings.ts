/** The `historyNotes` section of the settings, whatever a client sends for it. */
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
  /** Whether a client that pulls hears of the notes in its folders that are not open. */
  readonly checkWholeWorkspace: boolean;
  /** How the student orders day and month in figures, where the document itself does not show it. */
  readonly dayMonthOrder: 'auto' | 'dmy' | 'mdy';
}

export const defaultSettings: Settings = {
  rules: {},
  ownNames: [],
  packs: ['packs', '.history-notes'],
  defaultChapter: '',
  typingPause: 1500,
  checkWholeWorkspace: true,
  dayMonthOrder: 'auto',
};

/** A pause of more than a minute is a slip. */
const LONGEST_PAUSE = 60_000;

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Takes what is sound, and the default for the rest. */
export function readSettings(value: unknown, fallback: Settings = defaultSettings): Settings {
  if (!isRecord(value)) return fallback;
  const { rules, ownNames, packs, defaultChapter, typingPause, checkWholeWorkspace, dayMonthOrder } = value;
  return {
    rules: isRecord(rules) ? readRules(rules) : fallback.rules,
    ownNames: strings(ownNames) ?? fallback.ownNames,
    packs: strings(packs) ?? fallback.packs,
    defaultChapter: typeof defaultChapter === 'string' ? defaultChapter.trim() : fallback.defaultChapter,
    dayMonthOrder: dayMonthOrder === 'auto' || dayMonthOrder === 'dmy' || dayMonthOrder === 'mdy' ? dayMonthOrder : fallback.dayMonthOrder,
    checkWholeWorkspace: typeof checkWholeWorkspace === 'boolean' ? checkWholeWorkspace : fallback.checkWholeWorkspace,
    typingPause: typeof typingPause === 'number' && typingPause >= 0 ? Math.min(typingPause, LONGEST_PAUSE) : fallback.typingPause,
  };
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
