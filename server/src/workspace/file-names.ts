/** File names and URIs, as the server compares them. */

/** Whether a file of this name, path or URI may hold notes: Markdown is served where its front matter names a chapter. */
export const isNotesName = (name: string): boolean => /\.(?:hnotes|md)$/i.test(name);

/** The same for every way in which editors and systems write one file's URI: percent signs, the letter of a drive. */
export function fileKey(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
