import { describe, expect, it } from 'vitest';
import type { MemoryLine } from '../../../shared/dream.ts';
import {
  currentMemoryLines,
  memoryFileHistory,
  memoryFilePaths,
  newestMemoryFile,
  putMemoryFile,
} from './memory-files.ts';
import type { MemoryFileVersion } from './memory-files.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';

const file = (path: string, text: string | null): MemoryFileVersion => ({
  path,
  agent: 'claude-code',
  contentHash: `hash of ${text}`,
  modifiedMs: noonMs,
  seenAtMs: noonMs,
  text,
});
const line = (path: string, text: string, number: number): MemoryLine => ({
  text,
  place: {
    path,
    agent: 'claude-code',
    heading: 'Rules',
    startByte: number * 10,
    endByte: number * 10 + 9,
    line: number,
  },
  scope: 'project:lantern',
  origin: 'file',
  atMs: noonMs,
});

describe('memory files', () => {
  it('are kept in every state in which they were seen, their lines as parsed', () => {
    const { db } = openTempStore();
    expect(putMemoryFile(db, file('/b', 'one'), [line('/b', 'one', 1)])).toBe(true);
    expect(putMemoryFile(db, file('/b', 'two'), [line('/b', 'two', 1), line('/b', 'more', 2)])).toBe(true);
    expect(putMemoryFile(db, file('/a', 'else'), [line('/a', 'else', 1)])).toBe(true);
    expect(memoryFileHistory(db, '/b').map((version) => version.text)).toEqual(['one', 'two']);
    expect(newestMemoryFile(db, '/b')).toEqual(file('/b', 'two'));
    expect(currentMemoryLines(db)).toEqual([
      line('/a', 'else', 1),
      line('/b', 'two', 1),
      line('/b', 'more', 2),
    ]);
  });

  it('are not kept twice in the same state', () => {
    const { db } = openTempStore();
    putMemoryFile(db, file('/a', 'one'), [line('/a', 'one', 1)]);
    expect(putMemoryFile(db, file('/a', 'one'), [line('/a', 'one', 1)])).toBe(false);
    putMemoryFile(db, file('/a', 'two'), []);
    expect(putMemoryFile(db, file('/a', 'one'), [line('/a', 'one', 1)])).toBe(true);
    expect(memoryFileHistory(db, '/a')).toHaveLength(3);
  });

  it('that are gone have no lines and can come back', () => {
    const { db } = openTempStore();
    expect(putMemoryFile(db, file('/a', null), [])).toBe(false);
    putMemoryFile(db, file('/a', 'one'), [line('/a', 'one', 1)]);
    expect(putMemoryFile(db, file('/a', null), [])).toBe(true);
    expect(memoryFilePaths(db)).toEqual([]);
    expect(currentMemoryLines(db)).toEqual([]);
    putMemoryFile(db, file('/a', 'one'), [line('/a', 'one', 1)]);
    expect(memoryFilePaths(db)).toEqual(['/a']);
  });
});
