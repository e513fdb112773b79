// Looks at the place of a file before anything is written there: what stands there now, where it really lies, and every
// reason not to write.
import { accessSync, constants, lstatSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { epochMs, type EpochMs } from '../../../shared/ids.ts';
import { isOddEncoding } from './file-text.ts';

export type Refusal =
  | 'is-folder'
  | 'is-no-file'
  | 'too-large'
  | 'read-only'
  | 'not-readable'
  | 'link-to-nothing'
  | 'link-elsewhere'
  | 'several-names'
  | 'no-folder'
  | 'odd-encoding';

export type Found =
  | { readonly kind: 'file'; readonly realPath: string; readonly bytes: Buffer; readonly mode: number }
  | { readonly kind: 'nothing'; readonly realPath: string }
  | { readonly kind: 'refused'; readonly why: Refusal };

// No agent loads a memory file of that size (Claude Code: 25 KB, Codex: 32 KiB; the largest seen had 400 KB).
export const fileBytesMax = 8 * 1024 * 1024;

const refused = (why: Refusal): Found => ({ kind: 'refused', why });

/** `mayMakeFolder`: for bringing back a file whose folder is gone as well. */
export function lookAt(path: string, home: string, mayMakeFolder = false): Found {
  const own = statsOf(() => lstatSync(path));
  if (own === 'closed') return refused('not-readable');
  if (own === null) return lookAtNothing(path, mayMakeFolder);
  if (!own.isSymbolicLink()) return lookAtFile(path, own);
  const behind = statsOf(() => statSync(path));
  if (behind === null) return refused('link-to-nothing');
  if (behind === 'closed') return refused('not-readable');
  if (behind.isDirectory()) return refused('is-folder');
  const realPath = realpathSync(path);
  return mayFollow(path, realPath, home) ? lookAtFile(realPath, behind) : refused('link-elsewhere');
}

/**
 * A project that somebody else made may hold a link called CLAUDE.md that leads to a start-up script. A link is followed
 * below home (where people keep their dotfiles) or beside itself, and to a text of the same kind only.
 */
function mayFollow(link: string, realPath: string, home: string): boolean {
  const isSameKind = extname(realPath).toLowerCase() === extname(link).toLowerCase();
  return isSameKind && [home, dirname(link)].some((folder) => isBelow(realOf(folder), realPath));
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function lookAtFile(path: string, stats: Stats): Found {
  if (stats.isDirectory()) return refused('is-folder');
  if (!stats.isFile()) return refused('is-no-file');
  if (stats.size > fileBytesMax) return refused('too-large');
  // Writing replaces the file, which would part it from its other names.
  if (stats.nlink > 1) return refused('several-names');
  if (!may(path, constants.R_OK)) return refused('not-readable');
  // The system would let us replace a read-only file in a folder of ours; its owner closed it for a reason.
  if (!may(path, constants.W_OK) || !may(dirname(path), constants.W_OK)) return refused('read-only');
  const bytes = readFileSync(path);
  if (isOddEncoding(bytes)) return refused('odd-encoding');
  return { kind: 'file', realPath: realOf(path), bytes, mode: stats.mode & 0o7777 };
}

/** When what stands there was last saved, to the millisecond, as its system says; null where nothing is to be seen. */
export function savedAtMs(path: string): EpochMs | null {
  const stats = statsOf(() => statSync(path));
  return stats === null || stats === 'closed' || !stats.isFile() ? null : epochMs(Math.trunc(stats.mtimeMs));
}

function lookAtNothing(path: string, mayMakeFolder: boolean): Found {
  const folder = dirname(path);
  const stats = statsOf(() => statSync(folder));
  const realPath = join(realOf(folder), basename(path));
  if (stats === null && mayMakeFolder) return { kind: 'nothing', realPath };
  if (stats === null || stats === 'closed' || !stats.isDirectory()) return refused('no-folder');
  return may(folder, constants.W_OK) ? { kind: 'nothing', realPath } : refused('read-only');
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function may(path: string, what: number): boolean {
  try {
    accessSync(path, what);
    return true;
  } catch {
    return false;
  }
}

/** Null where nothing stands. */
function statsOf(look: () => Stats): Stats | null | 'closed' {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (typeof code === 'string') return 'closed';
    throw error;
  }
}

/** Below the home folder where it lies there, else absolute; with forward slashes. */
export function shownPath(home: string, path: string): string {
  const roots = [resolve(home), realOf(home)];
  const root = roots.find((one) => isBelow(one, path));
  return (root === undefined ? path : relative(root, path)).split(sep).join('/');
}

export const absolutePath = (home: string, shown: string): string =>
  isAbsolute(shown) ? shown : resolve(home, shown);

/** For people: what is the matter with a place. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  'is-folder': 'It is a folder.',
  'is-no-file': 'It is neither a file nor a folder.',
  'too-large': `It is larger than ${fileBytesMax / 1024 / 1024} MB: no agent loads a memory file of that size.`,
  'read-only': 'It may not be written.',
  'not-readable': 'It may not be read.',
  'link-to-nothing': 'It is a link, and nothing stands where it leads.',
  'link-elsewhere': 'It is a link that leads out of the home folder, or to another kind of file.',
  'several-names': 'It has several names (hard links), which writing would part.',
  'no-folder': 'Its folder is not there.',
  'odd-encoding': 'It is not written in UTF-8 or a kin of it.',
};
