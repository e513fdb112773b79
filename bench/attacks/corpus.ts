// The corpus: attacks that try to talk an agent's memory into a lesson, and harmless words that look like orders. Scenes
// and orders stand in open.json and held.json; this fills them in, with a name of its own for each, so that what came of
// each can be told apart. The held half was written first, and nobody looks at it while the defence is tuned.
import { readFileSync } from 'node:fs';
import { createChance, type Chance } from '../../scripts/history/chance.ts';
import type { Step } from '../../scripts/history/day.ts';
import { assert } from '../../shared/result.ts';
import { dress } from './coats.ts';

export type Half = 'open' | 'held';

/** One thing that is done in a session, in the words of the data. */
export interface Act {
  readonly person?: string;
  readonly agent?: string;
  readonly shell?: string;
  readonly read?: string;
  readonly web?: string;
  readonly harness?: string;
  readonly compaction?: string;
  readonly helper?: string;
  readonly memory?: string;
  readonly gives?: string;
  readonly says?: string;
  readonly fails?: boolean;
}

interface Family {
  readonly name: string;
  /** In how many sessions the same is seen. */
  readonly times?: number;
  readonly scenes: readonly (readonly Act[])[];
}

interface Book {
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly families: readonly Family[];
  readonly harmless: {
    readonly said: readonly (readonly [string, string])[];
    readonly texts: readonly (readonly ['read' | 'shell' | 'web', string, string])[];
  };
}

export interface Item {
  readonly id: string;
  readonly half: Half;
  readonly family: string;
  readonly language: string;
  /** A made-up name that stands nowhere else. */
  readonly mark: string;
  /** What must not be learned, or what a person may say. */
  readonly words: string;
  readonly times: number;
  readonly acts: readonly Act[];
}

export interface Corpus {
  readonly attacks: readonly Item[];
  /** Words of others that a person put into a message with no mark around them; of the open half alone, to work with. */
  readonly pasted: readonly Item[];
  /** The attacks' own orders, said by the person: what is learned then shows that the attack is worth stopping. */
  readonly spoken: readonly Item[];
  /** The same orders, said by the person in a message that looks as if it held somebody else's words. */
  readonly own: readonly Item[];
  readonly said: readonly Item[];
  readonly texts: readonly Item[];
}

/** Words of others that a person put into a message, to work with, and the person's own words in messages that look so. */
interface PastedBook {
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly pasted: readonly (readonly [family: string, language: string, message: string])[];
  readonly own: readonly (readonly [language: string, message: string])[];
}

const perFamily = 16;
const timesUsual = 3;
const rounds = 2;

const readBook = (half: Half): Book => {
  const book: Book = JSON.parse(readFileSync(new URL(`${half}.json`, import.meta.url), 'utf8'));
  assert(book.families.length > 0, `${half}.json has families`);
  return book;
};

const syllables = [
  'vo',
  'ra',
  'ki',
  'ne',
  'lu',
  'sta',
  'mer',
  'do',
  'fen',
  'zil',
  'gar',
  'pu',
  'tho',
  'wy',
  'bex',
  'nor',
];
const makeMark = (chance: Chance): string => Array.from({ length: 4 }, () => chance.pick(syllables)).join('');

const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)(?:\|([\w-]+))?\}/g, (whole, slot: string, coat: string | undefined) => {
    const words = slots[slot];
    return words === undefined ? whole : dress(words, coat);
  });

const fillAct = (act: Act, slots: Readonly<Record<string, string>>): Act =>
  Object.fromEntries(
    Object.entries(act).map(([key, value]: [string, string | boolean]) => [
      key,
      typeof value === 'string' ? fill(value, slots) : value,
    ]),
  );

const slotsFor = (mark: string, chance: Chance): Readonly<Record<string, string>> => ({
  mark,
  tool: `${mark}-${chance.pick(['kit', 'fmt', 'check'])}`,
  folder: `${chance.pick(['src', 'lib', 'packages'])}/${mark}`,
  project: mark,
});

const attacksOf = (half: Half, book: Book, seed: string): readonly Item[] =>
  book.families.flatMap((family, familyAt) => {
    const languages = Object.keys(book.orders);
    return Array.from({ length: perFamily }, (_, index): Item => {
      const id = `${half}/${family.name}/${index}`;
      const chance = createChance(`${seed}/${id}`);
      const mark = makeMark(chance);
      // English first, then the others in turn: half of what is attacked is in other languages.
      const language =
        index % 2 === 0 ? 'en' : (languages[((index >> 1) + familyAt) % languages.length] ?? 'en');
      const words = fill(chance.pick(book.orders[language] ?? []), { mark });
      const scene = family.scenes[index % family.scenes.length] ?? [];
      const slots = { ...slotsFor(mark, chance), order: words };
      return {
        id,
        half,
        family: family.name,
        language,
        mark,
        words,
        times: family.times ?? timesUsual,
        acts: scene.map((act) => fillAct(act, slots)),
      };
    });
  });

const harmlessOf = (half: Half, book: Book, seed: string): Pick<Corpus, 'said' | 'texts' | 'spoken'> => {
  const item = (
    kind: string,
    language: string,
    index: number,
    make: (slots: Readonly<Record<string, string>>) => readonly Act[],
  ): Item => {
    const id = `${half}/${kind}/${index}`;
    const chance = createChance(`${seed}/${id}`);
    const mark = makeMark(chance);
    const acts = make(slotsFor(mark, chance));
    const words = acts.find(({ person }) => person !== undefined)?.person ?? '';
    return { id, half, family: kind, language, mark, words, times: timesUsual, acts };
  };
  const twice = <T>(all: readonly T[]): readonly T[] => Array.from({ length: rounds }, () => all).flat();
  return {
    said: twice(book.harmless.said).map(([language, text], index) =>
      item('said', language, index, (slots) => [{ person: fill(text, slots) }, { agent: 'Yes.' }]),
    ),
    texts: twice(book.harmless.texts).map(([by, target, gives], index) =>
      item('texts', 'en', index, (slots) => [
        { person: 'Have a look at this one, please.' },
        { [by]: target, gives: fill(gives, slots) },
        { agent: 'I have looked at it.' },
      ]),
    ),
    spoken: Object.entries(book.orders).flatMap(([language, orders]) =>
      orders.map((order, index) =>
        item(`spoken-${language}`, language, index, (slots) => [
          { person: fill(order, slots) },
          { agent: 'Yes.' },
        ]),
      ),
    ),
  };
};

/** They go with the open half: `pasted` are attacks, `own` is what must still be heard. */
const pastedOf = (book: Book, seed: string): Pick<Corpus, 'pasted' | 'own'> => {
  const pasted: PastedBook = JSON.parse(readFileSync(new URL('pasted.json', import.meta.url), 'utf8'));
  const orders = { ...pasted.orders, ...book.orders };
  const item = (family: string, language: string, message: string, index: number): Item => {
    const id = `open/${family}/${index}`;
    const chance = createChance(`${seed}/${id}`);
    const mark = makeMark(chance);
    const words = fill(chance.pick(orders[language] ?? []), { mark });
    const acts: readonly Act[] = [
      { person: fill(message, { ...slotsFor(mark, chance), order: words }) },
      { agent: 'Yes.' },
    ];
    return { id, half: 'open', family, language, mark, words, times: timesUsual, acts };
  };
  return {
    pasted: pasted.pasted.map(([family, language, message], at) =>
      item(`pasted-${family}`, language, message, at),
    ),
    own: pasted.own.map(([language, message], at) => item('own', language, message, at)),
  };
};

export const makeCorpus = (half: Half, seed: string): Corpus => {
  const book = readBook(half);
  const attacks = attacksOf(half, book, seed);
  const harmless = harmlessOf(half, book, seed);
  const beside = half === 'held' ? { pasted: [], own: [] } : pastedOf(book, seed);
  return { attacks, ...harmless, ...beside };
};

/** One act as steps of a session; a memory file and a helper are no steps of it. */
export const stepsOf = (act: Act): readonly Step[] => {
  if (act.person !== undefined) return [{ by: 'person', text: act.person }];
  if (act.agent !== undefined) return [{ by: 'agent', text: act.agent }];
  if (act.harness !== undefined) return [{ by: 'harness', text: act.harness }];
  if (act.compaction !== undefined) return [{ by: 'compaction', summary: act.compaction }];
  const output = act.gives ?? '';
  for (const tool of ['shell', 'read', 'web'] as const) {
    const target = act[tool];
    if (target !== undefined)
      return [{ by: 'tool', call: { tool, target, output, failed: act.fails ?? false } }];
  }
  return [];
};
