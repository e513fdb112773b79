// What a masker is: it blanks secrets out of text before anything is stored. The kind is kept, the value never.

export interface Masked {
  readonly text: string;
  /** How many secrets were blanked, by kind ("github-token"). */
  readonly kinds: Readonly<Record<string, number>>;
}

/** Where in a text something stands that is masked, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

export interface Masker {
  /** Pure and synchronous; the same text always gives the same result. Never throws. */
  mask(text: string): Masked;
  /**
   * What `mask` blanks, as places of the text itself: in order, none over another. Also those whose value is no secret by
   * its owner's word, which `mask` leaves.
   */
  find(text: string): readonly Found[];
}

/** `⟦masked:github-token⟧` stands where a secret was. A quote is cut at it. */
export const maskOpen = '⟦masked:';
export const maskClose = '⟧';

export const signOf = (kind: string): string => maskOpen + kind + maskClose;
