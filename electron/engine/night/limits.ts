// How much one night may do by itself. Over a limit it stops and asks: all of its changes wait for a person.
import type { Exceeded } from '../../../shared/dream.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change, ChangeFlag } from '../../../shared/proposal.ts';

// No history of ours, of 600 sessions at once, wants as many; a flood does.
const changesMax = 150;
// A quarter of what is remembered; of a small memory a few lines may always go.
const goneShareMax = 0.25;
const goneAlwaysMax = 4;
// About 2,000 tokens: as much as the block in an agent's file may hold at first.
const growthCharsMax = 8_000;

const changesMemory = (change: Change): boolean => change.operation !== 'note';

/** Entries of which nothing is kept: a merge says the same in one place. */
function goneOf(changes: readonly Change[]): number {
  const ends = changes.filter(({ operation }) => operation === 'retire' || operation === 'replace');
  return new Set(ends.flatMap(({ closes }) => closes.map(({ entryId }) => entryId))).size;
}

function growthByScope(changes: readonly Change[], known: ReadonlySet<string>): ReadonlyMap<string, number> {
  const grown = new Map<string, number>();
  for (const { after } of changes) {
    if (after === null || known.has(after.id)) continue;
    grown.set(after.scope, (grown.get(after.scope) ?? 0) + after.text.length);
  }
  return grown;
}

/** Pure. What a night wants beyond what it may; empty for nothing. */
export function exceededBy(changes: readonly Change[], entries: readonly MemoryEntry[]): readonly Exceeded[] {
  const active = entries.filter(({ status }) => status === 'active');
  const all = changes.filter(changesMemory);
  const exceeded: Exceeded[] = [];
  if (all.length > changesMax)
    exceeded.push({ limit: 'changes', wanted: all.length, allowed: changesMax, scope: null });
  const goneMax = Math.max(goneAlwaysMax, Math.floor(goneShareMax * active.length));
  const gone = goneOf(all);
  if (gone > goneMax) exceeded.push({ limit: 'memory-gone', wanted: gone, allowed: goneMax, scope: null });
  for (const [scope, chars] of growthByScope(all, new Set(active.map(({ id }) => id)))) {
    if (chars > growthCharsMax)
      exceeded.push({ limit: 'file-growth', wanted: chars, allowed: growthCharsMax, scope });
  }
  return exceeded;
}

export const flagged = (change: Change, flag: ChangeFlag): Change =>
  change.flags.includes(flag) ? change : { ...change, flags: [...change.flags, flag] };

/** Growth holds what would grow; the others hold all, for nobody can tell which of them is one too many. */
export function heldToLimits(changes: readonly Change[], exceeded: readonly Exceeded[]): readonly Change[] {
  const scopes = new Set(exceeded.flatMap(({ scope }) => scope ?? []));
  const isAll = exceeded.some(({ scope }) => scope === null);
  return changes.map((change) =>
    changesMemory(change) && (isAll || (change.after !== null && scopes.has(change.after.scope)))
      ? flagged(change, 'over-limit')
      : change,
  );
}
