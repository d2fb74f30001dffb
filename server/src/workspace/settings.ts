/** The `historyNotes` section of the settings, whatever a client sends for it. */
import { type RuleCode, ruleCodes, type Severity } from '../rules/finding';

export interface Settings {
  readonly rules: Partial<Record<RuleCode, Severity | 'off'>>;
  readonly ownNames: readonly string[];
  /** Folders that hold packs: relative to each workspace folder, or absolute. */
  readonly packs: readonly string[];
  /** For notes that name no chapter; empty for none. */
  readonly defaultChapter: string;
}

export const defaultSettings: Settings = { rules: {}, ownNames: [], packs: ['packs', '.history-notes'], defaultChapter: '' };

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Takes what is sound, and the default for the rest. */
export function readSettings(value: unknown, fallback: Settings = defaultSettings): Settings {
  if (!isRecord(value)) return fallback;
  const { rules, ownNames, packs, defaultChapter } = value;
  return {
    rules: isRecord(rules) ? readRules(rules) : fallback.rules,
    ownNames: strings(ownNames) ?? fallback.ownNames,
    packs: strings(packs) ?? fallback.packs,
    defaultChapter: typeof defaultChapter === 'string' ? defaultChapter.trim() : fallback.defaultChapter,
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
