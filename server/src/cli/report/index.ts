/** The formats of `check`. */
import { github } from './github';
import { json, ndjson } from './json';
import { junit } from './junit';
import { pretty } from './pretty';
import type { Reporter } from './reporter';
import { sarif } from './sarif';

export type { FileReport, Reporter, Summary } from './reporter';

export const formats = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github'] as const;
export type Format = (typeof formats)[number];

export function createReporter(format: Format, { colour }: { readonly colour: boolean }): Reporter {
  switch (format) {
    case 'pretty':
      return pretty(colour);
    case 'json':
      return json();
    case 'ndjson':
      return ndjson();
    case 'sarif':
      return sarif();
    case 'junit':
      return junit();
    case 'github':
      return github();
  }
}
