import { describe, expect, it } from 'vitest';
import { loadPack } from './load';
import type { LoadedPack, PackFile } from './model';

const chapterFile = 'id: test\ntitle: Test\nsections:\n  - { id: start, title: The start }\n';

/** Files by name; a chapter.yaml is added where there is none. */
function load(files: Record<string, string>): LoadedPack {
  return loadPack(packFiles({ 'chapter.yaml': chapterFile, ...files }));
}

function packFiles(files: Record<string, string>): PackFile[] {
  return Object.entries(files).map(([name, text]) => ({ file: `pack/${name}`, text }));
}

/** The problems as "name.yaml 3:5-3:9 error: message", 0-based. */
function said(pack: LoadedPack): string[] {
  return pack.problems.map(({ severity, message, place }) => {
    const name = place.file.replace('pack/', '');
    return `${name} ${place.line}:${place.character}-${place.endLine}:${place.endCharacter} ${severity}: ${message}`;
  });
}

/**
 * Loads a file in which ⟦ ⟧ mark the place of the one problem that is expected, and checks place and message.
 * Returns the pack, so that what was loaded all the same can be checked too.
 */
function expectProblem(name: string, marked: string, message: RegExp, severity = 'error', others: Record<string, string> = {}): LoadedPack {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  const pack = load({ ...others, [name]: text });
  expect(pack.problems.map((each) => each.message)).toEqual([expect.stringMatching(message)]);
  const problem = pack.problems[0]!;
  const at = (line: number, character: number) =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;
  expect(text.slice(at(problem.place.line, problem.place.character), at(problem.place.endLine, problem.place.endCharacter))).toBe(
    text.slice(start, end),
  );
  expect(problem.place).toMatchObject({ file: `pack/${name}`, line: text.slice(0, start).split('\n').length - 1 });
  expect(problem.severity).toBe(severity);
  return pack;
}

describe('a sound pack', () => {
  const files = {
    'people.yaml': `
- id: anna
  name: Anna Berg
  names: [A. Berg, Anna Berg, Anne Berg]
  gender: female
  born: { date: 1880, also: [1878, { date: 1879-12-06, calendar: julian, note: Register }], note: Passport }
  died: 1953
  offices:
    - { title: chair, titles: [chairwoman], of: club, from: 1901-03, to: 1905, sole: yes }
  relations:
    - { role: sister, of: karl }
  summary: >-
    She led
    the club.
  section: start
  page: 12
- id: karl
  name: Karl Berg
  short: Karl
`,
    'timeline.yaml': `
- id: first-meeting
  when: { date: 1900-02-01, calendar: julian }
  what: Anna Berg founds the club
  also: Anna Berg starts the club
  name: founding of the club
  timeline: true
- id: vote
  when: 1900-02
  what: The club elects Anna Berg
  during: first-meeting
`,
    'terms.yaml': `
- id: club
  name: Club
  kind: Body
  when: 1900/1910
  members: [karl, { person: anna, from: 1900-02 }]
  complete: true
`,
    'sources.yaml': `
- id: smith1990
  title: "The Club: A History"
  authors: ["Smith, John", Jones]
  year: 1990
  editions: [1988]
  pages: 15–16
`,
  };

  it('loads without a problem, the files in any order', () => {
    const ordered = loadPack(packFiles({ 'chapter.yaml': chapterFile, ...files }));
    const reversed = loadPack(packFiles({ 'chapter.yaml': chapterFile, ...files }).reverse());
    expect(ordered.problems).toEqual([]);
    expect(reversed.problems).toEqual([]);
    expect(new Map([...reversed.chapter!.byId].sort())).toEqual(new Map([...ordered.chapter!.byId].sort()));
  });

  it('holds every value', () => {
    const chapter = load(files).chapter!;
    const [anna, karl] = chapter.people;
    expect(anna).toMatchObject({
      kind: 'person',
      name: 'Anna Berg',
      short: 'Berg',
      names: ['A. Berg', 'Anne Berg'],
      gender: 'female',
      summary: 'She led the club.',
      section: 'start',
      page: '12',
      offices: [{ title: 'chair', otherTitles: ['chairwoman'], of: 'club', sole: true }],
      relations: [{ role: 'sister', of: 'karl' }],
    });
    expect(anna!.born).toMatchObject({ note: 'Passport', alternatives: [{}, { note: 'Register' }] });
    expect(anna!.born!.alternatives[1]!.value).toMatchObject({ calendar: 'julian', edtf: '1879-12-06' });
    expect(karl).toMatchObject({ short: 'Karl', names: [], offices: [], relations: [], epithets: [] });
    expect(chapter.events[0]).toMatchObject({
      name: 'founding of the club',
      lines: ['Anna Berg founds the club', 'Anna Berg starts the club'],
      timeline: true,
    });
    expect(chapter.events[1]).toMatchObject({ name: 'The club elects Anna Berg', during: 'first-meeting', timeline: false });
    expect(chapter.terms[0]).toMatchObject({ termKind: 'body', members: [{ person: 'karl' }, { person: 'anna' }] });
    expect(chapter.terms[0]!.membersCompleteAt).toEqual(chapter.terms[0]!.when);
    expect(chapter.sources[0]).toMatchObject({
      name: 'The Club: A History',
      authors: [{ family: 'Smith', given: 'John' }, { family: 'Jones' }],
      year: 1990,
      otherYears: [1988],
      pages: ['15–16'],
    });
    expect([...chapter.byId.keys()].sort()).toEqual(['anna', 'club', 'first-meeting', 'karl', 'smith1990', 'vote']);
  });

  it('says where each fact stands', () => {
    const { chapter } = load(files);
    expect(chapter!.byId.get('karl')!.place).toEqual({ file: 'pack/people.yaml', line: 16, character: 2, endLine: 18, endCharacter: 13 });
    expect(chapter!.people[0]!.offices[0]!.place).toMatchObject({ line: 8, character: 6 });
    expect(chapter!.place).toEqual({ file: 'pack/chapter.yaml', line: 0, character: 4, endLine: 0, endCharacter: 8 });
  });

  it('needs no more than chapter.yaml', () => {
    const pack = loadPack([{ file: 'vscode-vfs://x/packs/a/chapter.yml', text: 'id: a\ntitle: A' }]);
    expect(pack.problems).toEqual([]);
    expect(pack.chapter).toMatchObject({ id: 'a', title: 'A', people: [], events: [], terms: [], sources: [], calendars: [] });
  });

  it('reads the parts of a chapter', () => {
    const { chapter, problems } = load({
      'chapter.yaml': `
id: whole
title: "Whole: a chapter"
book: { title: Book, author: A. Writer, isbn: 978-1-316-50369-0, chapter: 2 }
period: 1917/1929
calendars: [{ calendar: julian, until: 1918-02-14, note: Thirteen days. }]
sections: [{ id: s, title: S, page: 3 }]
questions: [Why?, { question: How?, section: s }, { id: whence, question: Whence? }]
figures: [{ label: Figure 1, caption: A picture }]
activities: [{ title: T, task: Do it }]
debates:
  - id: d
    question: Who?
    positions: [{ historian: H, view: It was she., source: smith1990 }]
`,
      'sources.yaml': files['sources.yaml'],
    });
    expect(problems).toEqual([]);
    expect(chapter).toMatchObject({
      title: 'Whole: a chapter',
      book: { title: 'Book', chapter: '2' },
      period: { edtf: '1917/1929' },
      calendars: [{ calendar: 'julian', until: -18949 }],
      calendarNote: 'Thirteen days.',
      sections: [{ id: 's', title: 'S', page: '3' }],
      keyQuestions: [
        { id: 'question-1', question: 'Why?' },
        { id: 'question-2', question: 'How?', section: 's' },
        { id: 'whence', question: 'Whence?' },
      ],
      figures: [{ label: 'Figure 1' }],
      activities: [{ title: 'T' }],
      debates: [{ id: 'd', positions: [{ historian: 'H', source: 'smith1990' }] }],
    });
  });

  it('takes CRLF line ends, a byte order mark and anchors', () => {
    const pack = load({
      'people.yaml': '\ufeff- id: a\r\n  name: A One\r\n  born: &year 1900\r\n- id: b\r\n  name: B Two\r\n  born: *year\r\n',
    });
    expect(pack.problems).toEqual([]);
    expect(pack.chapter!.people.map((person) => person.born?.value.edtf)).toEqual(['1900', '1900']);
    expect(pack.chapter!.byId.get('b')!.place).toMatchObject({ line: 3, character: 2 });
  });
});

describe('a fault of one value is reported at its place, and the rest is loaded', () => {
  it('an unknown key', () => {
    const pack = expectProblem('people.yaml', '- id: a\n  ⟦nmae⟧: A\n  name: B', /^A person has no “nmae”\. Did you mean “name”\?$/);
    expect(pack.chapter!.people).toHaveLength(1);
  });

  it('a key written twice', () => {
    const pack = expectProblem('people.yaml', '- id: a\n  name: A\n  ⟦name⟧: B', /“name” is written twice/);
    expect(pack.chapter!.people[0]!.name).toBe('A');
  });

  it.each([
    ['people.yaml', '- ⟦i⟧d: a', /^A person needs “name”\.$/],
    ['people.yaml', '- ⟦n⟧ame: A', /^A person needs “id”\.$/],
    ['timeline.yaml', '- ⟦i⟧d: a\n  what: A dies', /^An event needs “when”\.$/],
    ['timeline.yaml', '- ⟦i⟧d: a\n  when: 1900', /^An event needs “what”\.$/],
    ['terms.yaml', '- ⟦i⟧d: a\n  name: A', /^A term needs “kind”\.$/],
    ['sources.yaml', '- ⟦i⟧d: a', /^A source needs “title”\.$/],
    ['people.yaml', '- id: a\n  name: A\n  offices: [⟦{⟧ from: 1900 }]', /^An office needs “title”\.$/],
    ['people.yaml', '- id: a\n  name: A\n  born: ⟦{⟧ note: n }', /^A date needs “date”\.$/],
    ['chapter.yaml', '⟦t⟧itle: A', /^The chapter needs “id”\.$/],
    ['chapter.yaml', '⟦i⟧d: a', /^The chapter needs “title”\.$/],
  ])('%s without a key: %j', (name, marked, message) => {
    expectProblem(name, marked, message);
  });

  it.each([
    ['people.yaml', '⟦people⟧', /^This file must be a list/],
    ['people.yaml', '⟦id: a⟧', /^This file must be a list/],
    ['people.yaml', '- ⟦Stalin⟧', /^An item of this file must be a person/],
    ['people.yaml', '- id: a\n  name: ⟦[A]⟧', /^“name” must be plain text/],
    ['people.yaml', '- id: a\n  name: A\n  offices: ⟦chair⟧', /^“offices” must be a list/],
    ['people.yaml', '- id: a\n  name: A\n  gender: ⟦femal⟧', /^“gender” cannot be “femal”.* Did you mean “female”\?$/],
    ['people.yaml', '- id: a\n  name: A\n  offices: [{ title: T, sole: ⟦perhaps⟧ }]', /^“sole” must be true or false/],
    ['people.yaml', '- id: a\n  name: A\n  names: [⟦{ b: c }⟧, B]', /^An item of “names” must be plain text/],
    ['terms.yaml', '- id: a\n  name: A\n  kind: ⟦tree⟧', /^“kind” cannot be “tree”/],
    ['sources.yaml', '- id: a\n  title: A\n  url: ⟦javascript:alert(1)⟧', /is no address of a web page/],
    ['sources.yaml', '- id: a\n  title: A\n  year: ⟦MCM⟧', /^“year” must be a whole number/],
    ['chapter.yaml', '⟦- id: a⟧', /^This file must be the chapter/],
    ['chapter.yaml', 'id: a\ntitle: A\nbook: ⟦Book⟧', /^“book” must be a book, written as/],
  ])('%s with a wrong type: %j', (name, marked, message) => {
    expectProblem(name, marked, message);
  });

  it('a key that is a list', () => {
    expectProblem('people.yaml', '- id: a\n  name: A\n  ? ⟦[b]⟧\n  : c', /^A key must be one plain word, such as “id”/);
  });

  it('an empty value, which is only a warning where it may be absent', () => {
    const pack = load({ 'people.yaml': '- id: a\n  name:\n- id: b\n  name: B\n  note:\n  names:\n' });
    expect(said(pack)).toEqual([
      'people.yaml 1:7-1:7 error: A person needs “name”.',
      'people.yaml 4:7-4:7 warning: “note” is empty.',
      'people.yaml 5:8-5:8 warning: “names” is empty.',
    ]);
    expect(pack.chapter!.people.map((person) => person.id)).toEqual(['b']);
  });

  it('an id that another fact has, of whatever kind and file', () => {
    const pack = expectProblem('terms.yaml', '- id: ⟦a⟧\n  name: T\n  kind: body', /already taken, in line 1 of people\.yaml/, 'error', {
      'people.yaml': '- id: a\n  name: A',
    });
    expect(pack.chapter!.byId.get('a')!.kind).toBe('person');
  });

  it.each([
    ['Anna', 'anna'],
    ['anna_berg', 'anna-berg'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a--b', 'a-b'],
    ['-a', 'a'],
    ['Sieyès', 'sieyes'],
    ['__proto__', 'proto'],
  ])('the id %s', (id, better) => {
    expectProblem('people.yaml', `- id: ⟦${id}⟧\n  name: A`, new RegExp(`must be made of small letters.*Write “${better}”`));
  });

  it('the id “constructor”', () => {
    expectProblem('people.yaml', '- id: ⟦constructor⟧\n  name: A', /reserved/);
  });

  it('a key of every object', () => {
    const pack = load({ 'people.yaml': '- id: a\n  name: A\n  __proto__: { polluted: 1 }\n  constructor: x\n' });
    expect(said(pack)).toEqual([
      'people.yaml 2:2-2:11 error: A person has no “__proto__”.',
      'people.yaml 3:2-3:13 error: A person has no “constructor”.',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('dates', () => {
  it.each([
    ['1917-06-31', 'There is no 31 June 1917: the month had 30 days.'],
    ['1923-02-29', 'There is no 29 February 1923: the month had 28 days.'],
    ['1924-13', 'There is no month 13.'],
    ['1924-00-10', 'There is no month 00.'],
    ['1922/1923-02-30', 'There is no 30 February 1923: the month had 28 days.'],
    ['1923/1922', 'This range runs backwards: its second date is before its first.'],
    [
      'January 1924',
      '“January 1924” is not a date that can be read. Write it as 1924-01-21, 1924-01, 1924 or, from one to another, 1922/1923-05.',
    ],
    ['1924-1', '“1924-1” is not a date that can be read. Write it as 1924-01-21, 1924-01, 1924 or, from one to another, 1922/1923-05.'],
  ])('the impossible date %s', (date, message) => {
    const pack = load({ 'people.yaml': `- id: a\n  name: A\n  born: ${date}\n` });
    expect(said(pack)).toEqual([`people.yaml 2:8-2:${8 + date.length} error: ${message}`]);
    expect(pack.chapter!.people[0]).not.toHaveProperty('born');
  });

  it('29 February 1900 exists in the Julian calendar only', () => {
    expect(load({ 'people.yaml': '- id: a\n  name: A\n  born: { date: 1900-02-29, calendar: julian }' }).problems).toEqual([]);
    expectProblem('people.yaml', '- id: a\n  name: A\n  born: ⟦1900-02-29⟧', /There is no 29 February 1900/);
  });

  it('“to” before “from”, unless another accepted value makes it possible', () => {
    const pack = expectProblem(
      'people.yaml',
      '- id: a\n  name: A\n  offices: [{ title: T, from: 1925, to: ⟦1924-12⟧ }]',
      /“to” is before “from”/,
    );
    expect(pack.chapter!.people[0]!.offices[0]).toMatchObject({ title: 'T', from: {} });
    expect(pack.chapter!.people[0]!.offices[0]).not.toHaveProperty('to');
    expect(
      load({ 'people.yaml': '- id: a\n  name: A\n  offices: [{ title: T, from: { date: 1925, also: 1924 }, to: 1924-12 }]' }).problems,
    ).toEqual([]);
  });

  it('death before birth', () => {
    expectProblem('people.yaml', '- id: a\n  name: A\n  born: 1900\n  died: ⟦1899⟧', /“died” is before “born”/);
  });

  it('a bad other value leaves the date', () => {
    const pack = expectProblem('people.yaml', '- id: a\n  name: A\n  born: { date: 1900, also: [⟦soon⟧, 1901] }', /“soon” is not a date/);
    expect(pack.chapter!.people[0]!.born).toMatchObject({ value: { edtf: '1900' }, alternatives: [{ value: { edtf: '1901' } }] });
  });
});

describe('references', () => {
  const people = { 'people.yaml': '- id: anna\n  name: A\n- id: karl\n  name: K' };

  it('to nobody', () => {
    const pack = expectProblem(
      'terms.yaml',
      '- id: t\n  name: T\n  kind: group\n  members: [⟦ana⟧, karl]',
      /^The pack has no “ana”; the id of a person is needed here\. Did you mean “anna”\?$/,
      'error',
      people,
    );
    expect(pack.chapter!.terms[0]!.members).toEqual([{ person: 'karl' }]);
  });

  it('to a fact of another kind', () => {
    const pack = expectProblem(
      'timeline.yaml',
      '- id: e\n  when: 1900\n  what: A dies\n  during: ⟦anna⟧',
      /“anna” is a person; the id of an event/,
      'error',
      people,
    );
    expect(pack.chapter!.events[0]).not.toHaveProperty('during');
  });

  it('to a section that the chapter lacks', () => {
    const pack = expectProblem('people.yaml', '- id: a\n  name: A\n  section: ⟦strat⟧', /no section “strat”\. Did you mean “start”\?/);
    expect(pack.chapter!.people[0]).not.toHaveProperty('section');
  });

  it('to a fact that was left out for its own fault is not reported again', () => {
    const pack = load({ 'timeline.yaml': '- id: war\n  what: A war begins\n- id: b\n  when: 1900\n  what: A dies\n  during: war' });
    expect(said(pack)).toEqual(['timeline.yaml 0:2-0:3 error: An event needs “when”.']);
    expect(pack.chapter!.events[0]).not.toHaveProperty('during');
  });

  it('of an office, a relation, a debate', () => {
    const pack = load({
      'chapter.yaml': `${chapterFile}debates: [{ id: d, question: Q?, positions: [{ historian: H, view: V, source: s }] }]`,
      'people.yaml': '- id: a\n  name: A\n  offices: [{ title: T, of: t }]\n  relations: [{ role: son, of: b }]',
    });
    expect(said(pack)).toEqual([
      'chapter.yaml 4:78-4:79 error: The pack has no “s”; the id of a source is needed here.',
      'people.yaml 2:28-2:29 error: The pack has no “t”; the id of a term is needed here.',
      'people.yaml 3:31-3:32 error: The pack has no “b”; the id of a person is needed here.',
    ]);
    expect(pack.chapter!.people[0]).toMatchObject({ offices: [{ title: 'T' }], relations: [] });
  });
});

describe('what cannot be right together is a warning', () => {
  const people = { 'people.yaml': '- id: a\n  name: Anna Berg\n  died: 1924' };

  it('a deed after death', () => {
    const pack = load({ ...people, 'timeline.yaml': '- id: e\n  when: 1925\n  what: Berg resigns' });
    expect(said(pack)).toEqual(['timeline.yaml 1:8-1:12 warning: Berg does this after the death that the pack gives. Check both dates.']);
    expect(pack.chapter!.events).toHaveLength(1);
  });

  it.each([['Berg is buried'], ["Berg's letters are published"], ['Bergen falls'], ['The club honours Berg']])('but not “%s”', (what) => {
    expect(load({ ...people, 'timeline.yaml': `- id: e\n  when: 1925\n  what: ${what}` }).problems).toEqual([]);
  });

  it('an office after death', () => {
    expectProblem(
      'people.yaml',
      '- id: a\n  name: Anna Berg\n  died: 1924\n  offices: [⟦{ title: T, from: 1925 }⟧]',
      /after the death/,
      'warning',
    );
  });
});

describe('the files', () => {
  it('a file of another name', () => {
    const pack = load({ 'peolpe.yaml': 'x: 1', 'README.md': '# Mine' });
    expect(said(pack)).toEqual(['peolpe.yaml 0:0-0:0 warning: A pack has no file “peolpe.yaml”; it is left out. Did you mean “people”?']);
  });

  it('no chapter.yaml', () => {
    const pack = loadPack(packFiles({ 'people.yaml': '- id: a' }));
    expect(pack.chapter).toBeNull();
    expect(said(pack)).toEqual([
      'people.yaml 0:0-0:0 error: This pack has no chapter.yaml, the file with the chapter’s “id” and “title”.',
      'people.yaml 0:2-0:3 error: A person needs “name”.',
    ]);
  });

  it('an empty chapter.yaml', () => {
    const pack = load({ 'chapter.yaml': '# nothing yet\n' });
    expect(pack.chapter).toBeNull();
    expect(said(pack)).toEqual(['chapter.yaml 0:0-0:0 error: This file is empty: the chapter is needed here.']);
  });

  it('an empty facts file is none', () => {
    expect(load({ 'people.yaml': '', 'terms.yaml': '# later\n' }).problems).toEqual([]);
  });

  it('no files at all', () => {
    expect(loadPack([])).toEqual({ chapter: null, problems: [], broken: [] });
  });
});

describe('malformed YAML', () => {
  it.each([
    ['- id: a\n  name: A\n  summary: ⟦⟧Lenin: a life\n', /second colon/],
    ['- id: a\n  name: A\n\t⟦⟧short: B\n', /spaces, not with tabs/],
    ['- id: a\n  name: "A\n⟦⟧', /missing/],
    ['- id: a\n  name: A\n⟦---⟧\n- id: b\n  name: B\n', /one document/],
    ['- id: a\n  name: ⟦!!js/function⟧ A\n', /begins with !/],
    ['- id: a\n  name: A\n  note: ⟦*b⟧\n', /begins with \*/],
  ])('%j', (marked, message) => {
    const start = marked.indexOf('⟦');
    const text = marked.replace('⟦', '').replace('⟧', '');
    const pack = load({ 'people.yaml': text });
    expect(pack.problems[0]!.message).toMatch(message);
    const line = text.slice(0, start).split('\n').length - 1;
    expect(pack.problems[0]!.place).toMatchObject({ line, character: start - (text.lastIndexOf('\n', start - 1) + 1) });
  });

  it('what stands before it is loaded, and its echoes are not reported', () => {
    const pack = load({ 'people.yaml': '- id: a\n  name: A\n- id: b\n  name: B: C\n  oops: [\n- id: c\n  nmae: C' });
    expect(pack.chapter!.people[0]).toMatchObject({ id: 'a', name: 'A' });
    expect(new Set(pack.problems.map((problem) => problem.place.line > 2))).toEqual(new Set([true]));
    expect(pack.problems.filter((problem) => /has no|needs/.test(problem.message))).toEqual([]);
  });
});
