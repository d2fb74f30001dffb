export interface Notice {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** Of the licence file. */
  readonly text: string;
}

export interface Notices {
  readonly text: string;
  readonly packages: readonly Notice[];
}

/** All that ThirdPartyNotices.txt says, and the packages it says it of. */
export function notices(): Promise<Notices>;
