// Where measures get their agents' histories from: made once for each size, below one temporary folder. The project's
// own generator and bank; or, where they were named, others.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, runNode } from './ask.ts';
import type { HistoryQuestion } from './children/history.ts';

/** What "now" is for every night, so that two runs of the bench read the same. */
export const benchNowMs = Date.parse('2026-11-20T03:00:00Z');

export interface Size {
  readonly sessions: number;
  /** Ordinary tasks in a session, at the most. */
  readonly lengthMax: number;
  /** KiB of text in each file that a tool read. */
  readonly padKib: number;
}

/** What one session of everyday size is like: what the growth of a store is measured with. */
export const tiny = (sessions: number): Size => ({ sessions, lengthMax: 4, padKib: 0 });

export interface MadeHistory {
  readonly home: string;
  /** The folder it lies in; anything may be put beside the home. */
  readonly out: string;
  readonly size: Size;
  readonly bytes: number;
  readonly sessionFiles: readonly string[];
}

export interface Histories {
  of(size: Size): Promise<MadeHistory>;
  /** An empty folder that nothing else uses. */
  place(name: string): string;
}

export interface HistorySource {
  /** The folder below which everything is written. */
  readonly root: string;
  readonly bankPath: string;
  /** Another generator's script; null for our own. */
  readonly generator: string | null;
}

export const ownBank = fileURLToPath(new URL('banks/tune.json', import.meta.url));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

export function describeHistory(out: string, size: Size): MadeHistory {
  const home = join(out, 'home');
  const files = filesBelow(home);
  return {
    home,
    out,
    size,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
    sessionFiles: files.filter((path) => path.endsWith('.jsonl')).toSorted(),
  };
}

async function make(out: string, size: Size, source: HistorySource): Promise<MadeHistory> {
  const { sessions, lengthMax, padKib } = size;
  if (source.generator === null) {
    const asked: HistoryQuestion = {
      out,
      bankPath: source.bankPath,
      sessions,
      lengthMax,
      padKib,
      seed: 1,
      nowMs: benchNowMs,
    };
    await ask('history', asked, source.root);
    return describeHistory(out, size);
  }
  const options = { bank: source.bankPath, sessions, length: lengthMax, pad: padKib, seed: 1 };
  const ended = await runNode(
    [
      source.generator,
      '--out',
      out,
      '--now',
      new Date(benchNowMs).toISOString(),
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ],
    source.root,
  );
  if (ended.status !== 0) throw new Error(`the generator failed: ${ended.stderr.trim().slice(-2000)}`);
  return describeHistory(out, size);
}

export function createHistories(source: HistorySource): Histories {
  const made = new Map<string, Promise<MadeHistory>>();
  let places = 0;
  const place = (name: string): string => {
    places += 1;
    const folder = join(source.root, `${String(places)}-${name}`);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  const of = (size: Size): Promise<MadeHistory> => {
    const key = JSON.stringify(size);
    const known = made.get(key);
    if (known) return known;
    const making = make(place(`history-of-${String(size.sessions)}`), size, source);
    made.set(key, making);
    return making;
  };
  return { of, place };
}

/** Says what is not here; the bench goes on without it. */
export function readSource(
  root: string,
  given: { readonly generator?: string | undefined; readonly bank?: string | undefined },
  say: (text: string) => void,
): HistorySource {
  const own: HistorySource = { root, bankPath: ownBank, generator: null };
  const { generator, bank } = given;
  if (generator === undefined) {
    if (bank !== undefined && !existsSync(bank)) say(`${bank} is not here; going on with our own bank.`);
    return bank !== undefined && existsSync(bank) ? { ...own, bankPath: bank } : own;
  }
  const missing = [generator, bank].filter((path) => path !== undefined && !existsSync(path));
  if (missing.length > 0) {
    say(`${missing.join(' and ')} not here; going on with our own generator and bank.`);
    return own;
  }
  if (bank === undefined)
    say('--generator without --bank: it is given our own bank, which it may not know how to read.');
  return { root, generator, bankPath: bank ?? ownBank };
}
