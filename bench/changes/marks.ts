// Marks what the engine remembers of a story: whether the new value is there, the old one gone, and for a look-alike
// whether the first value still stands.
import type { MemoryEntry } from '../../shared/memory.ts';
import { isOf, memoryAfter, type After } from './memory-after.ts';
import { names, type Book, type Story } from './story.ts';

/**
 * Of a story: `turned` is right, `asked` is right once a person says yes, and what memory holds says what the others are.
 * Of a look-alike: `kept` is right, `questioned` only a yes would close it, `closed` is wrong, and `unheard` was never
 * remembered, so that there was nothing to close.
 */
export type Mark =
  'turned' | 'asked' | 'both' | 'old' | 'none' | 'kept' | 'questioned' | 'closed' | 'unheard';

interface Stand {
  readonly old: boolean;
  readonly fresh: boolean;
}

/** An entry that names both says which one gave way: it holds the new one. */
function standOf(entries: readonly MemoryEntry[], story: Story): Stand {
  const own = entries.filter((entry) => isOf(entry, story)).map(({ text }) => text);
  return {
    old: own.some((text) => names(text, story.was) && !names(text, story.now)),
    fresh: own.some((text) => names(text, story.now)),
  };
}

/** The memory as it would be had a person said yes to all that waits. */
function ifApproved({ active, waiting }: After): readonly MemoryEntry[] {
  const closed = new Set(waiting.flatMap(({ closes }) => closes.map(({ entryId }) => entryId)));
  return [
    ...active.filter(({ id }) => !closed.has(id)),
    ...waiting.flatMap(({ after }) => (after === null ? [] : [after])),
  ];
}

function markChange(story: Story, after: After): Mark {
  const { old, fresh } = standOf(after.active, story);
  if (fresh && !old) return 'turned';
  const then = standOf(ifApproved(after), story);
  if (then.fresh && !then.old) return 'asked';
  if (fresh) return 'both';
  return old ? 'old' : 'none';
}

/** `before`: had the second value never been said. */
function markLookAlike(story: Story, before: After, after: After): Mark {
  if (!standOf(ifApproved(before), story).old) return 'unheard';
  if (standOf(before.active, story).old && !standOf(after.active, story).old) return 'closed';
  return standOf(ifApproved(after), story).old ? 'kept' : 'questioned';
}

export interface Marked {
  readonly book: Book;
  readonly story: Story;
  readonly mark: Mark;
  readonly active: readonly string[];
}

const firstOnly = (story: Story): Story => ({ ...story, phases: story.phases.slice(0, 1) });

function textsOf({ active, waiting }: After, story: Story): readonly string[] {
  const offered = waiting.flatMap(({ after }) => (after === null ? [] : [after]));
  return [
    ...active.filter((entry) => isOf(entry, story)).map(({ text }) => text),
    ...offered.filter((entry) => isOf(entry, story)).map(({ text }) => `(waits) ${text}`),
  ];
}

const nothing: After = { active: [], waiting: [] };

/** All of them are one person's, in one memory. */
export function markAll(
  changes: readonly Story[],
  lookAlikes: readonly Story[],
  nights: 'one' | 'each',
): readonly Marked[] {
  const after = memoryAfter([...changes, ...lookAlikes], nights).at(-1) ?? nothing;
  const before = memoryAfter([...changes, ...lookAlikes.map(firstOnly)], nights).at(-1) ?? nothing;
  const marked = (book: Book, story: Story, mark: Mark): Marked => ({
    book,
    story,
    mark,
    active: textsOf(after, story),
  });
  return [
    ...changes.map((story) => marked('stories', story, markChange(story, after))),
    ...lookAlikes.map((story) => marked('look-alikes', story, markLookAlike(story, before, after))),
  ];
}
