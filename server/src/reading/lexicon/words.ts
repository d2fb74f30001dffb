/** Closed classes of English words, for clauses, modality and pronouns. */

const set = (words: string) => new Set(words.split(' '));

export const SUBORDINATORS = set(
  'when while whilst although though because if unless whereas once where as since until till after before that whether lest',
);
export const RELATIVES = set('who whom whose which that where');
export const COORDINATORS = set('and but or nor so yet then');
export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't mightn't mustn't 'd 's 've",
);
export const BE = set("is are was were be been being am isn't aren't wasn't weren't");
export const PERFECT_OR_PASSIVE = set("is are was were be been being am get gets got getting isn't aren't wasn't weren't");
export const MODALS = set("would could might should may can must wouldn't couldn't mightn't shouldn't mustn't 'd");
export const NEGATIONS = set(
  "not no never neither nor nobody none nothing without hardly scarcely cannot n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't shouldn't can't nowhere",
);
export const PREPOSITIONS = set(
  'in on at by to from of with against for about over under after before since until till during within into onto between among through throughout despite towards toward upon as like unlike alongside beside without off out around near behind above below across along past versus v v. vs',
);
export const DETERMINERS = set(
  'the a an this that these those his her its their my our your some any each every no another other both all',
);
export const MALE_PRONOUNS = set('he him his himself');
export const FEMALE_PRONOUNS = set('she her hers herself');
export const PLURAL_PRONOUNS = set('they them their theirs themselves both');
/** Words that open a supposition: what follows is not said to have happened. */
export const SUPPOSITIONS = set('suppose imagine perhaps maybe possibly hypothetically');
/** Words after which another's mistaken or doubtful view follows. */
export const REPORTED_ERROR = set(
  'myth mistake mistaken mistakenly wrong wrongly error erroneous erroneously false falsely incorrect incorrectly misconception untrue misleading legend rumour rumor nonsense supposedly allegedly',
);
/** Who holds a view: "some say", "my uncle insists". */
export const OPINION_VERBS = set(
  'claim claims claimed say says said insist insists insisted believe believes believed think thinks thought argue argues argued assume assumes assumed suggest suggests suggested allege alleges alleged pretend pretends maintain maintains maintained write writes wrote written state states stated tell tells told',
);

/** What can be about an event without being it: claims about a film are not claims about the revolution. */
export const WORKS = set(
  'film movie book novel textbook painting documentary study biography article essay website video play song poem opera chapter page series exhibition museum statue portrait memoir memoirs diary history thesis',
);
/** Before "to": what somebody wishes or means has not therefore happened. */
export const INTENTIONS = set(
  'hope hopes hoped want wants wanted wish wishes wished plan plans planned intend intends intended expect expects expected dream dreams dreamt dreamed aspire aspired long longed refuse refuses refused decline declined fail fails failed fear feared promise promised prefer preferred',
);

/** Words that carry no content for matching. */
export const STOPWORDS = set(
  'a an the and or but nor so yet of in on at by to from with against for about over under after before since until till during within into onto between among through as like off out up down is are was were be been being am has have had having do does did will would shall should can could may might must not no never he him his she her hers it its they them their we us our you your i me my this that these those who whom whose which what when where why how there here then than too very more most less least only just also even still already again once own same such other another each every all any some both few many much one two three four five six seven eight nine ten first second third last next new old s t if because while although though however thus therefore hence soon later early late finally eventually meanwhile year years month months day days week weeks time times decade century period date end start beginning part way thing man men people',
);

/** What is done with events, laws, bodies and papers: "the Congress, held in March", "the ban, adopted at the Congress". */
export const DONE_WITH_THINGS = set(
  'held signed passed adopted introduced crushed suppressed defeated begun started over launched formed opened called founded created put issued published concluded agreed accepted announced broken established abolished declared proclaimed followed preceded written dictated',
);

/** Who somebody's people are: "Brother hanged 1887" in a line about another. */
export const RELATED_PEOPLE = set(
  'wife husband widow widower brother brothers sister sisters son sons daughter daughters child children father mother parents stepson stepdaughter cousin cousins uncle aunt nephew niece nephews nieces grandson granddaughter grandfather grandmother grandchildren twin twins fiancé fiancée family relatives successor predecessor killer killers murderer murderers assassin assassins friend friends colleague colleagues partner',
);

/** Names of days and months that are no first names. */
export const NAMES_OF_DAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march july september october november december christmas easter whitsun',
);
