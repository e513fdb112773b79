// Keys, sealed with what the system offers (Keychain, DPAPI, a keyring): on disk they are worth nothing to anyone else.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** As much of Electron's safeStorage as we use. */
export interface Sealer {
  isEncryptionAvailable(): boolean;
  /** Linux only: `basic_text` is a password that everybody knows. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

export interface Secrets {
  /** False: this computer offers no safe place. */
  canKeep(): boolean;
  /** Null: none is kept under this name, or it cannot be opened any more. */
  get(name: string): string | null;
  /** Null takes it away. */
  set(name: string, value: string | null): Result<null, Failure>;
}

const notSealed: Failure = {
  kind: 'not-allowed',
  happened: 'This computer offers no safe place for a key.',
  safe: 'The key was not written anywhere.',
  todo: 'Unlock or install a keyring (GNOME Keyring, KWallet), or give the key in the environment.',
};

/** `sealer` is asked each time: it is ready only after the app is, and a keyring may be unlocked later. */
export function createSecrets(file: string, sealer: Sealer): Secrets {
  const canSeal = (): boolean =>
    sealer.isEncryptionAvailable() && sealer.getSelectedStorageBackend?.() !== 'basic_text';
  return {
    canKeep: canSeal,
    get: (name) => {
      const sealed = readSealed(file)[name];
      if (sealed === undefined || !canSeal()) return null;
      try {
        return sealer.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      if (value !== null && !canSeal()) return err(notSealed);
      const { [name]: _old, ...others } = readSealed(file);
      const all =
        value === null ? others : { ...others, [name]: sealer.encryptString(value).toString('base64') };
      writeWhole(file, JSON.stringify(all));
      return ok(null);
    },
  };
}

function readSealed(file: string): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, sealed]) => (typeof sealed === 'string' ? [[name, sealed]] : [])),
    );
  } catch {
    return {};
  }
}

/** Never half a file: a power cut must not cost the other keys. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
