/** What a screen reader says of an entry with icons and middle dots in it, which are nothing to listen to. */
export function spoken(text: string, detail: string): string {
  const words = text.replace(/\$\([\w~-]+\)\s*/g, '').replaceAll(' · ', ', ');
  return `${words}. ${detail}`;
}
