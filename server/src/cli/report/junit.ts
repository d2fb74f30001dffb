/** JUnit's XML: a suite for each file, a failed case for each finding that counts. */
import type { Finding } from '../../rules/finding';
import { type Reporter, shownName } from './reporter';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Text for an attribute; what XML 1.0 cannot carry is replaced. */
function xml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\n\t\r]/g, (character) => escapes[character]!);
}

export const junit = (): Reporter => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="history-notes">\n',
  file: ({ file, document, findings }) => {
    const name = xml(shownName(file));
    const failing = findings.filter(counts);
    const cases = findings.map((finding) => {
      const { line, character } = document.positionAt(finding.start);
      const place = `${shownName(file)}:${line + 1}:${character + 1}`;
      const open = `    <testcase classname="${name}" name="${xml(`${finding.code} at ${line + 1}:${character + 1}`)}">`;
      const body = counts(finding)
        ? `<failure type="${finding.severity}" message="${xml(finding.message)}">${xml(place)}</failure>`
        : `<system-out>${xml(`${place}: ${finding.message}`)}</system-out>`;
      return `${open}${body}</testcase>\n`;
    });
    if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="no findings"/>\n`);
    return `  <testsuite name="${name}" tests="${cases.length}" failures="${failing.length}" errors="0">\n${cases.join('')}  </testsuite>\n`;
  },
  end: ({ failures }) => {
    const cases = failures.map(
      (message) => `    <testcase classname="history-notes" name="${xml(message)}"><error message="${xml(message)}"/></testcase>\n`,
    );
    const suite = `  <testsuite name="could not be checked" tests="${cases.length}" failures="0" errors="${cases.length}">\n${cases.join('')}  </testsuite>\n`;
    return `${cases.length > 0 ? suite : ''}</testsuites>\n`;
  },
});

const counts = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';
