/** A pack of any size: the same notes are read alike, whatever else it holds. */
import { expect, test } from 'vitest';
import { loadPack } from '../../../server/src/chapter/index';
import { parseNotes } from '../../../server/src/notes/index';
import { createKnowledge, readNotes } from '../../../server/src/reading/index';
import { check } from '../../../server/src/rules/index';
import { applyEdit, wordEdits } from '../../bench/edits';
import { SMALLEST, syntheticEssay, syntheticPacks, WRONG } from '../../bench/synthetic-pack';

test('thirty times as many facts are no reason to find more or less', () => {
  const [small, large] = [1, 30].map((times) =>
    createKnowledge([...syntheticPacks(SMALLEST * times).values()].map((files) => loadPack(files).chapter!)),
  );
  // So many share a deed that not all of them are compared.
  expect(large!.facts.byFeature.get('c:found')!.length).toBeGreaterThan(300);
  let text = syntheticEssay();
  const edits = wordEdits(text);
  for (let i = 0; i < 6; i++) {
    const told = [small!, large!].map((knowledge) =>
      check(readNotes(parseNotes(text), knowledge)).map(({ code, start, end, said }) => ({ code, start, end, said })),
    );
    expect(told[1]).toEqual(told[0]);
    if (i === 0) expect(told[0]).toHaveLength(WRONG);
    text = applyEdit(text, edits.next(text).value);
  }
});
