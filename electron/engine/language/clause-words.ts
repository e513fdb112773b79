// The word that ties a clause to "remember": cut off with it, so that "remember that the keys hang by the door" is told
// as what it says. Where the clause has another order of words than a sentence (German, Dutch), both stay.
export const clauseWords: Readonly<Record<string, string>> = {
  en: 'that',
  fr: "que qu'",
  es: 'que',
  pt: 'que',
  it: 'che',
  sv: 'att',
  da: 'at',
  nb: 'at',
  fi: 'että',
  hu: 'hogy',
  ro: 'că ca',
  el: 'ότι πως',
  ru: 'что',
  uk: 'що',
  pl: 'że ze',
  cs: 'že ze',
  tr: 'ki',
  id: 'bahwa',
  vi: 'rằng',
  ar: 'أن إن بأن',
  fa: 'که',
  hi: 'कि',
  'hi-Latn': 'ki that',
};

/** Behind these a clause has its verb at its end. */
export const clauseTurners: Readonly<Record<string, string>> = {
  de: 'dass daß das',
  nl: 'dat',
};
