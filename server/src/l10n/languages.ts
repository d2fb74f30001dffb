/** The languages that the server writes. */
import french from '../../../l10n/bundle.l10n.fr.json';
import { FRENCH_DATES } from '../time/index';
import { ENGLISH, type Language } from './said';

const LANGUAGES: Readonly<Record<string, Language>> = { fr: { tag: 'fr', bundle: french, dates: FRENCH_DATES } };

/** The language of a client's locale ("fr", "fr-CA", "fr_FR.UTF-8"); English where it is none of ours. */
export function languageOf(locale: string | undefined): Language {
  const primary = /^[a-z]{2,3}(?![a-z])/.exec(locale?.toLowerCase() ?? '')?.[0] ?? '';
  return Object.hasOwn(LANGUAGES, primary) ? LANGUAGES[primary]! : ENGLISH;
}
