// Reads fixtures and made-up lines with an importer, for tests: in one go, or in two parts with a pause between.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SkippedLine, Transcript, Turn } from '../../../../shared/transcript.ts';
import type { Importer, ReadPart } from '../importer.ts';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');

export const fixtureLines = (name: string): readonly string[] =>
  readFileSync(join(fixtures, name), 'utf8').split('\n');

/** Reads lines; at each index in `pauses` the reader is put down as text and taken up again. */
export function readAll(
  importer: Importer,
  name: string,
  lines: readonly string[],
  pauses: readonly number[] = [],
): readonly ReadPart[] {
  const file = { path: name, name, modifiedMs: 0 };
  const parts: ReadPart[] = [];
  let reader = importer.open(file, null);
  let at = 0;
  lines.forEach((line, i) => {
    if (pauses.includes(i)) {
      parts.push(reader.take());
      reader = importer.open(file, reader.state());
    }
    const bytes = Buffer.byteLength(line);
    reader.line(line, at, at + bytes);
    at += bytes + 1;
  });
  parts.push(reader.take());
  return parts;
}

/** What parts come to together: the last head of each session, all its turns, its tokens. */
export function joined(parts: readonly ReadPart[]): {
  readonly transcripts: readonly Transcript[];
  readonly skipped: readonly SkippedLine[];
} {
  const byId = new Map<string, Transcript>();
  for (const part of parts) {
    for (const next of part.transcripts) {
      const before = byId.get(next.head.nativeId);
      byId.set(next.head.nativeId, {
        head: next.head,
        turns: [...(before?.turns ?? []), ...next.turns],
        tokens: {
          input: (before?.tokens.input ?? 0) + next.tokens.input,
          output: (before?.tokens.output ?? 0) + next.tokens.output,
        },
      });
    }
  }
  const transcripts = [...byId.values()].sort((a, b) => (a.head.nativeId < b.head.nativeId ? -1 : 1));
  return { transcripts, skipped: parts.flatMap((part) => part.skipped) };
}

export const readFixture = (importer: Importer, folder: string, name: string): ReturnType<typeof joined> =>
  joined(readAll(importer, name, fixtureLines(`${folder}/${name}`)));

/** The words of a turn that have one origin. */
export const wordsOf = (turn: Turn, origin: string): string =>
  turn.spans
    .filter((span) => span.origin === origin)
    .map((span) => turn.text.slice(span.start, span.end))
    .join('…');

/** Everything that a person said, in order. */
export const personWords = (turns: readonly Turn[]): readonly string[] =>
  turns.map((turn) => wordsOf(turn, 'person')).filter((words) => words !== '');
