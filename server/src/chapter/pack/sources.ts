/** Reads sources.yaml: the books, articles and documents that the chapter quotes or names. */
import { say } from '../../l10n/said';
import type { Author, Source } from '../model';
import type { Context } from './context';
import { defined } from './defined';
import { factKeys, readCommon } from './facts';
import { limits, type YamlValue } from './yaml-reader';

const sourceKeys = [...factKeys, 'authors', 'year', 'editions', 'title', 'publisher', 'place', 'pages', 'label', 'url'];

export function readSources(file: YamlValue, context: Context): Source[] {
  return file.list().flatMap((item) => readSource(item, context) ?? []);
}

function readSource(item: YamlValue, context: Context): Source | undefined {
  const map = item.map(say('a source'), sourceKeys);
  const common = map && readCommon('source', map, context);
  const title = map?.need('title')?.text(limits.name);
  if (!map || !common || title === undefined) return undefined;
  return defined<Source>({
    ...common,
    kind: 'source',
    name: common.name ?? title,
    authors: (map.get('authors')?.texts(limits.name) ?? []).map(readAuthor),
    year: map.get('year')?.integer(),
    otherYears: map
      .get('editions')
      ?.listOrOne()
      .flatMap((each) => each.integer() ?? []),
    title,
    publisher: map.get('publisher')?.text(limits.name),
    publisherPlace: map.get('place')?.text(limits.name),
    pages: map.get('pages')?.texts(limits.name) ?? [],
    label: map.get('label')?.text(limits.name),
    url: readAddress(map.get('url')),
  });
}

/** An address that a reader may be sent to: of the web, and nothing that runs or reads files. */
function readAddress(value: YamlValue | undefined): string | undefined {
  const text = value?.text(limits.text);
  if (text === undefined || (/^https?:\/\/[^\s/?#]+/i.test(text) && !/\s/.test(text))) return text;
  value?.error(say('“{text}” is no address of a web page; one begins with https:// or http://.', { text }));
  return undefined;
}

/** "Service, Robert", as a bibliography has it; without a comma all of it is the family name. */
function readAuthor(text: string): Author {
  const comma = text.indexOf(',');
  if (comma < 0) return { family: text };
  const given = text.slice(comma + 1).trim();
  return given === '' ? { family: text.slice(0, comma).trim() } : { family: text.slice(0, comma).trim(), given };
}
