import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/result.ts';
import { tempFolder } from '../store/testing/temp-store.ts';
import { isSafeName, readTar, writeTar, type TarFault, type TarFile } from './tar.ts';

// oxlint-disable-next-line typescript/require-await
async function* pieces<T>(...parts: readonly T[]): AsyncGenerator<T, void, void> {
  yield* parts;
}

async function packed(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const list = Object.entries(files).map(([name, content]): TarFile => ({
    name,
    bytes: content.length,
    content: pieces(content),
  }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar(pieces(...list), 1_700_000_000_000)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function unpacked(
  archive: Buffer,
  cut = archive.length,
): Promise<{ readonly result: Result<readonly string[], TarFault>; readonly files: Map<string, Buffer> }> {
  const files = new Map<string, Buffer>();
  let [name, parts]: [string, Uint8Array[]] = ['', []];
  const result = await readTar(pieces(archive.subarray(0, cut), archive.subarray(cut)), {
    begin: async (next) => void ([name, parts] = [next, []]),
    write: async (chunk) => void parts.push(chunk),
    end: async () => void files.set(name, Buffer.concat(parts)),
  });
  return { result, files };
}

describe('an archive', () => {
  it('gives back what was put in, however the bytes come along', async () => {
    const content = fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes));
    const name = fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z.]{1,8}x){0,2}$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, content, { noNullPrototype: true }),
        fc.nat(),
        async (files, at) => {
          const archive = await packed(files);
          const { result, files: back } = await unpacked(archive, at % (archive.length + 1));
          expect(result).toEqual({ ok: true, value: Object.keys(files) });
          for (const [path, bytes] of Object.entries(files)) expect(back.get(path)?.equals(bytes)).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });

  it('is read by tar itself, and what tar makes is read here', async () => {
    const folder = tempFolder();
    writeFileSync(
      join(folder, 'ours.tar'),
      await packed({ 'a/ä.txt': Buffer.from('one'), 'b.txt': Buffer.alloc(700, 1) }),
    );
    expect(
      execFileSync('tar', ['-tf', join(folder, 'ours.tar')], { env: { LC_ALL: 'C.UTF-8' } }).toString(),
    ).toContain('b.txt');
    writeFileSync(join(folder, 'c.txt'), 'three');
    execFileSync('tar', ['--format=ustar', '-C', folder, '-cf', join(folder, 'theirs.tar'), 'c.txt']);
    const { result, files } = await unpacked(readFileSync(join(folder, 'theirs.tar')));
    expect(result.ok).toBe(true);
    expect(files.get('c.txt')?.toString()).toBe('three');
  });

  it('cut anywhere is told from a whole one', async () => {
    const archive = await packed({ 'a.txt': Buffer.alloc(600, 7) });
    for (const at of [0, 1, 511, 512, 700, 1111, 1112, 1535, 1536]) {
      const { result } = await unpacked(archive.subarray(0, at));
      expect(result).toEqual({ ok: false, error: { kind: 'cut-off' } });
    }
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 512, maxLength: 2048 }), async (bytes) => {
        expect(typeof (await unpacked(Buffer.from(bytes))).result.ok).toBe('boolean');
      }),
      { seed: 2 },
    );
  });

  it.each(['../up', '/root', 'a/../../up', 'a/./b', 'C:\\x', 'a\\..\\b', '', 'a//b'])(
    '%j is no name',
    (name) => {
      expect(isSafeName(name)).toBe(false);
    },
  );

  it('that climbs out, holds a link, or a file twice is refused', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'c.txt'), 'three');
    execFileSync('ln', ['-s', '/etc/passwd', join(folder, 'link')]);
    const tar = (...typed: readonly string[]): Buffer => {
      execFileSync('tar', ['--format=ustar', '-C', folder, '-P', '-cf', join(folder, 'x.tar'), ...typed]);
      return readFileSync(join(folder, 'x.tar'));
    };
    const faultOf = async (archive: Buffer): Promise<string> => {
      const { result } = await unpacked(archive);
      return result.ok ? 'none' : result.error.kind;
    };
    expect(await faultOf(tar('--transform=s,c,../c,', 'c.txt'))).toBe('climbs-out');
    expect(await faultOf(tar(join(folder, 'c.txt')))).toBe('climbs-out');
    expect(await faultOf(tar('link'))).toBe('no-plain-file');
    expect(await faultOf(tar('c.txt', 'c.txt', '--hard-dereference'))).toBe('twice');
    expect(await faultOf(Buffer.alloc(2048, 0x41))).toBe('not-tar');
  });
});
