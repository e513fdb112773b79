// What stands in the files of a home folder, decoded: every string of every record, also inside JSON within JSON.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

/** White space does not count. */
export const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsOf);
  if (typeof value !== 'string') return [];
  const inner = /^\s*[[{]/.test(value) ? parse(value) : undefined;
  return [value, ...stringsOf(inner)];
};

export const recordsOf = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map(parse)
    .filter((record) => record !== undefined);

/** Finds what a session or a memory file says: by a session's id, or by a memory file's path below home. */
export const createSpoken = (home: string): ((place: string) => readonly string[]) => {
  const files = filesBelow(home);
  const known = new Map<string, readonly string[]>();
  const read = (place: string): readonly string[] => {
    const memoryFile = files.find(
      (path) => !path.endsWith('.jsonl') && (path === place || path === join(home, place)),
    );
    if (memoryFile !== undefined) return [flat(readFileSync(memoryFile, 'utf8'))];
    // Helpers of a session carry its id in their folder; they are other sessions.
    const sessions = files.filter(
      (path) => place.length >= 8 && path.endsWith('.jsonl') && basename(path).includes(place),
    );
    return sessions.flatMap(recordsOf).flatMap(stringsOf).map(flat);
  };
  return (place) => {
    const strings = known.get(place) ?? read(place);
    known.set(place, strings);
    return strings;
  };
};
