// The rules of bench/wordings: what one person means, in four wordings.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Rule {
  readonly id: string;
  readonly language: string;
  readonly person: string;
  readonly wordings: readonly string[];
  /** Another rule of the same person that shares words with it. */
  readonly kin?: string;
}

const folder = resolve(import.meta.dirname, '../bench/wordings');

/** All rules of each person. */
export function readPeople(): ReadonlyMap<string, readonly Rule[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const rules = names.toSorted().flatMap(
    // our own files, written in this shape
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Rule[],
  );
  return Map.groupBy(rules, ({ person }) => person);
}

/** The rules with odd numbers are kept: nothing is fitted or tuned on them. */
export const isKept = ({ id }: Rule): boolean => Number(id.split('-').at(-1)) % 2 === 1;
