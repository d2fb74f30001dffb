/** Words made from a name, which are no slips for it: Leninism, Trotskyist, Stalingrad, Rykova. */

/** Endings that make another word of a name or of its stem. */
const ENDINGS = new Set(
  (
    'ism isms ist ists ite ites istic ian ians ean eans an ans ic esque ish ise ised ises ising ize ized izes izing isation ization iser izer oid ovite ' +
    'a as o aya aia aja oy oe ov ova ev eva in ina ino ovo evo ka ko enko ets tsy tsi nik niki shchina ovshchina evshchina ' +
    'ovich evich ovna evna ovic ich ovsky evsky insky ovskaya sky skaya skoe skoye ' +
    'grad gorod burg stadt bad abad pol ville ton town sk insk ovsk evsk ensk ' +
    'son sen er ers ing ed ly y ies ia ias ship dom hood like land nite nites'
  ).split(' '),
);
/** Endings that only a whole name takes: "Stalina", but no "Ordzhonikidz" and "a". */
const AFTER_WHOLE_NAME = new Set(
  'a as an ans ic in ina ino o ka ko oe oy er ers ing ed ly y ies ia ias ship dom hood like land son sen ton town'.split(' '),
);
const PREFIXES = /^(?:anti|pro|neo|post|pre|de|non|ex|un|semi|proto|crypto|sub|inter)(?=.{4})/;

/** Stems that endings join: the name itself, and the name without its last vowels, or without -sky. */
function stemLengths(name: string): number[] {
  const lengths = [name.length];
  const vowels = /[aeiouy]+$/.exec(name);
  if (vowels && name.length - vowels[0].length >= 3) lengths.push(name.length - vowels[0].length);
  const adjective = /(?:sk|ts)(?:y|ii|iy|ij|i|aya)$/.exec(name);
  if (adjective && name.length - adjective[0].length >= 3) lengths.push(name.length - adjective[0].length);
  return lengths;
}

/**
 * What a plain lower-case word may have been made from by an ending: stems of names, or, after some endings, whole names.
 * Where one of them is a listed name's, the word is a word of its own.
 */
export function derivedFrom(word: string): { readonly stem: string; readonly whole: boolean }[] {
  const found: { stem: string; whole: boolean }[] = [];
  for (const text of new Set([word, word.replace(PREFIXES, '')])) {
    if (text !== word) found.push({ stem: text, whole: true });
    for (let length = Math.max(3, text.length - 10); length < text.length; length++) {
      const ending = text.slice(length);
      // A last letter written twice is a slip, not an ending.
      if (ENDINGS.has(ending) && ending !== text[length - 1])
        found.push({ stem: text.slice(0, length), whole: AFTER_WHOLE_NAME.has(ending) });
    }
  }
  return found;
}

/** What a name gives to the words made from it: itself and its stems, in plain lower case. */
export function nameStems(name: string): string[] {
  return stemLengths(name).map((length) => name.slice(0, length));
}
