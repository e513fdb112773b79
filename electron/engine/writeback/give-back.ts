// Gives lines of a file back once the changes that had altered them went out of our record. What the write did to lines
// outside of our block is merged out of the file as it is now; what others did since stays.
import type { ChangeId } from '../../../shared/ids.ts';
import type { FileOwner } from '../store/snapshots.ts';
import { inspectBlock, withBlock } from './block.ts';
import { mergeFiles } from './merge.ts';

/** A write of ours with a change in it that was rolled back. */
export interface TakenBack {
  readonly agent: FileOwner;
  /** Null: there was no file. */
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  /** All that it brought; those of them that are still in force are written again. */
  readonly changeIds: readonly ChangeId[];
  /** None of its lines stood there any more when the file was last read: somebody has decided otherwise. */
  readonly isOver: boolean;
}

export interface GivenBack {
  readonly bytes: Buffer;
  readonly given: readonly TakenBack[];
  /** Others changed the same lines since; a person must say. */
  readonly stuck: readonly TakenBack[];
  /** Others changed them and that was read since: it stays as they left it. */
  readonly over: readonly TakenBack[];
}

/** The newest write first, as each was made upon the one before. */
export function giveBack(bytes: Buffer, all: readonly TakenBack[]): GivenBack {
  let back: GivenBack = { bytes, given: [], stuck: [], over: [] };
  for (const one of all) {
    const merged = giveOneBack(back.bytes, one);
    if (merged !== null) back = { ...back, bytes: merged, given: [...back.given, one] };
    else if (one.isOver) back = { ...back, over: [...back.over, one] };
    else back = { ...back, stuck: [...back.stuck, one] };
  }
  return back;
}

/** Null where a person must say. Our block is the plan's, so both sides get the one that stands there now. */
function giveOneBack(bytes: Buffer, { before, after }: TakenBack): Buffer | null {
  const now = inspectBlock(bytes);
  const [base, ours] = [after ?? Buffer.alloc(0), before ?? Buffer.alloc(0)];
  const isOdd = [base, ours].some((side) => inspectBlock(side).kind === 'broken');
  if (isOdd || now.kind === 'broken') return null;
  const body = now.kind === 'none' ? '' : now.body;
  return mergeFiles({ base: withBlock(base, body), ours: withBlock(ours, body), theirs: bytes });
}
