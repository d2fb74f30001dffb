/** Reading dates, beside other readers of dates on the same text. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefly, thoroughly } from './measure';
import { nameAndVersion } from './packages';
import { probe } from './probing';
import { subjects } from './subjects';
import type { Cell, Section, Setting, Table } from './table';
import { CHAPTER, joined, readEssays, readText, type Text } from './texts';

const SUBJECTS = ['our-dates', 'chrono', 'compromise', 'microsoft'];

export const dates: Section = {
  name: 'dates',
  title: 'Reading dates',
  async run(setting) {
    const texts: Text[] =
      setting.files.length > 0
        ? setting.files.map(readText)
        : [{ name: 'essays', text: joined(readEssays(), setting.quick ? 2000 : 150_000) }];
    const tables: Table[] = [];
    const times: number[] = [];
    for (const text of texts) {
      const rates = await measureText(text, setting);
      tables.push({
        title: `${text.name} (${text.text.length} characters)`,
        columns: [{ title: '' }, { title: 'throughput', unit: 'MB/s' }, { title: 'dates found' }],
        rows: [...rates].map(([id, { rate, found }]): Cell[] => [nameAndVersion(id), rate, found]),
        notes: ['Microsoft recognizers read one sentence in twenty; what they found is twenty times that.'],
      });
      times.push(rates.get('our-dates')!.rate / rates.get('chrono')!.rate);
    }
    return { tables, figures: { 'dates.times': Math.min(...times) } };
  },
};

async function measureText({ name, text }: Text, { quick, scratch, product, tell }: Setting) {
  const file = join(scratch, 'text');
  writeFileSync(file, text);
  const rates = new Map<string, { rate: number; found: number }>();
  for (const id of SUBJECTS) {
    tell(`dates in ${name}: ${id}`);
    const task = { subject: id, file, packs: join(product, 'content'), chapters: [CHAPTER], edits: false };
    const { warm, first, failure } = await probe({ ...task, budget: quick ? briefly : thoroughly });
    if (!warm) throw new Error(`${id}: ${failure}`);
    rates.set(id, { rate: text.length / (subjects[id]?.share ?? 1) / warm.full.median / 1000, found: first.found });
  }
  return rates;
}
