// Writes sessions as Claude Code leaves them, straight to the disk: what is measured here is too large to be planned.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Turn {
  readonly by: 'user' | 'assistant';
  readonly text: string;
  /** Null: the turn says no time. */
  readonly atMs: number | null;
}

export const sessionPath = (home: string, project: string, id: string): string =>
  join(home, '.claude', 'projects', `-${project}`, `${id}.jsonl`);

export const lineOf = (
  home: string,
  project: string,
  id: string,
  { by, text, atMs }: Turn,
  n: number,
): string =>
  `${JSON.stringify({
    type: by,
    sessionId: id,
    uuid: `${id}-${String(n)}`,
    cwd: join(home, project),
    version: '2.1.150',
    ...(atMs === null ? {} : { timestamp: new Date(atMs).toISOString() }),
    message:
      by === 'user'
        ? { role: by, content: text }
        : { role: by, id: `${id}-m${String(n)}`, content: [{ type: 'text', text }] },
  })}\n`;

const writtenAtOnce = 4 * 1024 * 1024;

/** Gives how many bytes were written. */
export function writeLines(path: string, lines: Iterable<string>): number {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  let [bytes, held]: [number, string] = [0, ''];
  const flush = (): void => {
    bytes += writeSync(file, held);
    held = '';
  };
  for (const line of lines) {
    held += line;
    if (held.length >= writtenAtOnce) flush();
  }
  flush();
  closeSync(file);
  return bytes;
}

export const writeSession = (home: string, project: string, id: string, turns: readonly Turn[]): void =>
  void writeLines(
    sessionPath(home, project, id),
    turns.map((turn, n) => lineOf(home, project, id, turn, n)),
  );
