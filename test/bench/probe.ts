/** Measures one subject on one text, in this process that does nothing else: started by `probing.ts`, it answers with messages. */
import { readFileSync } from 'node:fs';
import { applyEdit, type Edit, wordEdits } from './edits';
import { processorTime, timeOf } from './measure';
import type { FirstResult, ProbeTask, WarmResult } from './probing';
import { subjects } from './subjects';

async function probe({ subject: id, file, packs, chapters, budget, edits }: ProbeTask): Promise<void> {
  const subject = subjects[id];
  if (!subject) throw new Error(`nothing is called ${id}`);
  const text = readFileSync(file, 'utf8');
  const began = { wall: performance.now(), processor: processorTime() };
  const loaded = await subject.load({ packs, chapters });
  const load = { wall: performance.now() - began.wall, processor: processorTime() - began.processor };
  const found = await loaded.check(text);
  tell({ kind: 'first', load, found, memory: process.memoryUsage.rss() } satisfies FirstResult);
  if (!budget) return;

  const full = await timeOf(() => loaded.check(text), budget);
  let edit: WarmResult['edit'] = null;
  if (edits) {
    const checkEdit = (await loaded.open?.(text)) ?? ((_edit, textAfter) => loaded.check(textAfter));
    const source = wordEdits(text);
    let [next, textNow]: [Edit | null, string] = [null, text];
    edit = await timeOf(
      () => checkEdit(next!, textNow),
      budget,
      () => {
        next = source.next(textNow).value;
        textNow = applyEdit(textNow, next);
      },
    );
  }
  tell({ kind: 'warm', full, edit, peakMemory: process.resourceUsage().maxRSS * 1024 } satisfies WarmResult);
}

function tell(result: FirstResult | WarmResult): void {
  process.send!(result);
}

probe(JSON.parse(process.argv[2]!) as ProbeTask).then(
  () => process.disconnect(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
