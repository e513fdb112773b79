// The door at which what was forgotten is kept from coming back: its sessions, turns and files are not read, its words are
// blanked like secrets, and no theme says it again.
import type { Theme } from '../../../shared/dream.ts';
import type { Transcript } from '../../../shared/transcript.ts';
import { gistOf } from '../deep/sameness.ts';
import type { Deps } from '../deps.ts';
import { mark } from '../forgetting/derived.ts';
import { forgottenSoFar } from '../forgetting/forget.ts';
import type { Forgotten } from '../forgetting/keyed.ts';
import { blanked } from '../forgetting/phrases.ts';
import { blankedAt, laidOver } from '../masking/found.ts';
import type { Masker } from '../masking/masker.ts';
import type { FoundFile } from '../sources/source.ts';
import type { ReadableDb } from '../store/db.ts';
import { keyFolderOf } from '../store/keys.ts';

export const forgottenFor = (db: ReadableDb, deps: Deps): Forgotten => forgottenSoFar(db, keyFolderOf(deps));

const blank = (text: string, { phrases }: Forgotten): string => blanked(text, phrases.ranges(text), mark);

/** Blanks secrets and what was forgotten. What that is may grow while it is in use. */
export const maskerWith = (masker: Masker, forgotten: () => Forgotten): Masker => ({
  mask(text) {
    const masked = masker.mask(text);
    const { phrases, isEmpty } = forgotten();
    const ranges = isEmpty ? [] : phrases.ranges(masked.text);
    if (ranges.length === 0) return masked;
    const { forgotten: before = 0 } = masked.kinds;
    return {
      text: blanked(masked.text, ranges, mark),
      kinds: { ...masked.kinds, forgotten: before + ranges.length },
    };
  },
  find(text) {
    const found = masker.find(text);
    const { phrases, isEmpty } = forgotten();
    if (isEmpty) return found;
    const ranges = phrases.ranges(blankedAt(text, found));
    return laidOver(
      found,
      ranges.map(({ start, end }) => ({ start, end, kind: 'forgotten' })),
    );
  },
});

export interface OpenFiles {
  readonly files: readonly FoundFile[];
  readonly leftOut: number;
}

/** A path may tell a forgotten name: then a session's is blanked, and a memory file is not read at all. */
export function openFiles(files: readonly FoundFile[], forgotten: Forgotten): OpenFiles {
  if (forgotten.isEmpty) return { files, leftOut: 0 };
  const open = files.filter(
    (file) =>
      !forgotten.isSource(file.agent) &&
      !forgotten.isSource(file.shownPath) &&
      !(file.kind === 'memory' && forgotten.phrases.holds(file.shownPath)),
  );
  return {
    files: open.map((file) => ({ ...file, shownPath: blank(file.shownPath, forgotten) })),
    leftOut: files.length - open.length,
  };
}

/** Null for a session that was forgotten. */
export function openTranscript(transcript: Transcript, forgotten: Forgotten): Transcript | null {
  if (forgotten.isEmpty) return transcript;
  if (forgotten.isSession(transcript.head.id)) return null;
  return { ...transcript, turns: transcript.turns.filter(({ key }) => !forgotten.isTurn(key)) };
}

export const openThemes = (themes: readonly Theme[], forgotten: Forgotten): readonly Theme[] =>
  forgotten.isEmpty ? themes : themes.filter(({ text, language }) => !forgotten.says(gistOf(text, language)));
