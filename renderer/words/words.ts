// Every sentence a person reads, in their language. Keys and the values each sentence needs are checked by the compiler;
// plurals are chosen by Intl. Values are put in as they are: a `{{` in somebody's transcript stays those two letters.
import { en } from './en.ts';
import { createTell, type Tell } from './told.ts';
import { engine as engineInChinese } from './zh/engine.ts';
import { zh } from './zh.ts';

export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

type Sentences = typeof en;
type Sentence = keyof Sentences;
type WithoutForm<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** A key as it is asked for: `review.left` for the pair `review.left_one`, `review.left_other`. */
export type WordKey = WithoutForm<Sentence>;

type Names<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type TextOf<K extends WordKey> =
  | (K extends Sentence ? Sentences[K] : never)
  | (`${K}_other` extends Sentence ? Sentences[`${K}_other`] | 'count {{count}}' : never);
export type WordValues<K extends WordKey> = {
  readonly [N in Names<TextOf<K>>]: N extends 'count' ? number : string | number;
};
type ValuesArgument<K extends WordKey> = [keyof WordValues<K>] extends [never]
  ? readonly []
  : readonly [values: WordValues<K>];

/** Those that need no value: names of places, actions, states. */
export type PlainKey = {
  [K in WordKey]: [keyof WordValues<K>] extends [never] ? K : never;
}[WordKey];

/** Says a sentence. Numbers are written as the language writes them. */
export type Say = <K extends WordKey>(key: K, ...values: ValuesArgument<K>) => string;

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, zh };

function fill(text: string, values: Readonly<Record<string, string | number>>, numbers: Intl.NumberFormat) {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

export function createSay(language: Language, locale: string): Say {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const all = texts[language];
  return (key, ...args) => {
    const values: Readonly<Record<string, string | number>> = args[0] ?? {};
    const { count } = values;
    const form = typeof count === 'number' ? rules.select(count) : 'other';
    const text = all[`${key}_${form}`] ?? all[`${key}_other`] ?? all[key] ?? key;
    return fill(text, values, numbers);
  };
}

/** What the engine says is English as it stands. */
export const tells: Readonly<Record<Language, Tell>> = {
  en: (text) => text,
  zh: createTell(engineInChinese),
};

/** The language a person sees: what they chose, else the first of the system's that we speak, else English. */
export const languageFor = (chosen: 'system' | Language, ofSystem: readonly string[]): Language =>
  chosen === 'system'
    ? (ofSystem.map((name) => languages.find((each) => name.startsWith(each))).find((each) => each) ?? 'en')
    : chosen;

/** How dates and numbers are written: the system's own variant of the language, where it has one. */
export const localeFor = (language: Language, ofSystem: readonly string[]): string =>
  ofSystem.find((name) => name.startsWith(language)) ?? (language === 'zh' ? 'zh-CN' : 'en-GB');
