/** What another language owes: every sentence, but no form for one, where it has none. */
export type Translation<Original> = {
  readonly [K in keyof Original as K extends `${string}_one` ? never : K]: string;
};
