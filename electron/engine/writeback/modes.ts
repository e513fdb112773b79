// Which change may go into an agent's own file without a person having seen it. The answer is no, unless the owner of
// that agent said otherwise and nothing about the change wants a person's eye.
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { assertNever } from '../../../shared/result.ts';
import type { WritingMode } from '../store/file-writes.ts';

/** Where in a file a change would be felt. */
export interface WritePlace {
  /** own-block: our own lines. by-agent: an agent's note. by-person, of-project: written by somebody's hand. */
  readonly line: 'own-block' | 'by-agent' | 'by-person' | 'of-project';
  readonly holdsSecret: boolean;
  /** The file is not what the change was made against. */
  readonly isConflict: boolean;
}

export interface ProposedWrite {
  readonly change: Pick<Change, 'operation' | 'flags'>;
  /** All that it closes says what stays, letter for letter but for space and case. */
  readonly isExactDuplicate: boolean;
}

export interface Permission {
  readonly may: boolean;
  /** For people. */
  readonly because: string;
}

const no = (because: string): Permission => ({ may: false, because });

export function mayWriteByItself(mode: WritingMode, proposed: ProposedWrite, place: WritePlace): Permission {
  const held = whyHeld(proposed, place);
  switch (mode) {
    case 'off':
      return no('writing is off for this agent');
    case 'review':
      return no('this agent’s changes wait for your review');
    case 'auto-duplicates':
      if (held !== null) return no(held);
      return proposed.change.operation === 'merge' && proposed.isExactDuplicate
        ? { may: true, because: 'an exact duplicate' }
        : no('only exact duplicates go by themselves for this agent');
    case 'auto-with-undo':
      return held === null ? { may: true, because: 'nothing holds it back, and it can be undone' } : no(held);
    default:
      return assertNever(mode);
  }
}

/** What no mode lets through. */
function whyHeld({ change }: ProposedWrite, place: WritePlace): string | null {
  const [flag] = change.flags;
  if (flag !== undefined) return `it is flagged: ${flag}`;
  if (place.isConflict) return 'the file was edited meanwhile';
  if (place.holdsSecret) return 'it touches a secret';
  if (place.line === 'by-person') return 'a person wrote that line by hand';
  if (place.line === 'of-project') return 'the line came with the project, from somebody’s hand';
  return change.operation === 'note' ? 'a note changes no file' : null;
}

const plainWords = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

export const isExactDuplicate = (change: Change, before: readonly Pick<MemoryEntry, 'text'>[]): boolean =>
  change.after !== null &&
  before.length > 0 &&
  before.every((entry) => plainWords(entry.text) === plainWords(change.after?.text ?? ''));
