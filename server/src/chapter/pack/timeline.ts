/** Reads timeline.yaml. */
import { say } from '../../l10n/said';
import type { ChapterEvent } from '../model';
import type { Context } from './context';
import { readFactDate } from './dates';
import { defined } from './defined';
import { factKeys, readCommon } from './facts';
import { limits, type YamlValue } from './yaml-reader';

const eventKeys = [...factKeys, 'when', 'what', 'also', 'where', 'during', 'timeline'];

export function readTimeline(file: YamlValue, context: Context): ChapterEvent[] {
  return file.list().flatMap((item) => readEvent(item, context) ?? []);
}

function readEvent(item: YamlValue, context: Context): ChapterEvent | undefined {
  const map = item.map(say('an event'), eventKeys);
  const common = map && readCommon('event', map, context);
  if (!map || !common) return undefined;
  const when = readFactDate(map.need('when'));
  const what = map.need('what')?.text(limits.text);
  // The rest is read before giving up on the event, so that all its faults are reported at once.
  const also = map.get('also')?.texts(limits.text) ?? [];
  const where = map.get('where')?.text(limits.name);
  const during = context.reference(map.get('during'), ['event']);
  const timeline = map.get('timeline')?.flag() ?? false;
  if (when === undefined || what === undefined) return undefined;
  return defined<ChapterEvent>({
    ...common,
    kind: 'event',
    name: common.name ?? what,
    when,
    lines: [what, ...also.filter((each) => each !== what)],
    where,
    during,
    timeline,
  });
}
