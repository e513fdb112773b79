// Whose is a CLAUDE.local.md? By convention it is never checked in and its owner's; a repository that brings one along
// would speak in their voice. So it is theirs only where git's own list of what is checked in does not name it. A
// .gitignore proves nothing, for the repository writes that too; and git is not asked, for its settings may run programs.
import { openSync, closeSync, fstatSync, readSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

// Half a million files; a longer list is not looked through.
const indexBytesMax = 64 * 1024 * 1024;
const levelsMax = 64;
const name = 'claude.local.md';

/** The nearest list of checked-in files at or above a folder, or null. */
function readIndex(folder: string): Buffer | null {
  let at = resolve(folder);
  for (let level = 0; level < levelsMax; level++) {
    try {
      return readWhole(join(at, '.git', 'index'));
    } catch {
      // no repository's root, or none that can be read: one further up may be
    }
    if (at === dirname(at)) return null;
    at = dirname(at);
  }
  return null;
}

function readWhole(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const stat = fstatSync(file);
    if (!stat.isFile() || stat.size > indexBytesMax) return null;
    const bytes = Buffer.alloc(stat.size);
    return readSync(file, bytes, 0, stat.size, 0) === stat.size ? bytes : null;
  } finally {
    closeSync(file);
  }
}

/** Versions 2 and 3 write every name whole; 4 leaves out what two names share. */
const writesNames = (index: Buffer): boolean =>
  index.toString('latin1', 0, 4) === 'DIRC' && [2, 3].includes(index.readUInt32BE(4));

const headerBytes = 12;

/** `person` where a repository is there and has not checked it in, in whatever spelling; `file` where that cannot be told. */
export function ownerOfLocal(folder: string): 'person' | 'file' {
  const index = readIndex(folder);
  if (index === null || index.length < headerBytes || !writesNames(index)) return 'file';
  return index.toString('latin1').toLowerCase().includes(name) ? 'file' : 'person';
}
