// Looks for what was forgotten in every file of our own folder: in the raw bytes, and in every text of the store however it
// is packed or sealed.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ForgetCertificate } from '../../../shared/forgetting.ts';
import type { ReadableDb } from '../store/db.ts';
import { everyText } from '../store/forget-rows.ts';
import { turnsHolding } from '../store/forget-turns.ts';
import type { Sealer } from '../store/sealing.ts';
import { contentsHolding } from '../store/snapshots-held.ts';
import { findPhrases, formsOf, isWholeOnly } from './phrases.ts';

export interface Scanning {
  readonly db: ReadableDb;
  readonly dataFolder: string;
  readonly sealer: Sealer;
  readonly needles: readonly string[];
  readonly inTurnsToo: boolean;
}

export function scanForNeedles(scanning: Scanning): ForgetCertificate['scan'] {
  const { db, dataFolder, sealer, needles, inTurnsToo } = scanning;
  const finder = findPhrases(needles);
  const where = new Map<string, number>();
  const hit = (place: string, hits: number): void => {
    if (hits > 0) where.set(place, (where.get(place) ?? 0) + hits);
  };
  let texts = 0;
  everyText(db, (text, place) => {
    texts++;
    if (finder.holds(text)) hit(`store: ${place}`, 1);
  });
  if (inTurnsToo) {
    hit(
      'store: transcripts',
      turnsHolding(db, (text) => finder.holds(text)),
    );
    hit(
      'store: copies of files',
      contentsHolding(db, sealer, (plain) => finder.holds(plain.toString('utf8'))),
    );
  }
  const raw = rawNeedles(needles);
  let [files, bytes] = [0, 0];
  for (const name of readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(dataFolder, name);
    if (!statSync(path).isFile()) continue;
    files++;
    bytes += statSync(path).size;
    hit(name, hitsInFile(path, raw));
    // Its name is in our folder as well.
    if (finder.holds(name)) hit(`a file’s name`, 1);
  }
  const hits = [...where.values()].reduce((sum, count) => sum + count, 0);
  return { files, bytes, texts, hits, where: [...where.keys()] };
}

interface RawNeedle {
  readonly bytes: string;
  readonly isWhole: boolean;
}

/** As bytes in a file: as it is, and as JSON writes it. Letters of ASCII in either case. */
const rawNeedles = (needles: readonly string[]): readonly RawNeedle[] => [
  ...new Map(
    needles
      .flatMap((needle) => [...formsOf(needle), needle.trim(), needle.trim().toUpperCase()])
      .flatMap((form) => [form, JSON.stringify(form).slice(1, -1)])
      .filter((form) => form.length > 1)
      .map((form) => {
        const bytes = latin(Buffer.from(form, 'utf8'));
        return [bytes, { bytes, isWhole: isWholeOnly(form.toLowerCase()) }] as const;
      }),
  ).values(),
];

const latin = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());

const chunkBytes = 8 * 1024 * 1024;
/** Chunks overlap, so that what lies across their border is seen. No needle is longer. */
const overlapBytes = 64 * 1024;

function hitsInFile(path: string, needles: readonly RawNeedle[]): number {
  if (needles.length === 0) return 0;
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let hits = 0;
    for (let at = 0; ; at += chunkBytes - overlapBytes) {
      const read = readSync(file, chunk, 0, chunkBytes, at);
      if (read === 0) return hits;
      const text = latin(chunk.subarray(0, read));
      hits += needles.filter((needle) => standsIn(text, needle)).length;
      if (read < chunkBytes) return hits;
    }
  } finally {
    closeSync(file);
  }
}

const letterOrDigit = /[a-z0-9\u0080-\u00ff]/u;

function standsIn(text: string, { bytes, isWhole }: RawNeedle): boolean {
  for (let at = text.indexOf(bytes); at >= 0; at = text.indexOf(bytes, at + 1)) {
    if (!isWhole) return true;
    const isOneWord =
      !letterOrDigit.test(text.charAt(at - 1)) && !letterOrDigit.test(text.charAt(at + bytes.length));
    if (isOneWord) return true;
  }
  return false;
}
