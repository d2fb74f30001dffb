/** Nouns of posts, whatever they are posts of. */

/** What one can become, or be made. */
export const POSTS =
  /^(?:chair(?:man|woman)?|president|head|leader|boss|chief|clerk|secretary|minister|commissar|director|editor|governor|mayor|ambassador|envoy|commander|general|officer|official|inspector|judge|professor|teacher|adviser|advisor|assistant|member|delegate|deputy|candidate|prefect|treasurer|spokesman)$/;
