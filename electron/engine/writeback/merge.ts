// Three-way merging of files by lines, byte for byte (node-diff3): what we changed and what somebody else changed go
// together where they do not touch.
import { diff3Merge } from 'node-diff3';
import { bytesToLines, linesToBytes } from './file-text.ts';

export interface Merging {
  readonly base: Buffer;
  readonly ours: Buffer;
  readonly theirs: Buffer;
}

// Above it, comparing lines takes seconds; no memory file that an agent loads comes near it.
const mergeBytesMax = 2 * 1024 * 1024;

/** Null where both changed the same lines, or lines next to one another. */
export function mergeFiles({ base, ours, theirs }: Merging): Buffer | null {
  if (theirs.equals(base) || theirs.equals(ours)) return ours;
  if (ours.equals(base)) return theirs;
  if ([base, ours, theirs].some((file) => file.length > mergeBytesMax)) return null;
  const merged: string[] = [];
  const regions = diff3Merge([...bytesToLines(ours)], [...bytesToLines(base)], [...bytesToLines(theirs)], {
    excludeFalseConflicts: true,
  });
  for (const region of regions) {
    if (region.ok === undefined) return null;
    merged.push(...region.ok);
  }
  return linesToBytes(merged);
}
