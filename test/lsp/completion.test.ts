import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-protocol';
import { completeAt, Editor, STALIN } from './editor';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(() => editor.stop());

const complete = (text: string, trigger?: string) => completeAt(editor, `${STALIN}${text}`, trigger);

describe('people', () => {
  test('after @ everybody, the likeliest first', async () => {
    const found = await complete('Lenin fell ill, and @‸', '@');
    expect(found.labels.slice(0, 5)).toContain('Stalin');
    expect(found.choose('Zinoviev')).toBe(`${STALIN}Lenin fell ill, and @Zinoviev`);
    expect(found.item('Trotsky').filterText).toMatch(/^@Trotsky .*Leon Trotsky.*Bronstein/);
  });

  test('@Zin completes Zinoviev, by every alias', async () => {
    expect((await complete('Then @Zin‸ fell.')).choose('Zinoviev')).toBe(`${STALIN}Then @Zinoviev fell.`);
    expect((await complete('Then @Bronst‸')).labels[0]).toMatch(/Bronstein/);
    expect((await complete('Then @zin‸')).labels).toEqual(['Zinoviev']);
  });

  test('a name of several words is written in brackets', async () => {
    const found = await complete('@Leon‸');
    expect(found.choose('Leon Trotsky')).toBe(`${STALIN}@[Leon Trotsky]`);
  });

  test('within brackets, closed or not', async () => {
    expect((await complete('Then @[Leon Tr‸] fell.')).choose('Leon Trotsky')).toBe(`${STALIN}Then @[Leon Trotsky] fell.`);
    expect((await complete('Then @[Leon Tr‸')).choose('Leon Trotsky')).toBe(`${STALIN}Then @[Leon Trotsky]`);
    expect((await complete('Then @[Leon Tr‸|his rival] fell.')).choose('Leon Trotsky')).toBe(
      `${STALIN}Then @[Leon Trotsky|his rival] fell.`,
    );
    expect((await complete('Then @[‸]', '[')).labels).toContain('Zinoviev');
  });

  test('not in addresses, code, HTML and escapes', async () => {
    for (const text of ['me@Zin‸', '`@Zin‸`', '```\n@Zin‸\n```', '\\@Zin‸', '<!-- @Zin‸ -->'])
      expect((await complete(text)).labels).toEqual([]);
  });
});

describe('links', () => {
  test('events, terms and groups, but no people', async () => {
    const found = await complete('The [[‸]]', '[');
    expect(found.labels).toContain('Kronstadt Rebellion');
    expect(found.labels).not.toContain('Stalin');
  });

  test('closes what is open, and keeps what is closed', async () => {
    expect((await complete('The [[Kron‸')).choose('Kronstadt Rebellion')).toBe(`${STALIN}The [[Kronstadt Rebellion]]`);
    expect((await complete('The [[Kron‸]] came.')).choose('Kronstadt Rebellion')).toBe(`${STALIN}The [[Kronstadt Rebellion]] came.`);
    expect((await complete('The [[Kron‸stadt|sailors]] came.')).choose('Kronstadt Rebellion')).toBe(
      `${STALIN}The [[Kronstadt Rebellion|sailors]] came.`,
    );
  });

  test('by an abbreviation', async () => {
    expect((await complete('[[NE‸]]')).labels).toContain('NEP');
  });
});

describe('citations', () => {
  test('keys, found by author and title too', async () => {
    const found = await complete('So it was [@‸]', '@');
    expect(found.labels).toContain('service2005');
    expect(found.item('service2005').filterText).toContain('Service');
    expect(found.choose('service2005')).toBe(`${STALIN}So it was [@service2005]`);
    expect((await complete('[see @serv‸, p. 2]')).choose('service2005')).toBe(`${STALIN}[see @service2005, p. 2]`);
    expect((await complete('[@service2005; @‸]')).labels).toContain('lynch1990');
  });
});

describe('what else an item says', () => {
  test('a citation offers the pages that the chapter cites, unless it has one', async () => {
    const found = await complete('So it was [@lynch‸]');
    expect(found.item('lynch1990, p. …')).toMatchObject({
      insertTextFormat: 2,
      textEditText: expect.stringMatching(/^lynch1990, p\. \$\{1\|.+\|\}$/),
    });
    expect((await complete('So it was [@lynch‸, p. 2]')).labels).not.toContain('lynch1990, p. …');
  });

  test('a comma chooses a person behind @, and a key; nothing chooses a name in prose', async () => {
    expect((await complete('@Zin‸')).item('Zinoviev').commitCharacters).toContain(',');
    expect((await complete('[@serv‸]')).item('service2005').commitCharacters).toContain(',');
    expect((await complete('Then Zin‸')).item('Zinoviev').commitCharacters).toBeUndefined();
  });

  test('when somebody lived, and who it was', async () => {
    expect((await complete('@Sta‸')).item('Stalin').labelDetails).toMatchObject({
      detail: expect.stringContaining('1880–1953'),
      description: expect.stringMatching(/Stalin, .+/),
    });
  });
});

describe('front matter', () => {
  test('chapters, also in lists and while the closing fence is missing', async () => {
    for (const text of [
      '---\nchapter: ‸\n---\n',
      '---\nchapter: st‸\n---\n',
      '---\nchapter: [other, ‸]\n---\n',
      '---\nchapter:\n  - ‸\n---\n',
      '---\nchapter: ‸',
    ]) {
      const found = await completeAt(editor, text);
      expect(found.choose('stalins-rise')).toMatch(/chapter:[\s\S]*stalins-rise/);
    }
    expect((await completeAt(editor, '---\nchapter: st‸\n---\n')).choose('stalins-rise')).toBe('---\nchapter: stalins-rise\n---\n');
  });

  test('keys that are not there yet', async () => {
    expect((await completeAt(editor, '---\nchapter: stalins-rise\n‸\n---\n')).labels).toEqual(['title', 'question']);
  });

  test('the key questions of the chapter', async () => {
    const found = await completeAt(editor, '---\nchapter: stalins-rise\nquestion: ‸\n---\n');
    expect(found.labels.length).toBeGreaterThanOrEqual(3);
    const text = found.choose(found.labels[0]!);
    expect((await editor.open(text).then((doc) => doc.findings())).join()).not.toContain('front-matter');
  });
});

describe('the next timeline line', () => {
  test('what the chapter has after the line above, written as it is, without what stands there already', async () => {
    const found = await complete('- **1922 Apr:** Stalin becomes General Secretary\n- ‸', ' ');
    expect(found.labels[0]).toMatch(/^1922 Dec: /);
    expect(found.choose(found.labels[0]!)).toMatch(/\n- \*\*1922 Dec:\*\* \S.*$/);
    expect(found.labels.join('\n')).not.toMatch(/becomes the General Secretary/);
  });

  test('each line that is offered is right', async () => {
    const found = await complete('- 1917 Feb: The Tsar falls\n- ‸', ' ');
    expect(found.labels.length).toBeGreaterThan(20);
    for (const label of found.labels.slice(0, 40)) {
      const doc = await editor.open(found.choose(label));
      expect(`${label} → ${(await doc.findings()).filter((each) => !each.includes('Feb'))}`).toBe(`${label} → `);
      await doc.close();
    }
  });

  test('the events of the year that is typed', async () => {
    const found = await complete('- 1927‸');
    expect(found.labels.length).toBeGreaterThan(2);
    for (const label of found.labels) expect(label).toMatch(/^1927/);
  });

  test('behind the date and colon: the events of that time, or names', async () => {
    const found = await complete('- 1922 Dec: ‸', ' ');
    expect(found.labels.join('\n')).toContain('Testament');
    expect(found.labels.join('\n')).not.toContain('dies');
    expect((await complete('- 1922\n- Dec: Test‸')).labels.join('\n')).toContain('Testament');
    expect((await complete('- 1922 Dec: Rosa meets Zino‸')).labels).toContain('Zinoviev');
  });

  test('not in other lists', async () => {
    for (const text of ['- bread\n- ‸', 'Words.\n\n- ‸', '```\n- 1922 ‸\n```']) expect((await complete(text, ' ')).labels).toEqual([]);
  });
});

describe('names in prose', () => {
  test('capitalised words, the whole name where it has been begun', async () => {
    expect((await complete('In 1927 Tro‸ left.')).choose('Trotsky')).toBe(`${STALIN}In 1927 Trotsky left.`);
    expect((await complete('In 1927 Leon Tr‸ left.')).choose('Leon Trotsky')).toBe(`${STALIN}In 1927 Leon Trotsky left.`);
    expect((await complete('He sat in the Central Com‸')).labels[0]).toBe('Central Committee');
    expect((await complete('Kam‸')).labels[0]).toBe('Kamenev');
  });

  test('silent on common words, whole names, one letter at the start of a sentence, code and marks', async () => {
    for (const text of ['the party‸', 'The‸', 'S‸', 'Then Kamenev‸', '`Kam‸`', 'He saw [[Kronstadt Rebellion|Kam‸]]', '#Kam‸'])
      expect((await complete(text)).labels).toEqual([]);
  });

  test('what the sentence is about comes first', async () => {
    const found = await complete('In August 1928 Bukharin tried to win over T‸');
    expect(found.labels[0]).toBe('Trotsky');
  });
});

describe('documentation', () => {
  test('comes when it is asked for', async () => {
    const found = await complete('@Kam‸');
    const item = found.item('Kamenev');
    expect(item.documentation).toBeUndefined();
    const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect((resolved.documentation as MarkupContent).value).toMatch(/^\*\*Lev Kamenev\*\*/);
    expect(resolved.label).toBe('Kamenev');
  });

  test('of a document that is closed by now is left out', async () => {
    const item = { label: 'x', data: { uri: 'file:///gone.hnotes', fact: 'lenin' } };
    expect(await editor.connection.sendRequest('completionItem/resolve', item)).toEqual(item);
    expect(await editor.connection.sendRequest('completionItem/resolve', { label: 'y', data: 7 })).toEqual({ label: 'y', data: 7 });
  });
});

test('the first answer of a word comes whatever is typed meanwhile: the editor filters it itself', async () => {
  const doc = await editor.open(`${STALIN}Then \n`);
  await doc.diagnostics();
  await doc.insert('Then ', '@');
  const asked = doc.completion(doc.rangeOf('@').end, '@');
  await doc.insert('@', 'Z');
  await doc.insert('@Z', 'in');
  expect((await asked)?.items.map(({ label }) => label)).toContain('Zinoviev');
});

test('a client without item defaults gets an edit with each item', async () => {
  const plain = await Editor.start({ capabilities: {} });
  const found = await completeAt(plain, `${STALIN}Then @Zin‸`);
  expect(found.item('Zinoviev').commitCharacters).toBeUndefined();
  expect((await completeAt(plain, `${STALIN}[@lynch‸]`)).list?.items.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(false);
  expect(found.list?.itemDefaults).toBeUndefined();
  expect(found.item('Zinoviev').textEdit).toMatchObject({ newText: '@Zinoviev' });
  expect(found.item('Zinoviev').detail).toContain('1883–1936');
  await plain.stop();
});
