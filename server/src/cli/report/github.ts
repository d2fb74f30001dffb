/** Workflow commands of GitHub Actions, which show each finding beside its line. */

import { rangeOf } from '../../features/document';
import type { Severity } from '../../rules/finding';
import { type Reporter, shownName } from './reporter';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

export const github = (): Reporter => ({
  begin: () => '',
  file: ({ file, document, findings }) =>
    findings
      .map((finding) => {
        const { start, end } = rangeOf(document, finding);
        const place = [`file=${property(shownName(file))}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
        // GitHub takes columns only within one line.
        if (start.line === end.line) place.push(`col=${start.character + 1}`, `endColumn=${end.character + 1}`);
        return `::${commands[finding.severity]} ${place.join(',')},title=${property(finding.code)}::${data(finding.message)}\n`;
      })
      .join(''),
  end: () => '',
});
