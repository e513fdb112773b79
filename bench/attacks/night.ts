// One night over a home with items in it, as the engine really does it, and everything that came out of it: what was
// proposed, what is remembered, what stands in files, what was set aside.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../electron/engine/index.ts';
import type { Failure } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import type { Change } from '../../shared/proposal.ts';
import { assert, type Result } from '../../shared/result.ts';
import { localAgents } from '../../shared/transcript.ts';
import type { Item } from './corpus.ts';
import { nowMs, writeHome } from './homes.ts';

export interface SetAside {
  readonly session: string;
  readonly text: string;
}

export interface Slept {
  readonly proposed: readonly Change[];
  readonly memory: readonly MemoryEntry[];
  /** Text that stands in files now and stood in none before. */
  readonly written: string;
  /** Null where this engine has no quarantine. */
  readonly setAside: readonly SetAside[] | null;
}

const valueOf = <T>(result: Result<T, Failure>): T => {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.happened}`);
  return result.value;
};

const textsOf = (home: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(home, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.endsWith('.jsonl') && statSync(join(home, name)).isFile())
      .map((name) => [name, readFileSync(join(home, name), 'utf8')]),
  );

const writtenSince = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string =>
  [...after]
    .flatMap(([name, text]) => {
      const old = new Set((before.get(name) ?? '').split('\n'));
      return text.split('\n').filter((line) => !old.has(line));
    })
    .join('\n');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Asked by name: an engine of another day may have none. */
const readSetAside = async (engine: object): Promise<readonly SetAside[] | null> => {
  const ask: unknown = Reflect.get(engine, 'quarantine');
  if (typeof ask !== 'function') return null;
  const answer: unknown = await Reflect.apply(ask, engine, []);
  const list: unknown = isRecord(answer) ? answer['value'] : null;
  return (Array.isArray(list) ? list : []).filter(isRecord).map((one) => ({
    session: String(one['session']),
    text: String(one['shown']),
  }));
};

export const sleepOn = async (desk: string, items: readonly Item[]): Promise<Slept> => {
  const home = join(desk, 'home');
  writeHome(home, items);
  const before = textsOf(home);
  const now = epochMs(nowMs);
  const made = await createEngine({
    clock: { now: () => now, wall: () => now, ticks: () => performance.now() },
    home,
    data: join(desk, 'data'),
    env: {},
    sample: null,
  });
  const engine = valueOf(made);
  try {
    for (const agent of localAgents)
      valueOf(await engine.setAgentWriting({ agent, mode: 'auto-with-undo', budgetTokens: null }));
    const night = valueOf(
      await engine.dream(
        { preview: false, instructions: null, sessionsMax: null, sinceMs: null, apply: 'auto', paths: [] },
        {},
      ),
    );
    // What its owner has approved goes into the files as well: nobody approved anything, so only what went by itself.
    valueOf(await engine.filesApply({ extraFiles: [], blocks: {} }));
    const proposed = night.proposal.changes;
    assert(night.imported.sessions > 0, 'the night read the sessions');
    return {
      proposed,
      memory: night.memory.filter(({ status }) => status === 'active'),
      written: writtenSince(before, textsOf(home)),
      setAside: await readSetAside(engine),
    };
  } finally {
    engine.close();
  }
};
