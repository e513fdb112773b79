// How the bytes that stand in a file before a write are named, so that whoever applies knows what brings them back.
import type { FileBackup } from '../../../shared/agent-files.ts';
import type { ReadableDb } from '../store/db.ts';
import type { Address, Sealer } from '../store/sealing.ts';
import { sightingsOf } from '../store/snapshots.ts';

// Eight of 64 hexadecimal digits: among the states of one file no two are alike.
const nameChars = 8;

/** The beginning of the hash, without its kind. */
export const backupName = (address: Address): string =>
  address.slice(address.indexOf(':') + 1).slice(0, nameChars);

/** Null: there is no file, and nothing to bring back. */
export function backupOf(
  { db, sealer }: { readonly db: ReadableDb; readonly sealer: Sealer },
  path: string,
  before: Uint8Array | null,
): FileBackup | null {
  if (before === null) return null;
  const address = sealer.addressOf(before);
  return { name: backupName(address), copy: copyWith(db, path, address) };
}

function copyWith(db: ReadableDb, path: string, address: Address): number | null {
  return sightingsOf(db, path).find((one) => one.address === address)?.number ?? null;
}
