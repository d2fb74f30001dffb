import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor, hoverAt, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

const hover = (text: string) => hoverAt(editor, `${STALIN}${text}`);

describe('hover', () => {
  test('a person: who, life, offices, part in the chapter, where it is treated', async () => {
    const found = await hover('They listened to Ka‸menev.');
    expect(found?.over).toBe('Kamenev');
    expect(found?.text).toMatch(/^\*\*Lev Kamenev\*\* \(1883–1936\)/);
    expect(found?.text).toContain('**In the chapter**\n\n- ');
    expect(found?.text).toContain('Triumvirate');
    expect(found?.text.trimEnd()).toMatch(/\*Stalin's Rise to Power.*\*$/);
  });

  test('where a date stands in the sentence: how old, and in which office', async () => {
    expect((await hover('In May 1924 Sta‸lin kept his post.'))?.text).toMatch(/\*\*May 1924\*\*: 43 or 44 years old; General Secretary/);
    expect((await hover('- 1927 Nov: Trot‸sky is expelled'))?.text).toMatch(/\*\*November 1927\*\*: 47 or 48 years old/);
    expect((await hover('In 1930 Le‸nin was a saint.'))?.text).toMatch(/\*\*1930\*\*: no longer alive \(died 21 January 1924\)/);
    expect((await hover('Sta‸lin kept his post. In May 1924 all was well.'))?.text).not.toContain('years old');
  });

  test('other values that serious books give', async () => {
    expect((await hover('Sta‸lin'))?.text).toMatch(/Birth in other books: .*1878/);
  });

  test('another spelling, a mark, an office mean the same person', async () => {
    for (const text of ['Trot‸skii spoke.', '@[Leon Trot‸sky] spoke.', '@Trot‸sky spoke.', '@[Leon Trotsky|his ri‸val] spoke.'])
      expect((await hover(text))?.text).toMatch(/^\*\*Leon Trotsky\*\*/);
  });

  test('the name of a mark that another wording hides', async () => {
    expect(await hover('The [[Kronstadt Reb‸ellion|sailors’ revolt]] broke out.')).toMatchObject({
      over: 'Kronstadt Rebellion',
      text: expect.stringMatching(/^\*\*Kronstadt Rebellion/),
    });
  });

  test('events, groups, terms and sources', async () => {
    expect((await hover('The Kronstadt Rebel‸lion broke out.'))?.text).toMatch(/^\*\*Kronstadt Rebellion\*\* \(March 1921\)/);
    expect((await hover('The Trium‸virate ruled.'))?.text).toMatch(/\*\*Members.*: .*Stalin.*Zinoviev|\*\*Members.*Zinoviev/);
    const nep = await hover('So the N‸EP came.');
    expect(nep).toMatchObject({ over: 'NEP', text: expect.stringMatching(/^\*\*New Economic Policy\*\* \(policy/) });
    expect((await hover('Thus Service [@service‸2005, p. 210].'))?.text).toMatch(
      /^\*\*Service, Robert\*\* \(2005\) \*Stalin: A Biography\*/,
    );
  });

  test('a date: what the chapter has around then', async () => {
    const found = await hover('It was Jan‸uary 1924.');
    expect(found?.over).toBe('January 1924');
    expect(found?.text).toContain('21 January 1924: Lenin dies');
    expect((await hover('It was Feb‸ruary 1926.'))?.text).toContain('**February 1926**');
    expect(await hover('The railway came in 18‸61.')).toBeNull();
  });

  test('a date whose year stands above shows what it was read as', async () => {
    expect((await hover('- 1922 Apr: Stalin becomes General Secretary\n- De‸c: Lenin writes'))?.text).toMatch(/^\*\*December 1922\*\*/);
  });

  test('the chapter that the front matter names', async () => {
    const found = await hoverAt(editor, '---\nchapter: stalins-‸rise\n---\n');
    expect(found?.text).toMatch(/^\*\*Stalin's Rise to Power/);
    expect(found?.text).toContain('**Key questions**');
  });

  test('nothing on common words, code, HTML and links', async () => {
    for (const text of ['They lis‸tened.', '`Sta‸lin`', '```\nSta‸lin\n```', '<b title="Sta‸lin">x</b>', '<https://example.org/Sta‸lin>'])
      expect(await hover(text)).toBeNull();
  });
});

test('a client without Markdown gets plain text', async () => {
  const plain = await Editor.start({ capabilities: { textDocument: { hover: {} } } });
  const found = await hoverAt(plain, `${STALIN}Kame‸nev`);
  expect(found?.text).toMatch(/^Lev Kamenev \(1883–1936\)/);
  expect(found?.text).not.toMatch(/[*\\]/);
  await plain.stop();
});
