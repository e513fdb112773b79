import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../store/testing/temp-store.ts';
import { plainBytesMax, readArchive } from './read.ts';
import { writeTar } from './tar.ts';

const megabyte = 1024 * 1024;

async function* zeros(count: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at++) yield Buffer.alloc(megabyte);
}

async function* files(): AsyncGenerator<{ name: string; bytes: number; content: AsyncIterable<Uint8Array> }> {
  yield { name: 'slowwave.db', bytes: 80 * megabyte, content: zeros(80) };
}

describe('an archive that expands without end', () => {
  it('is refused where it has grown too far, with nothing of it taken over', async () => {
    const folder = tempFolder();
    const file = join(folder, 'bomb.tar.zst');
    const parts: Uint8Array[] = [];
    for await (const chunk of writeTar(files(), 0)) parts.push(chunk);
    const packed = zstdCompressSync(Buffer.concat(parts));
    writeFileSync(file, packed);
    expect(plainBytesMax(packed.length)).toBeLessThan(80 * megabyte);
    const into = join(folder, 'into');
    mkdirSync(into);
    const read = await readArchive(file, into);
    expect(read).toMatchObject({ ok: false, error: { kind: 'wrong-input', safe: 'Nothing was changed.' } });
    expect(readdirSync(into)).toEqual(['slowwave.db']);
    expect(existsSync(join(folder, 'slowwave.db'))).toBe(false);
  });
});
