/** Who stood with whom, and who against whom, by the chapter's lines. */
import type { Term } from '../chapter/model';
import type { Knowledge } from '../reading/model';

/** Whether a line of the chapter has the person, or a group of his, against the group or one of its members. */
export function isOpposed(person: string, group: Term, knowledge: Knowledge): boolean {
  const ours = new Set([group.id, ...group.members.map((member) => member.person)]);
  const groups = knowledge.chapters.flatMap(({ terms }) =>
    terms.filter((term) => term.id !== group.id && term.termKind === 'group' && term.members.some((member) => member.person === person)),
  );
  const theirs = new Set([person, ...groups.map(({ id }) => id)]);
  return knowledge.facts.frames.some(({ wordings }) =>
    wordings.some(({ frame }) => {
      if (!frame) return false;
      const all = [...frame.people, ...frame.terms].map(({ ids, preposition }) => ({
        id: ids[0] ?? '',
        against: preposition === 'against',
      }));
      const has = (ids: ReadonlySet<string>, against: boolean) => all.some((one) => one.against === against && ids.has(one.id));
      return (has(ours, true) && has(theirs, false)) || (has(ours, false) && has(theirs, true));
    }),
  );
}

/** Whether a line of the chapter has the two side by side, or both in one group. */
export function standTogether(a: string, b: string, knowledge: Knowledge): boolean {
  const together = knowledge.chapters.some(({ terms }) =>
    terms.some(({ termKind, members }) => termKind === 'group' && [a, b].every((id) => members.some(({ person }) => person === id))),
  );
  return (
    together ||
    (knowledge.facts.byFeature.get(`p:${a}`) ?? []).some(({ wordings }) =>
      wordings.some(({ frame }) => {
        const sides = [a, b].map((id) => frame?.people.find(({ ids }) => ids[0] === id));
        return (
          sides.every((side) => side !== undefined) && sides[0]!.preposition === sides[1]!.preposition && sides[0]!.role === sides[1]!.role
        );
      }),
    )
  );
}
