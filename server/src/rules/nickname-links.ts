/** Where a sentence says by what name others called somebody: "X, known as the Incorruptible", "they called X the Incorruptible". */
import type { Entity } from '../reading/entities';
import { BE } from '../reading/lexicon/words';
import type { SentenceReading } from '../reading/model';
import type { Token } from '../reading/tokens';
import type { Holding, NamedOffice } from './named-office';

const CALLED = /^(?:known|called|nicknamed|dubbed|described|hailed|remembered|mocked)$/;
const CALLS = /^(?:calls?|called|nicknamed?|nicknames|dubs|dubbed|describes?|described|named|termed|labelled|mocked)$/;
const ADVERB =
  /^(?:also|often|always|later|once|sometimes|generally|widely|popularly|commonly|better|best|still|then|soon|been|being|affectionately|publicly)$/;
/** What somebody did or was is an opinion that others may have of another: the last emperor, the founder of the state. */
const NO_NICKNAME =
  /^(?:the )?(?:leader|founder|ruler|head|creator|organiser|organizer|father|last|first|king|queen|tsar|czar|kaiser|emperor|empress|führer|fuhrer|duce|caudillo|president|prince|princess)\b|\b(?:tsar|emperor|king|queen)\b/i;
const NEEDS_AS = /^(?:known|described|hailed|remembered)$/;
/** "whom all of his friends": so many words at the most say who calls him so. */
const LONGEST_CALLERS = 5;
/** Between a name and what he was called stand so many tokens at the most. */
const REACH = 9;

/** The pairs of a name and a nickname that the sentence says is his. */
export function nicknameLinks(
  sentence: SentenceReading,
  people: readonly Entity[],
  offices: readonly NamedOffice[],
): { readonly person: Entity; readonly office: NamedOffice }[] {
  const nicknames = offices.filter((office) => isNickname(office, sentence.tokens));
  return nicknames.flatMap((office) => {
    const person = people.findLast((each) => each.to <= office.entity.from && !each.possessive && isCalled(sentence, each, office.entity));
    return person ? [{ person, office }] : [];
  });
}

/** Whether it is written as the chapter writes it, behind "the", and says nothing that could be another's. */
function isNickname({ entity, holdings }: NamedOffice, tokens: readonly Token[]): boolean {
  const isEpithet = ({ person, office }: Holding) => person.epithets.some((each) => each.replace(/^the /i, '') === office.title);
  if (holdings.length === 0 || !holdings.every(isEpithet) || entity.possessive || tokens[entity.from - 1]?.lower !== 'the') return false;
  const { title } = holdings[0]!.office;
  const said = tokens
    .slice(entity.from, entity.to)
    .map(({ text }) => text)
    .join(' ');
  return !NO_NICKNAME.test(title) && (said === title || title === title.toLowerCase());
}

function isCalled({ tokens }: SentenceReading, person: Entity, nickname: Entity): boolean {
  const between = tokens.slice(person.to, nickname.from - 1).map(({ lower }) => lower);
  if (between.length > REACH) return false;
  // "They called X the darling", "described X as the darling"
  if (between.every((word) => word === 'as') && between.length <= 1) {
    const verb = tokens[person.from - 1]?.lower ?? '';
    return CALLS.test(verb) && !BE.has(tokens[person.from - 2]?.lower ?? '');
  }
  const verb = between.findLastIndex((word) => CALLED.test(word));
  if (verb < 0) return false;
  const behind = between.slice(verb + 1).filter((word) => word !== 'as');
  if (NEEDS_AS.test(between[verb]!) && between.at(-1) !== 'as') return false;
  // "known to Y as", "described by Y as"
  const isAside = behind.length === 0 || (/^(?:by|to|among|in)$/.test(behind[0]!) && behind.length <= 4);
  const before = between.slice(0, verb);
  const isPassive = before.some((word) => BE.has(word)) || between[verb] === 'known' || (before.length === 1 && before[0] === ',');
  // "whom his friends called"
  const whom = before.indexOf('whom');
  const plain = (whom < 0 ? before : before.slice(0, whom)).every(
    (word) => /^(?:,|who|had|has|he|they)$/.test(word) || BE.has(word) || ADVERB.test(word),
  );
  const isRelative = whom >= 0 && before.length - whom <= LONGEST_CALLERS;
  return isAside && plain && (whom < 0 ? isPassive : isRelative);
}
