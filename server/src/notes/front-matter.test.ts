import { describe, expect, it } from 'vitest';
import { parseNotes } from './index';

const front = (text: string) => parseNotes(text).frontMatter;
const at = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('front matter', () => {
  it('names the chapter, the title and the question', () => {
    const text = '---\nchapter: stalins-rise\ntitle: "Who: won?"\nquestion: Why?\nmood: 3\n---\ntext';
    const found = front(text)!;
    expect(found).toMatchObject({ start: 0, end: text.length - 5, title: 'Who: won?', question: 'Why?', problems: [] });
    expect(found.chapters).toEqual([{ id: 'stalins-rise', start: 13, end: 25 }]);
    expect(found.keys.map((key) => [key.name, at(text, key)])).toEqual(
      ['chapter', 'title', 'question', 'mood'].map((name) => [name, name]),
    );
    expect(parseNotes(text).blocks.map((block) => block.prose)).toEqual(['text']);
  });

  it.each([
    ['chapter: [a, "b c", 1917]', ['a', 'b c', '1917']],
    ['chapter:\n  - a\n  - no', ['a', 'no']],
    ["chapter: 'it''s'", ["it's"]],
    ['chapter: 1917', ['1917']],
    ['chapter:', []],
    ['chapter: ""', []],
    ['', []],
    ['# only a comment', []],
  ])('%j', (yaml, ids) => {
    const text = `---\n${yaml}\n...\n`;
    const found = front(text)!;
    expect(found.chapters.map(({ id }) => id)).toEqual(ids);
    expect(found.problems).toEqual([]);
    for (const chapter of found.chapters) if (!chapter.id.includes("'")) expect(at(text, chapter)).toBe(chapter.id);
  });

  it.each([
    ['chapter: a\nchapter: b', 'chapter'],
    ['title: "unclosed', 'title: "unclosed'],
    ['chapter: {a: b}', '{a: b}'],
    ['chapter: [a, [b]]', '[b]'],
    ['just words', 'just words'],
    ['chapter: *nowhere', '*nowhere'],
  ])('places the fault in %j', (yaml, place) => {
    const text = `---\n${yaml}\n---\n\nStill *read*.`;
    const notes = parseNotes(text);
    expect(notes.frontMatter?.problems.length).toBeGreaterThan(0);
    for (const problem of notes.frontMatter!.problems) {
      expect(problem.start).toBeGreaterThanOrEqual(4);
      expect(problem.end).toBeGreaterThan(problem.start);
    }
    if (place) expect(at(text, notes.frontMatter!.problems[0]!)).toContain(place);
    expect(notes.blocks.map((block) => block.prose)).toEqual(['Still  read .']);
  });

  it.each([
    ['title: "unclosed', 'title: "unclosed', 'its quotation mark is not closed'],
    ['title: "unclosed\nchapter: a', 'title: "unclosed', 'its quotation mark is not closed'],
    ["chapter: a\ntitle: 'unclosed\n\n", "title: 'unclosed", 'its quotation mark is not closed'],
    ['title: "unclosed\nquestion: "Why?"', 'title: "unclosed', 'its quotation mark is not closed'],
    ['chapter: [a, b\ntitle: c', 'chapter: [a, b', 'the bracket “[” is not closed'],
    ['title: {a', 'title: {a', 'the bracket “{” is not closed'],
    ['chapter: a\ntitle: Stalin: a life  ', 'title: Stalin: a life', 'a text with a colon in it needs quotation marks around it'],
    ['chapter: a\n  title: b', 'title: b', 'it stands further to the right than the line above'],
    ['  chapter: a\ntitle: b', 'title: b', 'it does not stand as far to the right as the lines above'],
    ['chapter a\ntitle: b', 'chapter a', 'it is no key with a colon, a space and a value behind it, such as “chapter: my-chapter”'],
    ['chapter: a\ntitle', 'title', 'it is no key with a colon, a space and a value behind it, such as “chapter: my-chapter”'],
    ['title: @home', 'title: @home', 'a text that begins with “@” needs quotation marks around it'],
    ['title: *my* notes', 'title: *my* notes', 'a text that begins with “*” needs quotation marks around it'],
    ['title: "Lenin" and "Stalin"', 'title: "Lenin" and "Stalin"', 'the text goes on behind its closing quotation mark'],
    ["title: 'it's so'", "title: 'it's so'", 'the text goes on behind its closing quotation mark'],
    ['title: [Stalin] rises', 'title: [Stalin] rises', 'the text goes on behind its closing bracket'],
    ['title: "a\\q"', 'title: "a\\q"', 'between quotation marks a backslash has to be written twice'],
    ['chapter: a\n\ttitle: b', 'title: b', 'it begins with a tab, where only spaces may stand'],
    ['chapter: a\nchapter: b', 'chapter: b', '“chapter” is there already'],
  ])('says in plain words what is wrong in %j', (yaml, line, reason) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const text = `---\n${yaml}\n---\n\nText.`.replaceAll('\n', lineEnd);
      const problems = front(text)!.problems.map((problem) => [at(text, problem), problem.message]);
      expect(problems).toEqual([[line, `This line of the front matter cannot be read: ${reason}.`]]);
    }
  });

  it.each(['chapter: x\n---', ' ---\nchapter: x\n---', '---\nchapter: x', 'text\n---\na: b\n---', '----\na: b\n----', '---'])(
    'is none: %j',
    (text) => expect(front(text)).toBeNull(),
  );

  it('may be empty', () => expect(front('---\n---\ntext')).toMatchObject({ end: 7, keys: [], problems: [] }));

  it('is bounded', () => {
    expect(front(`---\na: ${'x'.repeat(30_000)}\n---`)?.problems).toHaveLength(1);
    expect(front(`---\na: ${'['.repeat(19_000)}\n---`)?.problems.length).toBeGreaterThan(0);
  });
});
