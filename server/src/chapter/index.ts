/** Packs: what a chapter knows, how it is loaded, and the index of its names. */
export * from './load';
export * from './model';
