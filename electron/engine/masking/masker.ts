// What a masker is: it blanks secrets out of text before anything is stored. The kind is kept, the value never.

export interface Masked {
  readonly text: string;
  /** How many secrets were blanked, by kind ("github-token"). */
  readonly kinds: Readonly<Record<string, number>>;
}

export interface Masker {
  /** Pure and synchronous; the same text always gives the same result. Never throws. */
  mask(text: string): Masked;
}

/** `⟦masked:github-token⟧` stands where a secret was. A quote is cut at it. */
export const maskOpen = '⟦masked:';
export const maskClose = '⟧';
