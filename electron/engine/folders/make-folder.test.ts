import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'slowwave-folders-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('making a folder', () => {
  it('makes those above it as well, with its mode, and names the uppermost', () => {
    expect(makeFolder(join(root, 'a', 'b', 'c'), 0o700)).toBe(join(root, 'a'));
    for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(root, path)).mode & 0o777).toBe(0o700);
  });

  it('leaves one that is there as it is', () => {
    const before = statSync(root).mode;
    expect(makeFolder(root, 0o777)).toBe(null);
    expect(statSync(root).mode).toBe(before);
    expect(makeFolder('/')).toBe(null);
  });

  it('follows a link to a folder', () => {
    symlinkSync(root, join(root, 'link'));
    expect(makeFolder(join(root, 'link', 'a'))).toBe(join(root, 'link', 'a'));
    expect(statSync(join(root, 'a')).isDirectory()).toBe(true);
  });

  it('says so where a file or a link to nowhere stands in the way', () => {
    writeFileSync(join(root, 'file'), '');
    symlinkSync(join(root, 'nowhere'), join(root, 'link'));
    expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/u);
    expect(() => makeFolder(join(root, 'file', 'a', 'b'))).toThrow(/EEXIST|ENOTDIR/u);
    expect(() => makeFolder(join(root, 'link', 'a'))).toThrow(/EEXIST/u);
  });

  it.runIf(process.platform === 'linux')('ends where the system takes no folder at all', () => {
    expect(() => makeFolder('/proc/nowhere/a/b')).toThrow(/ENOENT|EACCES|EPERM/u);
  });
});
