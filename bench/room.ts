// What every measure is given: how large to measure, where histories come from, and where its lines go.
import type { NightAnswer, NightQuestion, Step } from './children/night.ts';
import type { PlainAnswer, PlainQuestion } from './children/plain-pass.ts';
import { ask } from './ask.ts';
import type { Histories, Size } from './histories.ts';
import { tiny } from './histories.ts';
import type { Measured } from './line.ts';
import { join } from 'node:path';

export interface Room {
  readonly histories: Histories;
  readonly sizes: Sizes;
  /** An empty folder: the home of every process that is started. */
  readonly emptyHome: string;
  readonly print: (measured: Measured) => void;
  readonly say: (text: string) => void;
}

export type Measure = (room: Room) => Promise<void>;

export interface Sizes {
  readonly name: 'quick' | 'full';
  /** How often a thing is measured; the medians are printed. */
  readonly rounds: number;
  /** A night of heavy use. */
  readonly heavy: Size;
  /** The large store, and a quarter of it. */
  readonly large: Size;
  readonly quarter: Size;
  readonly nextNights: number;
  readonly orders: number;
  readonly orderSize: Size;
  readonly idleMs: number;
}

/** A minute or two: shows that nothing has become slow. */
export const quick: Sizes = {
  name: 'quick',
  rounds: 3,
  heavy: { sessions: 40, lengthMax: 60, padKib: 6 },
  large: tiny(800),
  quarter: tiny(200),
  nextNights: 3,
  orders: 3,
  orderSize: tiny(60),
  idleMs: 3000,
};

/** The sizes that the aims are for. */
export const full: Sizes = {
  name: 'full',
  rounds: 5,
  heavy: { sessions: 100, lengthMax: 60, padKib: 6 },
  large: tiny(10_000),
  quarter: tiny(2500),
  nextNights: 5,
  orders: 4,
  orderSize: tiny(150),
  idleMs: 60_000,
};

export const dayMs = 86_400_000;

/** The engine in a fresh process, on a store of its own where none is given. */
export const night = (
  room: Room,
  home: string,
  steps: readonly Step[],
  data = join(room.histories.place('store'), 'data'),
): Promise<NightAnswer> => {
  const asked: NightQuestion = { home, data, steps };
  return ask<NightAnswer>('night', asked, room.emptyHome);
};

export const plainPass = (
  room: Room,
  home: string,
  database = join(room.histories.place('plain'), 'plain.db'),
): Promise<PlainAnswer> => {
  const asked: PlainQuestion = { home, database };
  return ask<PlainAnswer>('plain-pass', asked, room.emptyHome);
};

export function dreamStep({ steps }: NightAnswer): NightAnswer['steps'][number] {
  const dreamt = steps.find((step) => step.do === 'dream');
  if (dreamt === undefined || dreamt.failure) {
    throw new Error(`the night failed: ${dreamt?.failure?.happened ?? 'it was not dreamt'}`);
  }
  return dreamt;
}
