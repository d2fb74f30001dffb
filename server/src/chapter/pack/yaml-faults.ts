/** Says in plain words what the YAML parser complains about; its own messages speak of nodes and implicit keys. */
import type { ErrorCode } from 'yaml';
import { type Said, say } from '../../l10n/said';

const words: Partial<Record<ErrorCode, Said>> = {
  BAD_ALIAS: say('This begins with * or &, which has a special meaning in YAML. Put the value in quotation marks.'),
  BAD_COLLECTION_TYPE: say('This kind of value does not belong here.'),
  BAD_DIRECTIVE: say('A line that begins with % has a special meaning in YAML. Put the value in quotation marks.'),
  BAD_DQ_ESCAPE: say('A backslash has a special meaning inside double quotation marks. Use single quotation marks, or write it twice.'),
  BAD_INDENT: say('The spaces at the start of this line do not fit the lines around it.'),
  BAD_SCALAR_START: say('A value cannot begin with this character. Put the value in quotation marks.'),
  BLOCK_AS_IMPLICIT_KEY: say('This line has a second colon followed by a space. Put the text after the first colon in quotation marks.'),
  BLOCK_IN_FLOW: say('Inside [ ] and { }, lists and keys cannot be written on lines of their own.'),
  KEY_OVER_1024_CHARS: say('A colon is missing here, or this key is far too long.'),
  MISSING_CHAR: say('A quotation mark, bracket, comma or space is missing here.'),
  MULTILINE_IMPLICIT_KEY: say('A colon is missing on this line, or its spaces at the start do not fit the line above.'),
  MULTIPLE_DOCS: say('A pack file holds one document; everything after this --- is left out.'),
  TAB_AS_INDENT: say('Lines must be indented with spaces, not with tabs.'),
  UNEXPECTED_TOKEN: say('This cannot be understood here. Look for a missing quotation mark, colon or bracket just before it.'),
};

export function faultInWords(code: ErrorCode): Said {
  return words[code] ?? say('This is not well-formed YAML. Look for a missing quotation mark, colon or bracket here or just before.');
}
