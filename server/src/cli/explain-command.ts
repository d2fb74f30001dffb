/** `history-notes explain CODE`: what a rule looks for and why, with examples. */
import { rulePage } from '../features/diagnostics';
import { type Rule, type RuleCode, type RuleExample, ruleCodes, rules } from '../rules/index';
import { Failure, print } from './output';

/** Codes that are not judged in notes. */
const elsewhere: Partial<Record<RuleCode, string>> = {
  pack: 'A fault in a pack, at its place in the pack’s file; what is sound in the pack is used all the same.',
};

/** Without a code, all of them in a line each. */
export async function explainCommand(code: string | undefined): Promise<number> {
  if (code === undefined) {
    const width = Math.max(...ruleCodes.map((each) => each.length));
    await print(
      known()
        .map((each) => `${each.padEnd(width)}  ${summaryOf(each)}\n`)
        .join(''),
    );
    return 0;
  }
  const found = known().find((each) => each === code);
  if (!found) throw new Failure(`there is no rule “${code}”; "history-notes explain" lists them`);
  const rule = rules.find((each) => each.code === found);
  await print(rule ? explain(rule) : `${found}\n\n${summaryOf(found)}\n`);
  return 0;
}

function known(): RuleCode[] {
  return ruleCodes.filter((code) => rules.some((rule) => rule.code === code) || elsewhere[code]);
}

function summaryOf(code: RuleCode): string {
  return rules.find((rule) => rule.code === code)?.summary ?? elsewhere[code] ?? '';
}

function explain({ code, severity, summary, why, bad, good }: Rule): string {
  const parts = [`${code} (${severity})`, summary, why];
  if (bad.length > 0) parts.push(`Flagged:\n${bad.map(example).join('\n')}`);
  if (good.length > 0) parts.push(`Not flagged:\n${good.map(example).join('\n')}`);
  parts.push(`Silence it with <!-- history-notes-disable-next-line ${code} -->, or set it to "off" in historyNotes.rules.`, rulePage(code));
  return `${parts.join('\n\n')}\n`;
}

function example({ text, fixed, why }: RuleExample): string {
  const lines = [`  ${text.replaceAll('\n', '\n  ')}`];
  if (fixed) lines.push(`    → ${fixed.replaceAll('\n', '\n      ')}`);
  if (why) lines.push(`    (${why})`);
  return lines.join('\n');
}
