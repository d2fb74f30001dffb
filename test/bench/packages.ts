import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjects } from './subjects';

/** The subject's name, and its version where it is a package of others. */
export function nameAndVersion(id: string): string {
  const { name, package: of } = subjects[id]!;
  if (of === undefined) return name;
  const { version } = JSON.parse(readFileSync(join('node_modules', of, 'package.json'), 'utf8')) as { version: string };
  return `${name} ${version}`;
}
