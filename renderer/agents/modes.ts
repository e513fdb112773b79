// How far we may write into an agent's files, by name; the careful one first.
import type { FileMode } from '../../shared/agent-files.ts';
import type { PlainKey } from '../words/words.ts';

export const modeNames: Readonly<Record<FileMode, PlainKey>> = {
  review: 'agents.review',
  'auto-duplicates': 'agents.autoDuplicates',
  'auto-with-undo': 'agents.autoUndo',
  off: 'agents.off',
};

export const modeHints: Readonly<Record<FileMode, PlainKey>> = {
  review: 'agents.reviewHint',
  'auto-duplicates': 'agents.autoDuplicatesHint',
  'auto-with-undo': 'agents.autoUndoHint',
  off: 'agents.offHint',
};

/** The one that writes most without a person's eye is only set by typing the agent's name. */
export const needsTyping = (mode: FileMode, before: FileMode): boolean =>
  mode === 'auto-with-undo' && before !== 'auto-with-undo';

export const isTyped = (typed: string, name: string): boolean =>
  typed.trim().toLowerCase() === name.toLowerCase();
