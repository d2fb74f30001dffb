/** The packs of content/, put into the browser bundle by scripts/build.mjs. */
declare module 'shipped-packs' {
  const packs: readonly { readonly folder: string; readonly files: readonly { readonly file: string; readonly text: string }[] }[];
  export default packs;
}
