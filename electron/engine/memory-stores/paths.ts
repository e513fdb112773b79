// Paths of memories, by the rules of the API that we speak: from the root, in whole segments that lead nowhere else, and
// never one memory where another one's folder is.
import type { Scope } from '../../../shared/memory.ts';
import { memoryKinds, type MemoryEntry, type MemoryKind } from '../../../shared/memory.ts';

/** All of them from the SDK's doc comments on `path`. */
export const pathBytesMax = 1_024;
export const segmentsMax = 20;

// Control signs, format signs, and what ends a line or a paragraph; one half of a pair is no text.
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Why it is no path, for people; null for one that is. */
export function faultOfPath(path: string): string | null {
  if (!path.startsWith('/')) return 'path must start with "/"';
  if (Buffer.byteLength(path, 'utf8') > pathBytesMax) return `path must be at most ${pathBytesMax} bytes`;
  if (forbidden.test(path)) return 'path must not hold control or format characters';
  if (path.normalize('NFC') !== path) return 'path must be in Unicode Normalization Form C';
  const segments = path.slice(1).split('/');
  if (segments.length > segmentsMax) return `path must have 1 to ${segmentsMax} segments`;
  if (segments.some((segment) => segment === '')) return 'path must not have an empty segment';
  if (segments.some((segment) => segment === '.' || segment === '..'))
    return 'path must not have a segment "." or ".."';
  return null;
}

/** "/a/b/c" lies below "/a" and "/a/b". */
export const foldersAbove = (path: string): readonly string[] =>
  [...path.matchAll(/\//gu)].map(({ index }) => path.slice(0, index)).filter((folder) => folder !== '');

const scopeFolders = { project: 'projects', agent: 'agents' } as const;

/** A project is called after its folder, which may be called anything. */
function safeSegment(name: string): string {
  const clean = name
    .normalize('NFC')
    .replaceAll(new RegExp(forbidden.source, 'gu'), '-')
    .replaceAll('/', '-');
  return clean === '' || clean === '.' || clean === '..' ? '-' : clean.slice(0, 200);
}

function folderOf(scope: Scope): string {
  if (scope === 'global') return '/global';
  const [kind, name] = splitScope(scope);
  return `/${scopeFolders[kind]}/${safeSegment(name)}`;
}

const splitScope = (scope: Exclude<Scope, 'global'>): readonly ['project' | 'agent', string] =>
  scope.startsWith('project:')
    ? ['project', scope.slice('project:'.length)]
    : ['agent', scope.slice('agent:'.length)];

/** Where an entry of the person's own memory stands: by its scope and kind, under its id, which no other has. */
export const pathOfEntry = (entry: Pick<MemoryEntry, 'id' | 'scope' | 'kind'>): string =>
  `${folderOf(entry.scope)}/${entry.kind}/${entry.id}.md`;

export interface PathMeaning {
  readonly scope: Scope;
  readonly kind: MemoryKind;
}

/** What a path of that form says; null for one that is none. */
export function meaningOfPath(path: string): PathMeaning | null {
  const segments = path.slice(1).split('/');
  const [first, second = '', third] = segments;
  if (first === 'global' && segments.length === 3) return meaning('global', second);
  if (segments.length !== 4 || second === '' || third === undefined) return null;
  if (first === 'projects') return meaning(`project:${second}`, third);
  if (first === 'agents') return meaning(`agent:${second}`, third);
  return null;
}

function meaning(scope: Scope, word: string): PathMeaning | null {
  const kind = memoryKinds.find((one) => one === word);
  return kind === undefined ? null : { scope, kind };
}
