import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keyIdOf, readApiKey, readOrMakeApiKey, renewApiKey } from './key-file.ts';

function keyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys');
}

describe('the key of the Dreams API', () => {
  it('is made when it is needed for the first time, for its owner’s eyes only, and stays', () => {
    const folder = keyFolder();
    expect(readApiKey(folder)).toBeNull();
    expect(existsSync(folder)).toBe(false);
    const key = readOrMakeApiKey(folder);
    expect(key).toMatch(/^slw-[\w-]{43}$/u);
    expect(readOrMakeApiKey(folder)).toBe(key);
    expect(statSync(join(folder, 'dreams-api.key')).mode & 0o777).toBe(0o600);
    expect(keyIdOf(key)).toMatch(/^apikey_[0-9a-f]{24}$/u);
  });

  it('is another one once it was renewed', () => {
    const folder = keyFolder();
    const [before, after] = [readOrMakeApiKey(folder), renewApiKey(folder)];
    expect(after).not.toBe(before);
    expect(readApiKey(folder)).toBe(after);
    expect(keyIdOf(after)).not.toBe(keyIdOf(before));
  });

  it('takes the place of a file that is no key', () => {
    const folder = keyFolder();
    readOrMakeApiKey(folder);
    writeFileSync(join(folder, 'dreams-api.key'), '');
    expect(readApiKey(folder)).toBeNull();
    const key = readOrMakeApiKey(folder);
    expect(readFileSync(join(folder, 'dreams-api.key'), 'utf8').trim()).toBe(key);
  });
});
