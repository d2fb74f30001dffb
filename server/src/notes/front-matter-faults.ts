/** What YAML's parser finds wrong in front matter, said for people who never heard of YAML. */

import type { YAMLParseError } from 'yaml';
import { type Said, say, tell } from '../l10n/said';
import type { TextRange } from './model';

export type Fault = TextRange & { readonly message: string; readonly said: Said };

/** One fault for each line that cannot be read, on the line's text. Offsets are those of `yaml`, whose lines end in `\n`. */
export function frontMatterFaults(errors: readonly YAMLParseError[], yaml: string): Fault[] {
  const faults = new Map<number, Fault>();
  for (const error of errors) {
    const place = lineAt(yaml, culprit(error, errors, yaml));
    // What follows on the same line is mostly a consequence.
    if (faults.has(place.start)) continue;
    faults.set(place.start, {
      ...place,
      ...tell('This line of the front matter cannot be read: {reason}.', { reason: reason(error, errors, yaml, place) }),
    });
  }
  return [...faults.values()];
}

/** The text of the line at an offset, or of the nearest line above that has one; never empty. */
function lineAt(yaml: string, offset: number): TextRange {
  let at = Math.min(offset, yaml.length);
  for (;;) {
    const start = yaml.lastIndexOf('\n', at - 1) + 1;
    const next = yaml.indexOf('\n', at);
    const line = yaml.slice(start, next < 0 ? undefined : next);
    const from = start + line.length - line.trimStart().length;
    if (line.trim() !== '') return { start: from, end: from + line.trim().length };
    if (start === 0) return { start: 0, end: 1 };
    at = start - 1;
  }
}

/** Where the mistake was made; the parser names where it noticed. */
function culprit(error: YAMLParseError, errors: readonly YAMLParseError[], yaml: string): number {
  const [at] = error.pos;
  const opening = unclosed(error);
  if (opening) return Math.max(0, yaml.lastIndexOf(opening, at - 1));
  return indentedFurther(error, errors)?.pos[1] ?? at;
}

/** The mark whose other half the parser missed. */
function unclosed({ message }: YAMLParseError): string | null {
  const missing = /^Missing closing (["'])|end with a ([\]}])/.exec(message);
  if (!missing) return null;
  return missing[1] ?? (missing[2] === ']' ? '[' : '{');
}

/** A line that stands deeper than the one above: the parser takes both for one key. */
function indentedFurther(error: YAMLParseError, errors: readonly YAMLParseError[]): YAMLParseError | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' && error.code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const sameKey = (code: YAMLParseError['code']) => errors.find((other) => other.code === code && other.pos[0] === error.pos[0]);
  return sameKey('BLOCK_AS_IMPLICIT_KEY') && sameKey('MULTILINE_IMPLICIT_KEY');
}

const NOT_A_PAIR = say('it is no key with a colon, a space and a value behind it, such as “chapter: my-chapter”');

function reason(error: YAMLParseError, errors: readonly YAMLParseError[], yaml: string, line: TextRange): Said {
  const [at] = error.pos;
  const opening = unclosed(error);
  if (opening)
    return opening === '[' || opening === '{'
      ? say('the bracket “{bracket}” is not closed', { bracket: opening })
      : say('its quotation mark is not closed');
  if (indentedFurther(error, errors)) return say('it stands further to the right than the line above');
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return say('a text with a colon in it needs quotation marks around it');
    case 'BAD_SCALAR_START':
      return needsQuotationMarks(yaml[at]!);
    case 'DUPLICATE_KEY':
      return say('“{key}” is there already', { key: /^[^\s:]+/.exec(yaml.slice(at))?.[0] ?? '' });
    case 'TAB_AS_INDENT':
      return say('it begins with a tab, where only spaces may stand');
    case 'BAD_DQ_ESCAPE':
      return say('between quotation marks a backslash has to be written twice');
    case 'UNEXPECTED_TOKEN': {
      if (at <= line.start) return say('it does not stand as far to the right as the lines above');
      const first = /^(?:-\s+|[^:"'[{]*:\s+)?(\S)/.exec(yaml.slice(line.start, line.end))?.[1] ?? '';
      if (/["'[{]/.test(first))
        return say(
          /["']/.test(first) ? 'the text goes on behind its closing quotation mark' : 'the text goes on behind its closing bracket',
        );
      return /[*&!|>-]/.test(first) ? needsQuotationMarks(first) : NOT_A_PAIR;
    }
    default:
      return NOT_A_PAIR;
  }
}

const needsQuotationMarks = (first: string) => say('a text that begins with “{first}” needs quotation marks around it', { first });
