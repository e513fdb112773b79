// Reads a backup as restoring would, to its last row, and puts nothing in anything's place.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifyReport } from '../../../shared/carry.ts';
import type { Failure } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { attempt, failureOf } from '../store/failures.ts';
import { storeName } from './format.ts';
import { readArchive } from './read.ts';
import { checkUnpacked } from './restore.ts';

/** Unpacked beside the store, where there is room for it, or where the computer keeps what is for a moment. */
export async function verifyBackup(file: string, dataFolder: string): Promise<Result<VerifyReport, Failure>> {
  const beside = existsSync(dataFolder) ? dataFolder : tmpdir();
  const made = attempt(() => mkdtempSync(join(beside, 'restore-')));
  if (!made.ok) return made;
  try {
    const archive = await readArchive(file, made.value);
    if (!archive.ok) return archive;
    const { counts, madeAtMs, files } = archive.value;
    const checked = checkUnpacked(file, join(made.value, storeName), counts);
    if (!checked.ok) return checked;
    return ok({
      path: file,
      bytes: statSync(file).size,
      madeAtMs: epochMs(madeAtMs),
      files: files.length + 1,
      counts: checked.value,
    });
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    rmSync(made.value, { recursive: true, force: true });
  }
}
