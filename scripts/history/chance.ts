// Seeded chance: the same words and the same seed give the same history on every computer.
import { createHash } from 'node:crypto';
import { assert } from '../../shared/result.ts';

export interface Chance {
  /** 0 or more, below 1. */
  next(): number;
  /** A whole number from 0, below `below`. */
  whole(below: number): number;
  /** True for about this share of questions. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(all: readonly T[]): readonly T[];
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  uuid(): string;
}

/** xoshiro128** (Blackman and Vigna, public domain), seeded by SHA-256 of the words. */
export const createChance = (seed: string): Chance => {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let d = digest.readUInt32LE(12);
  const turnLeft = (bits: number, by: number): number => (bits << by) | (bits >>> (32 - by));
  const next = (): number => {
    const result = Math.imul(turnLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turnLeft(d, 11);
    return (result >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => whole(16).toString(16)).join('');
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (from) => {
      const picked = from[whole(from.length)];
      assert(picked !== undefined, 'there is something to pick from');
      return picked;
    },
    shuffle: (all) => {
      const left = [...all];
      return all.map(() => left.splice(whole(left.length), 1)).flat();
    },
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[whole(4)]}${hex(3)}-${hex(12)}`,
  };
};
