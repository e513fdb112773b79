// Whole files as they lie in the store: compressed, and sealed where they hold a secret, with a key that is kept outside
// the data folder. Whoever gets hold of the data folder alone reads no secret in it.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import { readKey, readOrMakeKey } from './keys.ts';
import { compress, decompress } from './packing.ts';

/**
 * What stands for a file's bytes. `plain:` is their SHA-256; `sealed:` is keyed, because from a plain hash the secret of
 * a file that is known but for it could be guessed.
 */
export type Address = `plain:${string}` | `sealed:${string}`;

export interface Sealer {
  addressOf(bytes: Uint8Array): Address;
  /** By the kind that the address has, so that rules for secrets may change meanwhile. */
  matches(address: Address, bytes: Uint8Array): boolean;
  /** Another one for the same bytes, once they are forgotten: keyed, so that no words can be tried out against it. */
  forgottenAddressOf(bytes: Uint8Array): Address;
  pack(address: Address, bytes: Uint8Array): Uint8Array;
  unpack(address: Address, packed: Uint8Array): Result<Buffer, Failure>;
}

export interface SealerOptions {
  /** The platform's folder for settings, never below the data folder. Made when the first secret is sealed. */
  readonly keyFolder: string;
  readonly holdsSecret: (bytes: Uint8Array) => boolean;
}

export const keyFileName = 'seal.key';

export function createSealer(options: SealerOptions): Sealer {
  let key: Buffer | null = null;
  const place = { folder: options.keyFolder, name: keyFileName };
  const standing = (): Buffer | null => (key ??= readKey(place));
  const needed = (): Buffer => (key ??= readOrMakeKey(place));
  return {
    addressOf: (bytes) =>
      options.holdsSecret(bytes)
        ? `sealed:${keyed(needed(), bytes, 'address')}`
        : `plain:${plainHash(bytes)}`,
    matches(address, bytes) {
      if (!isSealed(address)) return address === `plain:${plainHash(bytes)}`;
      const found = standing();
      return (
        found !== null &&
        (['address', 'forgotten'] as const).some((use) => address === `sealed:${keyed(found, bytes, use)}`)
      );
    },
    forgottenAddressOf: (bytes) => `sealed:${keyed(needed(), bytes, 'forgotten')}`,
    pack: (address, bytes) => {
      const packed = compress(bytes);
      return isSealed(address) ? seal(needed(), address, packed) : packed;
    },
    unpack(address, packed) {
      if (!isSealed(address)) return ok(decompress(packed));
      const found = standing();
      const opened = found === null ? null : open(found, address, packed);
      return opened === null ? err(noKey(options.keyFolder)) : ok(decompress(opened));
    },
  };
}

export const isSealed = (address: Address): boolean => address.startsWith('sealed:');

export function asAddress(text: string): Address {
  assert(/^(?:plain|sealed):[0-9a-f]{64}$/.test(text), `an address of a file's bytes: ${text}`);
  return text as Address;
}

const plainHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const keyed = (key: Buffer, bytes: Uint8Array, use: 'address' | 'forgotten'): string =>
  createHmac('sha256', key).update(use).update(bytes).digest('hex');

// AES-256-GCM as NIST SP 800-38D has it: a fresh nonce of 96 bits for each sealing, a tag of 128.
const nonceBytes = 12;
const tagBytes = 16;
/** So that another way of sealing may follow. */
const sealVersion = 1;

function seal(key: Buffer, address: Address, packed: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(address));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
  return Buffer.concat([Buffer.of(sealVersion), nonce, cipher.getAuthTag(), sealed]);
}

/** Null where the key does not fit or a byte was changed. */
function open(key: Buffer, address: Address, sealed: Uint8Array): Buffer | null {
  const all = Buffer.from(sealed);
  const body = 1 + nonceBytes + tagBytes;
  if (all.length < body || all[0] !== sealVersion) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, all.subarray(1, 1 + nonceBytes));
  decipher.setAAD(Buffer.from(address));
  decipher.setAuthTag(all.subarray(1 + nonceBytes, body));
  try {
    return Buffer.concat([decipher.update(all.subarray(body)), decipher.final()]);
  } catch {
    return null;
  }
}

const noKey = (folder: string): Failure => ({
  kind: 'not-readable',
  happened: `A copy of a file that holds a secret is sealed, and its key is not in ${folder}.`,
  safe: 'The sealed copy was left as it is.',
  todo: `Put ${keyFileName} back from your own backup of that folder.`,
});
