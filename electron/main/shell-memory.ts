// What the shell itself remembers between starts, in one small file: where the window was, and what was said already.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import type { Bounds } from './bounds.ts';
import type { ModelTrouble } from './morning.ts';

export interface Remembered {
  readonly bounds: Bounds | null;
  readonly isMaximized: boolean;
  /** The night that the morning's notification told of last, by when it was due. */
  readonly toldDueAtMs: EpochMs | null;
  /** What it told of the model last; null where that went well since. */
  readonly toldTrouble: ModelTrouble | null;
  /** It was said that closing the window does not quit. */
  readonly hasSaidItStays: boolean;
}

export interface ShellMemory {
  readonly get: () => Remembered;
  readonly keep: (news: Partial<Remembered>) => void;
}

const nothing: Remembered = {
  bounds: null,
  isMaximized: false,
  toldDueAtMs: null,
  toldTrouble: null,
  hasSaidItStays: false,
};

/** A file that cannot be read or written costs the window's place and no more. */
export function openShellMemory(file: string, log: (text: string) => void): ShellMemory {
  let now = readWhole(file);
  return {
    get: () => now,
    keep: (news) => {
      now = { ...now, ...news };
      try {
        writeFileSync(`${file}.new`, JSON.stringify(now));
        renameSync(`${file}.new`, file);
      } catch (error) {
        log(`The window's place was not kept: ${String(error)}`);
      }
    },
  };
}

function readWhole(file: string): Remembered {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return nothing;
    const told = 'toldDueAtMs' in value ? value.toldDueAtMs : null;
    const trouble = 'toldTrouble' in value ? value.toldTrouble : null;
    return {
      bounds: 'bounds' in value ? readBounds(value.bounds) : null,
      isMaximized: 'isMaximized' in value && value.isMaximized === true,
      toldDueAtMs: typeof told === 'number' ? epochMs(told) : null,
      toldTrouble: trouble === 'key' || trouble === 'budget' ? trouble : null,
      hasSaidItStays: 'hasSaidItStays' in value && value.hasSaidItStays === true,
    };
  } catch {
    return nothing;
  }
}

function readBounds(value: unknown): Bounds | null {
  if (typeof value !== 'object' || value === null) return null;
  const part = (name: string): number => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'number' && Number.isInteger(found) ? found : Number.NaN;
  };
  const bounds = { x: part('x'), y: part('y'), width: part('width'), height: part('height') };
  return Object.values(bounds).some(Number.isNaN) ? null : bounds;
}
