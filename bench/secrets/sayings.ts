// Secrets as people hand them over, in sentences of thirty languages, most of them without a word for password, and as
// many sentences with branches, tickets and models that only look like one. Half of the sentences are held.
import { readFileSync } from 'node:fs';
import { assert } from '../../shared/result.ts';
import { createChance } from '../../scripts/history/chance.ts';
import type { Case } from './cases.ts';
import { make, type Kind } from './make.ts';

interface Saying {
  readonly lang: string;
  /** `{secret}` stands where the value stands; a harmless one is whole. */
  readonly text: string;
  /** A word in it says that a secret follows. */
  readonly named?: boolean;
}
interface Maker extends Kind {
  /** Made by a machine: what chance gives one sentence of many. People's own are told in every sentence. */
  readonly machine?: boolean;
  /** Looks like a sum or an id: only the word beside it tells. */
  readonly needsName?: boolean;
}

const isText = (one: unknown): one is Saying =>
  typeof one === 'object' && one !== null && 'lang' in one && 'text' in one;
const isMaker = (one: unknown): one is Maker => typeof one === 'object' && one !== null && 'kind' in one;

const readSayings = (): {
  readonly makers: readonly Maker[];
  readonly told: readonly Saying[];
  readonly harmless: readonly Saying[];
} => {
  const data: unknown = JSON.parse(readFileSync(new URL('sayings.json', import.meta.url), 'utf8'));
  const list = <T>(key: string, is: (one: unknown) => one is T): readonly T[] => {
    const all: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : null;
    assert(Array.isArray(all) && all.every(is), `sayings.json has a list called ${key}`);
    return all;
  };
  return { makers: list('makers', isMaker), told: list('told', isText), harmless: list('harmless', isText) };
};

/** By the sentence: what is held of it is held with every value. */
const isHeld = (saying: Saying): boolean => createChance(`held saying ${saying.text}`).happens(0.5);

const toldCase = (saying: Saying, at: number, maker: Maker, seed: string): Case => {
  const id = `${seed}/${maker.kind}/${saying.lang}-${at}`;
  const { value, secret } = make(maker, createChance(id));
  return {
    id,
    kind: maker.kind,
    format: saying.lang,
    isSecret: true,
    isHeld: isHeld(saying),
    text: saying.text.replace('{secret}', () => value),
    parts: secret,
    around: [],
    json: false,
  };
};

const harmlessCase = (saying: Saying, at: number, seed: string): Case => ({
  id: `${seed}/harmless/${saying.lang}-${at}`,
  kind: 'harmless',
  format: saying.lang,
  isSecret: false,
  isHeld: isHeld(saying),
  text: saying.text,
  parts: [saying.text],
  around: [],
  json: false,
});

/** Of the machines' kinds one for each sentence, or `all` of them. */
export const makeSayings = (seed: string, all = false): readonly Case[] => {
  const { makers, told, harmless } = readSayings();
  const peoples = makers.filter(({ machine }) => machine !== true);
  const machines = makers.filter(({ machine }) => machine === true);
  const fitting = (saying: Saying, at: number): readonly Maker[] => {
    const fit = machines.filter(({ needsName }) => needsName !== true || saying.named === true);
    return all ? fit : [createChance(`${seed} machine ${at}`).pick(fit)];
  };
  return [
    ...told.flatMap((saying, at) =>
      [...peoples, ...fitting(saying, at)].map((maker) => toldCase(saying, at, maker, seed)),
    ),
    ...harmless.map((saying, at) => harmlessCase(saying, at, seed)),
  ];
};
