import { describe, expect, it } from 'vitest';
import type { SourceFile } from './source-files.ts';
import {
  addSkippedLines,
  putSourceFile,
  replaceSkippedLines,
  skippedCounts,
  skippedLines,
  sourceFile,
  sourceFiles,
} from './source-files.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';

const file: SourceFile = {
  path: '.claude/projects/-home-mika-code-lantern/a.jsonl',
  agent: 'claude-code',
  kind: 'transcript',
  device: '2049',
  inode: '18446744073709551615',
  bytes: 120,
  modifiedMs: noonMs,
  consumedTo: 100,
  headHash: 'aa',
  tailHash: 'bb',
  readerState: JSON.stringify({ open: Array.from({ length: 500 }, (_, index) => `call ${index}`) }),
  lastReadMs: noonMs,
};
const skipped = { startByte: 10, endByte: 20, reason: 'not-json', detail: '' } as const;

describe('source files', () => {
  it('are found as they were put, and put again in place', () => {
    const { db } = openTempStore();
    putSourceFile(db, file);
    expect(sourceFile(db, file.path)).toEqual(file);
    const grown = { ...file, bytes: 240, consumedTo: 240, readerState: null };
    putSourceFile(db, grown);
    expect(sourceFiles(db)).toEqual([grown]);
    expect(sourceFile(db, 'elsewhere')).toBeNull();
  });

  it('cut fractions of a millisecond off, as file systems give them', () => {
    const { db } = openTempStore();
    putSourceFile(db, { ...file, modifiedMs: 1.5 });
    expect(sourceFile(db, file.path)?.modifiedMs).toBe(1);
  });

  it('keep their skipped lines, adding those of a later part', () => {
    const { db } = openTempStore();
    putSourceFile(db, file);
    addSkippedLines(db, file.path, [skipped]);
    addSkippedLines(db, file.path, [skipped, { ...skipped, startByte: 50, endByte: 60, reason: 'cut' }]);
    putSourceFile(db, { ...file, bytes: 500 });
    expect(skippedLines(db, file.path).map((line) => line.reason)).toEqual(['not-json', 'cut']);
    expect(skippedCounts(db)).toEqual([
      { path: file.path, reason: 'cut', lines: 1 },
      { path: file.path, reason: 'not-json', lines: 1 },
    ]);
  });

  it('forget the skipped lines of an earlier reading when they are read whole again', () => {
    const { db } = openTempStore();
    putSourceFile(db, file);
    addSkippedLines(db, file.path, [skipped]);
    replaceSkippedLines(db, file.path, [{ ...skipped, startByte: 0, endByte: 5 }]);
    expect(skippedLines(db, file.path)).toEqual([{ ...skipped, startByte: 0, endByte: 5 }]);
  });
});
