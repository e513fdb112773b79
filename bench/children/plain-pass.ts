// What every other figure is held against: reads the same files, parses each line, and puts every text in it into one
// FTS5 table, in one transaction. No keys, no masking, no sessions, nothing that a night needs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { answer, question, timed } from './answer.ts';

export interface PlainQuestion {
  readonly home: string;
  readonly database: string;
}

export interface PlainAnswer {
  readonly ms: number;
  readonly cpuMs: number;
  readonly ownCpuMs: number;
  readonly files: number;
  readonly bytes: number;
  readonly textBytes: number;
  readonly peakBytes: number;
}

/** The fields in which agents write what was said, asked for and answered. */
const textFields: ReadonlySet<string> = new Set([
  'text',
  'content',
  'thinking',
  'output',
  'arguments',
  'command',
  'file_path',
  'message',
]);

function collect(value: unknown, isText: boolean, into: string[]): void {
  if (typeof value === 'string') {
    if (isText && value !== '') into.push(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, isText, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) collect(one, textFields.has(key), into);
  }
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const asked = question() as PlainQuestion;
const paths = readdirSync(asked.home, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
  .map((entry) => join(entry.parentPath, entry.name));
let [bytes, textBytes] = [0, 0];
const took = await timed(() => {
  const db = new Database(asked.database);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE VIRTUAL TABLE texts USING fts5(text);',
  );
  const insert = db.prepare('INSERT INTO texts (text) VALUES (?)');
  db.transaction(() => {
    for (const path of paths) {
      const raw = readFileSync(path);
      bytes += raw.length;
      for (let from = 0; from < raw.length;) {
        const end = raw.indexOf(10, from);
        const to = end === -1 ? raw.length : end;
        const texts: string[] = [];
        // Codex says most things twice: the second time as an event for a window, which no importer reads.
        const row = parse(raw.toString('utf8', from, to));
        if (typeof row === 'object' && row !== null && !('type' in row && row.type === 'event_msg')) {
          collect(row, false, texts);
        }
        for (const text of texts) {
          insert.run(text);
          textBytes += Buffer.byteLength(text);
        }
        from = to + 1;
      }
    }
  })();
  db.close();
});
answer({ ms: took.ms, cpuMs: took.cpuMs, ownCpuMs: took.ownCpuMs, files: paths.length, bytes, textBytes });
