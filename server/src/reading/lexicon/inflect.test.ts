import { describe, expect, it } from 'vitest';
import { nounForms, type VerbForm, verbForms } from './inflect';

/** The forms as one line: base, third person, -ing, past, participle, then further spellings. */
const forms = (lemma: string) => [...new Set(verbForms(lemma).map(({ form }) => form))].join(' ');
const as = (lemma: string, how: VerbForm) => [...new Set(verbForms(lemma).flatMap((each) => (each.as === how ? [each.form] : [])))];

describe('the forms of a verb', () => {
  it.each([
    ['join', 'join joins joining joined'],
    ['die', 'die dies dying died'],
    ['marry', 'marry marries marrying married'],
    ['destroy', 'destroy destroys destroying destroyed'],
    ['crush', 'crush crushes crushing crushed'],
    ['dismiss', 'dismiss dismisses dismissing dismissed'],
    ['veto', 'veto vetoes vetoing vetoed'],
    ['seize', 'seize seizes seizing seized'],
    ['free', 'free frees freeing freed'],
  ])('%s: regular', (lemma, expected) => {
    expect(forms(lemma)).toBe(expected);
  });

  it.each([
    ['become', 'become becomes becoming became'],
    ['write', 'write writes writing wrote written'],
    ['take', 'take takes taking took taken'],
    ['begin', 'begin begins beginning began begun'],
    ['forbid', 'forbid forbids forbidding forbade forbidden'],
    ['overthrow', 'overthrow overthrows overthrowing overthrew overthrown'],
    ['lie', 'lie lies lying lay lain'],
    ['flee', 'flee flees fleeing fled'],
    ['have', 'have has having had'],
  ])('%s: irregular', (lemma, expected) => {
    expect(forms(lemma)).toBe(expected);
  });

  it('of “be” are all there', () => {
    expect(as('be', 'third')).toEqual(['is', 'am', 'are']);
    expect(as('be', 'past')).toEqual(['were', 'was']);
    expect(as('be', 'participle')).toEqual(['been']);
    expect(as('be', 'ing')).toEqual(['being']);
  });

  it('tell the past from the participle', () => {
    expect(as('throw', 'past')).toEqual(['threw']);
    expect(as('throw', 'participle')).toEqual(['thrown']);
    expect(as('get', 'participle')).toEqual(['gotten', 'got']);
  });

  it.each([
    ['ban', 'banned', 'banning'],
    ['stab', 'stabbed', 'stabbing'],
    ['expel', 'expelled', 'expelling'],
    ['permit', 'permitted', 'permitting'],
    ['rebel', 'rebelled', 'rebelling'],
    ['strip', 'stripped', 'stripping'],
    ['drop', 'dropped', 'dropping'],
  ])('%s doubles its consonant', (lemma, past, ing) => {
    expect(as(lemma, 'past')).toContain(past);
    expect(as(lemma, 'ing')).toContain(ing);
  });

  it.each([
    ['appoint', 'appointed'],
    ['defeat', 'defeated'],
    ['banish', 'banished'],
    ['exile', 'exiled'],
    ['murder', 'murdered'],
    ['sign', 'signed'],
    ['storm', 'stormed'],
    ['draw', 'drawing'],
    ['fix', 'fixed'],
    ['yield', 'yielded'],
    ['attach', 'attached'],
  ])('%s does not', (lemma, form) => {
    expect(forms(lemma).split(' ')).toContain(form);
  });

  it('are spelt with s and with z', () => {
    expect(forms('organise')).toBe('organise organises organising organised organize organizes organizing organized');
  });

  it.each(['advise', 'promise', 'surprise'])('keep the s of %s among the forms', (lemma) => {
    expect(forms(lemma).split(' ')).toEqual(expect.arrayContaining([lemma, `${lemma}d`, `${lemma.slice(0, -1)}ing`]));
  });

  it('keep the s of short words alone', () => {
    expect(forms('advise')).toBe('advise advises advising advised');
    expect(forms('raise')).toBe('raise raises raising raised');
  });
});

describe('the forms of a noun', () => {
  it.each([
    ['death', 'death deaths'],
    ['army', 'army armies'],
    ['journey', 'journey journeys'],
    ['congress', 'congress congresses'],
    ['clash', 'clash clashes'],
    ['nationalisation', 'nationalisation nationalisations nationalization'],
  ])('%s', (lemma, expected) => {
    expect(nounForms(lemma).join(' ')).toBe(expected);
  });
});
