/** English inflection: every form of a verb or noun from its lemma. */

/** Past tense and past participle of the irregular verbs that the lexicon and its phrases use. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  arise: ['arose', 'arisen'],
  be: ['was', 'been'],
  bear: ['bore', 'born'],
  beat: ['beat', 'beaten'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bite: ['bit', 'bitten'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  catch: ['caught', 'caught'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feel: ['felt', 'felt'],
  fight: ['fought', 'fought'],
  find: ['found', 'found'],
  flee: ['fled', 'fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  hang: ['hanged', 'hanged'],
  have: ['had', 'had'],
  hide: ['hid', 'hidden'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lend: ['lent', 'lent'],
  let: ['let', 'let'],
  lie: ['lay', 'lain'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  meet: ['met', 'met'],
  overcome: ['overcame', 'overcome'],
  overthrow: ['overthrew', 'overthrown'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  ride: ['rode', 'ridden'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shoot: ['shot', 'shot'],
  show: ['showed', 'shown'],
  shut: ['shut', 'shut'],
  sign: ['signed', 'signed'],
  sit: ['sat', 'sat'],
  speak: ['spoke', 'spoken'],
  spend: ['spent', 'spent'],
  split: ['split', 'split'],
  spread: ['spread', 'spread'],
  stand: ['stood', 'stood'],
  steal: ['stole', 'stolen'],
  strike: ['struck', 'struck'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  understand: ['understood', 'understood'],
  wear: ['wore', 'worn'],
  wed: ['wed', 'wed'],
  win: ['won', 'won'],
  withdraw: ['withdrew', 'withdrawn'],
  withhold: ['withheld', 'withheld'],
  write: ['wrote', 'written'],
  outlive: ['outlived', 'outlived'],
  undergo: ['underwent', 'undergone'],
  shake: ['shook', 'shaken'],
  uphold: ['upheld', 'upheld'],
  burn: ['burned', 'burned'],
  foresee: ['foresaw', 'foreseen'],
  forget: ['forgot', 'forgotten'],
  quit: ['quit', 'quit'],
  rewrite: ['rewrote', 'rewritten'],
  sink: ['sank', 'sunk'],
  slay: ['slew', 'slain'],
  strive: ['strove', 'striven'],
  swing: ['swung', 'swung'],
  bleed: ['bled', 'bled'],
  creep: ['crept', 'crept'],
  tear: ['tore', 'torn'],
  cling: ['clung', 'clung'],
};

// A final consonant is doubled after one short stressed vowel; the few longer verbs that double it are listed.
const DOUBLED =
  /^(?:[^aeiou]*[aeiou][bdfglmnprt]|.*(?:expel|compel|repel|propel|rebel|commit|admit|permit|submit|transfer|prefer|refer|occur|begin|forbid|quarrel|cancel|control|regret|deter|outwit))$/;
const SINGLE = /(?:[aeiou]{2}|[wxy])[bdfglmnprt]?$/;

/** "took place", "came about": what they mean stands behind them. */
const LIGHT = new Set('be have do make take get go come become begin put set keep hold see say let fall find leave'.split(' '));

const BASES: ReadonlyMap<string, string> = new Map(
  Object.entries(IRREGULAR).flatMap(([lemma, forms]) =>
    LIGHT.has(lemma) ? [] : forms.filter((form) => form !== lemma).map((form) => [form, lemma] as const),
  ),
);

/** "choose" of "chose" and "chosen"; undefined for what is no irregular form, and for verbs that say nothing by themselves. */
export const baseOfIrregular = (form: string): string | undefined => BASES.get(form);

/** How a form stands in a verb group. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** All forms of a verb, with what they may be; British and American doubling where they differ. */
export function verbForms(lemma: string): { form: string; as: VerbForm }[] {
  const forms: { form: string; as: VerbForm }[] = [{ form: lemma, as: 'base' }];
  const add = (form: string, as: VerbForm) => forms.push({ form, as });
  const e = lemma.endsWith('e');
  const y = /[^aeiou]y$/.test(lemma);
  const doubled = DOUBLED.test(lemma) && !SINGLE.test(lemma);
  const stem = doubled ? lemma + lemma.at(-1) : lemma;
  if (lemma === 'be') for (const form of ['is', 'am', 'are', 'were']) add(form, form === 'were' ? 'past' : 'third');
  else if (lemma === 'have') add('has', 'third');
  else if (y) add(`${lemma.slice(0, -1)}ies`, 'third');
  else add(/(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, 'third');
  add(
    lemma.endsWith('ie')
      ? `${lemma.slice(0, -2)}ying`
      : e && !/(?:ee|oe|ye)$/.test(lemma) && lemma !== 'be'
        ? `${lemma.slice(0, -1)}ing`
        : `${stem}ing`,
    'ing',
  );
  const irregular = IRREGULAR[lemma];
  if (irregular) {
    add(irregular[0], 'past');
    add(irregular[1], 'participle');
    if (lemma === 'get') add('got', 'participle');
  } else {
    const past = e ? `${lemma}d` : y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
    add(past, 'past');
    add(past, 'participle');
  }
  for (const { form, as } of [...forms]) {
    // organise / organize: both spellings are at home in essays.
    if (/is(?:e|es|ed|ing)$/.test(form) && lemma.length > 6 && lemma.endsWith('ise')) add(form.replace(/is(e|es|ed|ing)$/, 'iz$1'), as);
  }
  return forms;
}

/** Singular and plural. */
export function nounForms(lemma: string): string[] {
  const y = /[^aeiou]y$/.test(lemma);
  const plural = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const forms = [lemma, plural];
  if (/isation$/.test(lemma)) forms.push(lemma.replace(/isation$/, 'ization'));
  return forms;
}
