// A proposal as its owner's word lets it stand: without what they turned down, and never over what they pinned or worded
// themselves unless they see it.
import type { Feedback, OwnersWord } from '../../../shared/decisions.ts';
import type { Repeat, Verdict } from '../../../shared/dream.ts';
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import type { Change, Proposal } from '../../../shared/proposal.ts';

const isNo = ({ kind }: Feedback): boolean => kind === 'rejected' || kind === 'rolled-back';

const pairOf = (a: EntryId, b: EntryId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Lines whose merging was turned down stay apart, in whatever company they are found the next time. */
export function allowedRepeats(repeats: readonly Repeat[], word: OwnersWord): readonly Repeat[] {
  const apart = new Set(
    word.feedback
      .filter((one) => isNo(one) && one.operation === 'merge')
      .flatMap(({ entryId, closes }) =>
        entryId === null ? [] : closes.map((closed) => pairOf(entryId, closed)),
      ),
  );
  if (apart.size === 0) return repeats;
  return repeats
    .map((repeat) => ({ ...repeat, close: repeat.close.filter((id) => !apart.has(pairOf(repeat.keep, id))) }))
    .filter(({ close }) => close.length > 0);
}

/** An entry that its owner would not let go stays, whatever makes a night think that it is over. */
export function allowedVerdicts(verdicts: readonly Verdict[], word: OwnersWord): readonly Verdict[] {
  const kept = new Set(
    word.feedback
      .filter((one) => isNo(one) && one.operation === 'retire')
      .flatMap(({ closes }) => [...closes]),
  );
  if (kept.size === 0) return verdicts;
  return verdicts.map((verdict) => ({
    ...verdict,
    closes: verdict.closes.filter(({ entryId }) => !kept.has(entryId)),
  }));
}

export interface Obeying {
  readonly proposal: Proposal;
  readonly base: MemoryVersion;
  readonly word: OwnersWord;
  /** Turned down, set aside or taken back before. */
  readonly refused: ReadonlySet<ChangeId>;
}

/** Pure. */
export function obey({ proposal, base, word, refused }: Obeying): Proposal {
  const active = new Map(base.entries.filter((e) => e.status === 'active').map((e) => [e.id, e]));
  const changes = proposal.changes
    .filter((change) => !refused.has(change.id) && !overwritesWords(change, active))
    .map((change) => flaggedIfPinned(change, word.pinned, active));
  return { ...proposal, changes };
}

/** The entry stands there already, and in other words: its owner's. */
function overwritesWords(change: Change, active: ReadonlyMap<EntryId, MemoryEntry>): boolean {
  if (change.operation !== 'add' && change.operation !== 'replace') return false;
  const standing = change.after === null ? undefined : active.get(change.after.id);
  return standing !== undefined && standing.text !== change.after?.text;
}

function flaggedIfPinned(
  change: Change,
  pinned: ReadonlySet<EntryId>,
  active: ReadonlyMap<EntryId, MemoryEntry>,
): Change {
  const touched = [
    ...change.closes.map(({ entryId }) => entryId),
    ...(change.after ? [change.after.id] : []),
  ];
  const held = touched.filter((id) => pinned.has(id) && active.has(id));
  if (held.length === 0 || change.operation === 'note') return change;
  const texts = held.map((id) => `“${active.get(id)?.text ?? ''}”`).join(', ');
  return {
    ...change,
    why: `${change.why} You pinned ${texts}: it changes by your own hand only.`,
    flags: [...new Set([...change.flags, 'conflict' as const])],
  };
}
