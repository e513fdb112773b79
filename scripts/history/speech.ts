// How people put a thing: seldom in a message of its own, not always with capitals, and now and then misspelt.
import type { Person, Project, Voice } from './bank.ts';
import type { Chance } from './chance.ts';
import { wordsHad, type Wording } from './words.ts';

export interface Speaker {
  readonly person: Person;
  readonly project: Project;
  readonly voice: Voice;
  readonly chance: Chance;
}

/** Fills `{n}` and the project's slots; within one call a slot keeps its word. */
export const createFill = (project: Project, chance: Chance): ((text: string) => string) => {
  const chosen = new Map<string, string>();
  return (text) =>
    text.replace(/\{(\w+)\}/g, (whole, slot: string) => {
      const words = slot === 'n' ? [String(2 + chance.whole(48))] : project.slots[slot];
      if (words === undefined) return whole;
      const word = chosen.get(slot) ?? chance.pick(words);
      chosen.set(slot, word);
      return word;
    });
};

/** Names, paths, versions and what stands in backticks are typed as they are. */
const isPlainWord = (word: string): boolean => /^\p{Lu}?\p{Ll}+[,.!?:;]?$/u.test(word);

const inSmallLetters = (text: string): string =>
  text
    .split(/(`[^`]*`|\s+)/)
    .map((word) => (isPlainWord(word) || /^I('|$)/.test(word) ? word.toLowerCase() : word))
    .join('')
    .replace(/[.。]$/u, '');

/** One slip of the fingers in one longer word. */
const misspell = (text: string, chance: Chance): string => {
  const words = [...text.matchAll(/(?<![\p{L}`/._-])\p{Ll}{5,}(?![\p{L}`/._-])/gu)];
  if (words.length === 0) return text;
  const { 0: word, index } = chance.pick(words);
  const at = 1 + chance.whole(word.length - 3);
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
  ];
  return text.slice(0, index) + chance.pick(slips) + text.slice(index + word.length);
};

/** The phrase as this person would type it today. What it says never changes: the words that tell it stay whole. */
export const asTyped = (phrase: string, speaker: Speaker, wording: Wording): string => {
  const { person, chance } = speaker;
  const small = chance.happens(person.lowerCase) ? inSmallLetters(phrase) : phrase;
  const typed = chance.happens(person.typos) ? misspell(small, chance) : small;
  const same = (text: string): boolean => wordsHad(text, wording) === wordsHad(phrase, wording);
  return [typed, small].find(same) ?? phrase;
};

export const ask = (speaker: Speaker): string =>
  createFill(speaker.project, speaker.chance)(speaker.chance.pick(speaker.project.tasks));

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const isEnded = (text: string): boolean => /[.!?。！？)]$/u.test(text);
const isSpaced = (text: string): boolean => /^[\p{Script=Latin}¿¡]/u.test(text);

/** Two things said one after the other. Without a full stop between them people press Enter. */
const join = (one: string, other: string, chance: Chance): string => {
  if (one === '' || other === '') return one + other;
  if (!isEnded(one)) return one + chance.pick(['\n', '\n\n']) + other;
  return one + chance.pick(isSpaced(other) ? [' ', ' ', '\n', '\n\n'] : ['', '\n']) + other;
};

/** The phrase amid what else was on the person's mind. `first`: nothing went before, so a task may. */
export const amid = (phrase: string, first: boolean, speaker: Speaker): string => {
  const { chance, voice, project } = speaker;
  const fill = createFill(project, chance);
  const some = (all: readonly string[]): string => (all.length === 0 ? '' : chance.pick(all));
  const tail = (): string => some(voice.tails);
  const talk = (): string => fill(chance.pick(voice.chatter).say);
  const led = (lead: string): string =>
    lead === '' ? phrase : isSpaced(phrase) ? `${lead} ${lowerFirst(phrase)}` : lead + phrase;
  const then = (...parts: readonly string[]): string =>
    parts.reduce((said, part) => join(said, part, chance));
  const pasted = (): string => (voice.pastes.length === 0 ? '' : `\n\n${fill(chance.pick(voice.pastes))}`);
  const forms: readonly (() => string)[] = [
    () => phrase,
    () => phrase,
    () => phrase,
    () => led(some(voice.leads)),
    () => then(phrase, tail()),
    () => then(phrase, ask(speaker)),
    () => then(phrase, ask(speaker), tail()),
    () => then(talk(), phrase),
    () => phrase + pasted(),
    ...(first ? [() => then(ask(speaker), phrase), () => then(ask(speaker), phrase, tail())] : []),
  ];
  return chance.pick(forms)();
};
