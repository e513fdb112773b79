// A real store in a folder of its own that is gone after the test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../../../shared/engine.ts';
import { epochMs } from '../../../../shared/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import { onTestFinished } from 'vitest';
import type { Store } from '../open.ts';
import { openStore } from '../open.ts';

export interface TempStore extends Store {
  readonly dataFolder: string;
}

/** 1 October 2025, noon. */
export const noonMs = epochMs(Date.UTC(2025, 9, 1, 12));
export const hourMs = 3_600_000;

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openTempStore(dataFolder: string = tempFolder()): TempStore {
  const store = valueOf(openStore({ dataFolder, nowMs: noonMs }));
  onTestFinished(() => store.close());
  return { ...store, dataFolder };
}

export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.happened}`);
  return result.value;
}

export function failureFrom<T>(result: Result<T, Failure>): Failure {
  if (result.ok) throw new Error('it should have failed');
  return result.error;
}
