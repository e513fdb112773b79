// Paths as people and other machines write them.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Scope } from '../../../shared/memory.ts';

/** Below the home folder where it lies there, else absolute; with forward slashes. */
export function shownPath(home: string, path: string): string {
  const below = relative(home, path);
  const isBelow = below !== '' && !/^\.\.(?:[\\/]|$)/.test(below) && !isAbsolute(below);
  return (isBelow ? below : path).split(sep).join('/');
}

/** The parts of a path of any system; a backslash parts only where the path is Windows' own. */
export const pathParts = (path: string): readonly string[] =>
  path.split(/^[A-Za-z]:|^\\\\|^[^/]*\\/.test(path) ? /[\\/]+/ : /\/+/).filter((part) => part !== '');

/** `project:shop` for `/home/sam/shop`; a `.claude` folder counts as the folder it lies in. */
export function projectScope(folder: string): Scope {
  const parts = pathParts(folder);
  const settings = parts.indexOf('.claude');
  const name = (settings > 0 ? parts.slice(0, settings) : parts).at(-1) ?? 'root';
  return `project:${name}`;
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** As a person writes it: “~/” is their home. */
export const homePath = (home: string, path: string): string =>
  /^~[/\\]/u.test(path) ? join(home, path.slice(2)) : resolve(path);

/**
 * A folder that a session names, on this machine: itself where it exists here; else, for a history that moved, the
 * longest end of its path that exists below home. Null for none.
 */
export function folderHere(home: string, folder: string): string | null {
  if (isAbsolute(folder) && isFolder(folder)) return resolve(folder);
  const parts = pathParts(folder);
  if (parts.includes('..')) return null;
  for (let from = 0; from < parts.length; from++) {
    const candidate = join(home, ...parts.slice(from));
    if (existsSync(candidate) && isFolder(candidate)) return candidate;
  }
  return null;
}
