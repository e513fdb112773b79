// Makes a folder and those above it, one step at a time: Node's own way (`recursive`) never ends where a folder is there
// and yet refuses new ones as if it were not (/proc). Every room that touches the disk makes its folders here.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Gives the uppermost folder that was made; null where it stood already. Throws what the system says. */
export function makeFolder(path: string, mode = 0o777): string | null {
  let made: string | null = null;
  for (const folder of missingFrom(path).toReversed()) {
    if (makeOne(folder, mode)) made ??= folder;
  }
  return made;
}

/** Lowest first; ends at what is there, at the latest at the root. */
function missingFrom(path: string): readonly string[] {
  if (isFolder(path)) return [];
  const missing = [path];
  for (let above = dirname(path); !isFolder(above) && above !== dirname(above); above = dirname(above))
    missing.push(above);
  return missing;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** False where somebody else made it in the meantime. */
function makeOne(folder: string, mode: number): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    if (isFolder(folder)) return false;
    throw error;
  }
}
