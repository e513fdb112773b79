import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecrets, type Sealer } from './secrets.ts';

const turned = (text: string): string => text.split('').toReversed().join('');
const sealer: Sealer = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(`sealed:${turned(text)}`),
  decryptString: (sealed) => {
    const text = sealed.toString();
    if (!text.startsWith('sealed:')) throw new Error('not ours');
    return turned(text.slice('sealed:'.length));
  },
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'slowwave-secrets-'));
  file = path.join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('keys', () => {
  it('are kept sealed, for their owner alone, and found again', () => {
    expect(createSecrets(file, sealer).set('model', 'plain-words')).toMatchObject({ ok: true });
    expect(createSecrets(file, sealer).get('model')).toBe('plain-words');
    expect(readFileSync(file, 'utf8')).not.toContain('plain-words');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are taken away one by one', () => {
    const secrets = createSecrets(file, sealer);
    secrets.set('a', 'one');
    secrets.set('b', 'two');
    secrets.set('a', null);
    expect([secrets.get('a'), secrets.get('b')]).toEqual([null, 'two']);
  });

  it.each([
    ['nothing seals', { ...sealer, isEncryptionAvailable: () => false }],
    ['the password is known to all', { ...sealer, getSelectedStorageBackend: () => 'basic_text' }],
  ])('are refused where %s, and nothing is written', (_case, weak) => {
    expect(createSecrets(file, weak).set('model', 'plain-words')).toMatchObject({
      ok: false,
      error: { kind: 'not-allowed' },
    });
    expect(() => statSync(file)).toThrow();
  });

  it('that cannot be opened any more are none', () => {
    writeFileSync(file, JSON.stringify({ model: Buffer.from('other').toString('base64'), odd: 3 }));
    const secrets = createSecrets(file, sealer);
    expect([secrets.get('model'), secrets.get('odd'), secrets.get('none')]).toEqual([null, null, null]);
    writeFileSync(file, 'torn {');
    expect(secrets.get('model')).toBeNull();
  });
});
