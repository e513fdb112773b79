// What keeps a change from being written until a person says how: with what was, what they have, and what we would write.
import type { ChangeId } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import type { BrokenBlock } from './block.ts';
import type { Refusal } from './look.ts';
import { refusalWords } from './look.ts';

export type ConflictReason =
  /** The same lines were changed on both sides. */
  | { readonly kind: 'edited-meanwhile' }
  /** A line that a change is about does not say any more what it said. */
  | { readonly kind: 'line-changed' }
  /** Somebody changed lines inside our block. */
  | { readonly kind: 'block-edited' }
  | { readonly kind: 'block-broken'; readonly why: BrokenBlock }
  /** It was there when the line was read, and is not any more; perhaps its folder neither. */
  | { readonly kind: 'file-gone' }
  /** Nothing can be written there. */
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'link-moved' };

export interface FileConflict {
  /** As people see it. */
  readonly path: string;
  readonly reason: ConflictReason;
  /** Each null where there is none. Secrets masked. */
  readonly before: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
  readonly changeIds: readonly ChangeId[];
}

const brokenWords: Readonly<Record<BrokenBlock, string>> = {
  'begins-without-end': 'its end mark is gone',
  'ends-without-begin': 'its begin mark is gone',
  'begins-twice': 'it begins a second time before it ends',
  'stands-twice': 'it stands there more than once',
  'marker-damaged': 'one of its marks was changed',
};

/** For people: what happened, and what they can do. */
export function conflictSentence({ path, reason }: FileConflict): string {
  switch (reason.kind) {
    case 'edited-meanwhile':
      return `${path}: you or an agent changed the same lines. Keep yours, take ours, or write the result by hand.`;
    case 'line-changed':
      return `${path}: a line that was to be changed says something else now. It was left as it is.`;
    case 'block-edited':
      return `${path}: somebody changed lines inside Slowwave's block. Keep them as your own lines, or let the block be written anew.`;
    case 'block-broken':
      return `${path}: Slowwave's block is broken: ${brokenWords[reason.why]}. Keep what is left as your own lines, or mend the marks.`;
    case 'file-gone':
      return `${path} is not there any more, and an approved change was to go into it. Make it anew, choose another file, or drop it.`;
    case 'refused':
      return `${path} cannot be written. ${refusalWords[reason.why]}`;
    case 'link-moved':
      return `${path} is a link that leads elsewhere than it did. Look again, then apply.`;
    default:
      return assertNever(reason);
  }
}
