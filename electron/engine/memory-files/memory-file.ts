// What a memory file is made of: one entry for each thing that it states, with its exact place in the file's bytes.
import type { MemoryKind } from '../../../shared/memory.ts';

/**
 * markdown  CLAUDE.md, AGENTS.md, rules, MEMORY.md of any agent, an index of Claude's own memory
 * fact      a file of Claude's own memory folder: with a head of name and description it is one fact
 * unknown   one fact where the head says which of Claude's types of fact it is, else Markdown
 */
export type MemoryFormat = 'markdown' | 'fact' | 'unknown';

export interface MemoryFileEntry {
  /** One line without list marks, checkboxes, bold and italics; `code` keeps its backticks. */
  readonly text: string;
  /** The nearest heading above. */
  readonly heading: string | null;
  /** What it stands under: the item that it is nested in, or the line with a colon in front of its list. */
  readonly context: string | null;
  /** Where its first link leads: the file that a line of an index names. */
  readonly link: string | null;
  /** Bytes of the file: from the list mark to the last sign of its own text, nested items left out. */
  readonly startByte: number;
  readonly endByte: number;
  /** From 1. */
  readonly line: number;
  readonly shape: 'item' | 'paragraph' | 'row' | 'fact';
  /** It stands in a block that Slowwave wrote: never evidence. */
  readonly isOwn: boolean;
  /** What the file itself says it is; null where it says nothing. */
  readonly kindHint: MemoryKind | null;
}

/** A statement found in the lines, before it is known where in the bytes they lie. Lines are counted from 0. */
export interface Statement {
  readonly text: string;
  readonly heading: string | null;
  readonly context: string | null;
  readonly link: string | null;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Signs in front of it on its first line; block marks only, so each is one byte. */
  readonly indent: number;
  readonly shape: 'item' | 'paragraph' | 'row';
}
