import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sealer } from './sealing.ts';
import { createSealer, isSealed, keyFileName } from './sealing.ts';
import { failureFrom, tempFolder, valueOf } from './testing/temp-store.ts';

const sealerIn = (keyFolder: string): Sealer =>
  createSealer({ keyFolder, holdsSecret: (bytes) => Buffer.from(bytes).includes('secret') });

describe('sealing', () => {
  it('gives back what was packed, sealed only where it must be', () => {
    const sealer = sealerIn(tempFolder());
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (raw, withSecret) => {
        const bytes = Buffer.concat([raw, Buffer.from(withSecret ? 'secret' : '')]);
        const address = sealer.addressOf(bytes);
        expect(isSealed(address)).toBe(bytes.includes('secret'));
        const packed = sealer.pack(address, bytes);
        expect(valueOf(sealer.unpack(address, packed)).equals(bytes)).toBe(true);
        expect(sealer.matches(address, bytes)).toBe(true);
        expect(sealer.matches(address, Buffer.concat([bytes, Buffer.of(1)]))).toBe(false);
      }),
    );
  });

  it('makes its key once, for its owner alone, and only when it is needed', () => {
    const folder = join(tempFolder(), 'config');
    const sealer = sealerIn(folder);
    sealer.addressOf(Buffer.from('nothing to hide'));
    expect(existsSync(folder)).toBe(false);
    const address = sealer.addressOf(Buffer.from('a secret'));
    expect(readdirSync(folder)).toEqual([keyFileName]);
    expect(statSync(join(folder, keyFileName)).mode & 0o777).toBe(0o600);
    expect(sealerIn(folder).addressOf(Buffer.from('a secret'))).toBe(address);
  });

  it('opens nothing with another key, without one, or with a byte changed', () => {
    const [one, two] = [tempFolder(), tempFolder()];
    const sealer = sealerIn(one);
    const address = sealer.addressOf(Buffer.from('a secret'));
    const packed = sealer.pack(address, Buffer.from('a secret'));
    const other = sealerIn(two);
    expect(failureFrom(other.unpack(address, packed)).kind).toBe('not-readable');
    other.addressOf(Buffer.from('another secret'));
    expect(failureFrom(other.unpack(address, packed)).kind).toBe('not-readable');
    for (const at of [0, 5, 20, packed.length - 1]) {
      const changed = Buffer.from(packed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(failureFrom(sealer.unpack(address, changed)).kind).toBe('not-readable');
    }
  });

  it('seals the same bytes differently each time', () => {
    const sealer = sealerIn(tempFolder());
    const address = sealer.addressOf(Buffer.from('a secret'));
    const packed = [1, 2].map(() =>
      Buffer.from(sealer.pack(address, Buffer.from('a secret'))).toString('hex'),
    );
    expect(new Set(packed).size).toBe(2);
  });

  it('does not put a new key in place of one that is damaged', () => {
    const folder = tempFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, keyFileName), 'short');
    expect(() => sealerIn(folder).addressOf(Buffer.from('a secret'))).toThrow(join(folder, keyFileName));
    rmSync(join(folder, keyFileName));
    expect(isSealed(sealerIn(folder).addressOf(Buffer.from('a secret')))).toBe(true);
  });
});
