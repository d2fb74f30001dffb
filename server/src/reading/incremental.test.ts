/** Reading again what has changed gives what reading the whole anew gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, edit, edited } from '../../../test/support/edits';
import { essays } from '../../../test/support/essays';
import { loadFolder, packFolders } from '../../../test/unit/packs/packs';
import { parseNotes } from '../notes/index';
import { check } from '../rules/index';
import type { Frame } from './frames';
import { createKnowledge } from './knowledge';
import type { DateClaim, Mention, Reading } from './model';
import { readNotes } from './read';

const knowledge = createKnowledge(packFolders.map((folder) => loadFolder(folder).chapter!));

const onRuleError = (code: string, error: unknown) => {
  throw new Error(`${code} threw`, { cause: error });
};

/** A text of each kind that students write, cut short so that many edits can be tried. */
const texts = [
  ...essays.map(({ text }) => text.replace(/^---[\s\S]*?\n---\n/, '').slice(0, 2500)),
  '# Congresses\n\n- 10th (March 1921): NEP\n- 11th: Apr 1922\n\n## Stalin\n\nGen Sec:\n- from 1922\n- under Lenin\n\n## 1924\n\nLenin dies.\nStalin speaks.\n',
  'Q: When did Lenin die?\nA: January 1924\n\n**Key dates**\n- 1917 Oct: Bolsheviks take power\n- Nov: \n- 1921 Mar: Kronstadt\n\n| Stalin | Trotsky |\n| --- | --- |\n| born 1879 | born 1879 |\n| Gen Sec 1922 | exiled 1929 |\n',
  'On 25.12.1922 he wrote it. Ivan Kamanev baked bread.\n\nKamanev sold it on 5/3/1923.\n\n> Kamanev said so.\n\nZinoviev and Kamenev agreed.\n',
];

describe('a reading that starts from the one before', () => {
  it.each(texts.map((text, index) => [index, text] as const))('equals a new one after any edits of text %i', (_, text) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits: readonly Edit[]) => {
        let now = text;
        let reading = readNotes(parseNotes(now), knowledge);
        check(reading, { onRuleError });
        for (const each of edits) {
          now = edited(now, each);
          const before = reading;
          reading = readNotes(parseNotes(now, before.notes), knowledge, {}, before);
          const anew = readNotes(parseNotes(now), knowledge);

          // Judged first: nothing of the reading may have been placed by then.
          expect(check(reading, { onRuleError, before }), now).toEqual(check(anew, { onRuleError }));
          expect(digest(reading), now).toEqual(digest(anew));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('has a date from above where that now stands, though its heading once stood where the line does now', () => {
    const heading = '## 1923\n\n';
    const states = [
      `One.\n\nTwo.\n\n${heading}Lenin spoke.\n`,
      `One.\n\n${heading}Lenin spoke.\n`,
      `One.\n\n${heading}Lenin spoke out.\n`,
      `Zero and one.\n\n${heading}Lenin spoke out.\n`,
    ];
    const longer = states.reduce<Reading | undefined>((reading, text) => readNotes(parseNotes(text), knowledge, {}, reading), undefined)!;
    const { text } = longer.notes;
    const setting = longer.sentences.at(-1)!.setting!.mention;
    expect(text.slice(setting.start, setting.end)).toBe('1923');
  });

  it.each([
    ['1924\n  - ## Before 1922\n\n- Lenin dies in Jan\n', '1924', '1923', 'a list that goes on below a heading in it'],
    ['# 1924\n\nOne.\n\n> # Two\n\nLenin dies in Jan.\n', '1924', '1923', 'a heading in a quote'],
  ])('reads again what stands below %j where %s is %s: %s', (text, old, other) => {
    const before = readNotes(parseNotes(text), knowledge);
    const now = text.replace(old, other);
    const after = readNotes(parseNotes(now, before.notes), knowledge, {}, before);
    expect(digest(after)).toEqual(digest(readNotes(parseNotes(now), knowledge)));
    expect(after.sentences.at(-1)!.dates.map(({ mention }) => mention.date.value?.edtf)).toEqual([`${other}-01`]);
  });

  it('asks anew how the whole text uses a word', () => {
    const text = 'Kamanev spoke.\n\n# Later\n\nIvan Kamanev baked bread.\n';
    const before = readNotes(parseNotes(text), knowledge);
    const now = text.replace('Ivan', 'Then');
    const after = readNotes(parseNotes(now), knowledge, {}, before);
    expect(check(before)).toEqual([]);
    expect(check(after).map(({ code, start }) => [code, start])).toEqual([
      ['misspelt-name', now.indexOf('Kamanev')],
      ['misspelt-name', now.lastIndexOf('Kamanev')],
    ]);
  });

  it('keeps what does not hang on the change', () => {
    const text = 'Lenin died in 1924.\n\nStalin rose.\n\n# Later\n\nTrotsky was exiled in 1929.\n';
    const before = readNotes(parseNotes(text), knowledge);
    const after = readNotes(parseNotes(text.replace('Lenin died', 'Then Lenin died')), knowledge, {}, before);
    const kept = after.sentences.filter(({ frame }) => before.sentences.some((sentence) => sentence.frame === frame));
    expect(kept.map(({ start, end }) => after.notes.text.slice(start, end))).toEqual([
      'Stalin rose.',
      'Later',
      'Trotsky was exiled in 1929.',
    ]);
  });
});

/** All that a reading says, as data. */
function digest({ mentions, sentences, contents }: Reading): unknown {
  return {
    mentions: mentions.map(mentionDigest),
    sentences: sentences.map((sentence) => ({
      ...sentence,
      tokens: sentence.tokens.length,
      entities: sentence.entities.map(({ facts, offices, ...entity }) => ({
        ...entity,
        facts: facts.map(({ id }) => id),
        offices: offices?.length,
      })),
      clauses: sentence.clauses.map((clause) => ({ ...clause, frame: frameDigest(clause.frame) })),
      frame: frameDigest(sentence.frame),
      dates: sentence.dates.map(claimDigest),
      setting: sentence.setting && claimDigest(sentence.setting),
      above: sentence.above && { ...sentence.above, frame: frameDigest(sentence.above.frame) },
    })),
    contents: contents.map((block) => [block.sentences.length, block.mentions.length, block.dates.length]),
  };
}

const claimDigest = (claim: DateClaim) => ({
  ...claim,
  mention: mentionDigest(claim.mention),
  rangeEnd: claim.rangeEnd && mentionDigest(claim.rangeEnd),
});

const mentionDigest = (mention: Mention) => (mention.kind === 'fact' ? { ...mention, fact: mention.fact.id } : mention);

function frameDigest(frame: Frame): unknown {
  const things = (list: Frame['terms']) => list.map(({ ids, preposition, entity }) => [ids, preposition, entity.from, entity.to]);
  return {
    ...frame,
    people: frame.people.map(({ entity, ...participant }) => ({ ...participant, entity: entity && [entity.from, entity.to] })),
    terms: things(frame.terms),
    events: things(frame.events),
    offices: things(frame.offices),
  };
}
