import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLineSplitter, type LineTaker } from './line-splitter.ts';
import { fingerprint, planReading, readLines, type ReadMark, type ReadOptions } from './read-lines.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'));
  path = join(folder, 'a.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Taken extends LineTaker {
  readonly lines: string[];
  readonly places: (readonly [number, number])[];
  readonly long: (readonly [number, number])[];
}

function taker(): Taken {
  const lines: string[] = [];
  const places: (readonly [number, number])[] = [];
  const long: (readonly [number, number])[] = [];
  return {
    lines,
    places,
    long,
    line(text, start, end) {
      lines.push(text);
      places.push([start, end]);
    },
    tooLong: (start, end) => void long.push([start, end]),
  };
}

async function read(options: ReadOptions = {}, from = path): Promise<Taken & { readonly mark: ReadMark }> {
  const taken = taker();
  const got = await readLines(from, taken, options);
  return { ...taken, mark: got.ok ? got.value : expect.fail(got.error.why) };
}

const planned = async (before: ReadMark | null): Promise<string> => {
  const plan = await planReading(path, before);
  return plan.ok ? plan.value : plan.error.kind;
};

describe('reading lines', () => {
  it('hands over whole lines with their places and leaves the last one until it ends', async () => {
    writeFileSync(path, 'one\r\n\ntwo é\n{"half":');
    const { lines, places, mark } = await read();
    expect(lines).toEqual(['one', '', 'two é']);
    expect(places).toEqual([
      [0, 3],
      [5, 5],
      [6, 12],
    ]);
    expect(mark.consumedTo).toBe(13);
  });

  it('takes a last line without an end only where it is whole JSON and was asked for', async () => {
    writeFileSync(path, '{"a":1}\n{"b":2}');
    expect((await read()).lines).toEqual(['{"a":1}']);
    const { lines, mark } = await read({ takeUnterminated: true });
    expect(lines).toEqual(['{"a":1}', '{"b":2}']);
    expect(mark.consumedTo).toBe(15);
    writeFileSync(path, '{"a":1}\n{"b":');
    expect((await read({ takeUnterminated: true })).lines).toEqual(['{"a":1}']);
  });

  it('goes on where it stopped', async () => {
    writeFileSync(path, '{"a":1}\n{"b":2}');
    const { mark } = await read({ takeUnterminated: true });
    appendFileSync(path, '\n{"c":3}\n');
    expect((await read({ fromByte: mark.consumedTo })).lines).toEqual(['', '{"c":3}']);
  });

  it('skips the mark at the beginning and reads broken bytes as signs of it', async () => {
    writeFileSync(
      path,
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('a\n'), Buffer.from([0xff, 0x0a])]),
    );
    const { lines, places } = await read();
    expect(lines).toEqual(['a', '\uFFFD']);
    expect(places[0]).toEqual([3, 4]);
  });

  it('passes over a line that is too long, and reads the next one', async () => {
    writeFileSync(path, `short\n${'x'.repeat(3_000_000)}\nnext\n`);
    const { lines, long } = await read({ lineBytesMax: 1_000_000 });
    expect(lines).toEqual(['short', 'next']);
    expect(long).toEqual([[6, 3_000_006]]);
  });

  it('reads long lines over several pieces', async () => {
    const long = 'é'.repeat(1_700_000);
    writeFileSync(path, `${long}\n${long}\n`);
    expect((await read()).lines).toEqual([long, long]);
  });

  it('reads a packed file to its end', async () => {
    const packed = join(folder, 'a.jsonl.zst');
    writeFileSync(packed, zstdCompressSync('{"a":1}\n{"b":2}'));
    expect((await read({}, packed)).lines).toEqual(['{"a":1}', '{"b":2}']);
    writeFileSync(packed, 'not packed at all');
    const damaged = await readLines(packed, taker());
    expect(damaged).toMatchObject({ ok: false, error: { kind: 'not-readable' } });
  });

  it('tells in words what cannot be read', async () => {
    const kinds = async (at: string): Promise<string> => {
      const got = await readLines(at, taker());
      return got.ok ? 'ok' : got.error.kind;
    };
    expect(await kinds(join(folder, 'gone'))).toBe('not-found');
    mkdirSync(join(folder, 'folder.jsonl'));
    expect(await kinds(join(folder, 'folder.jsonl'))).toBe('not-a-file');
    writeFileSync(path, 'x');
    chmodSync(path, 0);
    // The superuser may read everything.
    expect(await kinds(path)).toBe(process.getuid?.() === 0 ? 'ok' : 'not-readable');
  });

  it.skipIf(process.platform === 'win32')('does not wait at a pipe', async () => {
    execFileSync('mkfifo', [path]);
    expect(await fingerprint(path)).toMatchObject({ ok: false, error: { kind: 'not-a-file' } });
  });

  it('stops when asked', async () => {
    writeFileSync(path, 'a\n');
    const taken = taker();
    const got = await readLines(
      path,
      { ...taken, tooLong: () => undefined },
      { signal: AbortSignal.abort() },
    );
    expect(got).toMatchObject({ ok: false, error: { kind: 'stopped' } });
  });

  it('lets through what the taker itself breaks', async () => {
    writeFileSync(path, 'a\n');
    const broken = readLines(path, {
      line: () => {
        throw new Error('ours');
      },
      tooLong: () => undefined,
    });
    await expect(broken).rejects.toThrow('ours');
  });
});

describe('a file that was read before', () => {
  it('is left alone where nothing changed, and read on where it grew', async () => {
    writeFileSync(path, '{"a":1}\n');
    const { mark } = await read();
    expect(await planned(null)).toBe('whole');
    expect(await planned(mark)).toBe('unchanged');
    appendFileSync(path, '{"b":2}\n');
    expect(await planned(mark)).toBe('continue');
  });

  it('is read on though it was smaller than what is hashed', async () => {
    writeFileSync(path, '{"a":1}\n');
    const { mark } = await read();
    appendFileSync(path, '{"b":2}\n'.repeat(2000));
    expect(await planned(mark)).toBe('continue');
    const next = await read({ fromByte: mark.consumedTo });
    expect(next.lines).toHaveLength(2000);
    appendFileSync(path, '{"c":3}\n');
    expect(await planned(next.mark)).toBe('continue');
  });

  it('is read whole where it shrank or was rewritten', async () => {
    writeFileSync(path, '{"a":1}\n{"b":2}\n');
    const { mark } = await read();
    writeFileSync(path, '{"a":1}\n');
    expect(await planned(mark)).toBe('whole');
    writeFileSync(path, '{"x":1}\n{"b":2}\n{"c":3}\n');
    expect(await planned(mark)).toBe('whole');
    writeFileSync(path, '{"a":1}\n{"y":2}\n{"c":3}\n');
    expect(await planned(mark)).toBe('whole');
  });

  it('is left alone where only its place in the file system changed', async () => {
    writeFileSync(path, '{"a":1}\n');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const { mark } = await read();
    const copy = join(folder, 'copy');
    writeFileSync(copy, '{"a":1}\n');
    utimesSync(copy, 1_700_000_000, 1_700_000_000);
    renameSync(copy, path);
    expect(await planned(mark)).toBe('unchanged');
  });

  it('is told as gone where it vanished', async () => {
    writeFileSync(path, 'a\n');
    const { mark } = await read();
    rmSync(path);
    expect(await planned(mark)).toBe('not-found');
  });
});

describe('cutting into lines', () => {
  it('gives the same lines however the bytes come', () => {
    const bytes = fc.array(fc.constantFrom(0x61, 0x0a, 0x0d, 0xc3, 0xa9, 0xef, 0xbb, 0xbf), {
      maxLength: 60,
    });
    const linesOf = (pieces: readonly Buffer[]): unknown => {
      const taken: unknown[] = [];
      const splitter = createLineSplitter(
        { line: (...all) => taken.push(all), tooLong: (...all) => taken.push(['long', ...all]) },
        0,
        10,
      );
      for (const piece of pieces) splitter.push(piece);
      return [taken, splitter.consumedTo()];
    };
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(60), { maxLength: 6 }), (all, cuts) => {
        const whole = Buffer.from(all);
        const at = [0, ...cuts.filter((cut) => cut < all.length).sort((a, b) => a - b), all.length];
        const pieces = at.slice(1).map((end, i) => whole.subarray(at[i], end));
        expect(linesOf(pieces)).toEqual(linesOf([whole]));
      }),
    );
  });
});
