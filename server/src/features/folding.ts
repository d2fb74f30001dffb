export interface FoldingAbilities {
  readonly rangeLimit: number;
}
