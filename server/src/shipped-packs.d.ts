/** The packs of content/, put into the browser bundle by scripts/bundles.mjs. */
declare module 'shipped-packs' {
  const packs: readonly {
    readonly folder: string;
    readonly files: readonly { readonly file: string; readonly text: string }[];
    readonly prepared?: string;
  }[];
  export default packs;
}
