import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CallName } from '../../shared/contract.ts';
import type { ShellNews } from '../../shared/engine-process.ts';
import { err } from '../../shared/result.ts';
import { keptKeys, withKeychain } from './kept-keys.ts';
import { createSecrets } from './secrets.ts';

const turned = (text: string): string => text.split('').toReversed().join('');

function opened({ canKeep = true } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'slowwave-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'keys.json');
  const secrets = createSecrets(file, {
    isEncryptionAvailable: () => canKeep,
    encryptString: (text) => Buffer.from(turned(text)),
    decryptString: (sealed) => turned(sealed.toString()),
  });
  const asked: { readonly name: CallName; readonly args: unknown }[] = [];
  const told: ShellNews[] = [];
  const link = {
    call: async (name: CallName, args: unknown) => {
      asked.push({ name, args });
      return err({ kind: 'not-reached', happened: '', safe: '', todo: '' } as const);
    },
    tell: (news: ShellNews) => void told.push(news),
  };
  const bridge = withKeychain(link, { secrets, hasKeychain: keptKeys(secrets) !== null });
  return { bridge, asked, told, secrets, file };
}

describe('a key that is given in a window', () => {
  it('is sealed and handed to the engine, and one that lay in a file is taken out of it', async () => {
    const { bridge, asked, told, secrets, file } = opened();
    await bridge.call('model.key', { who: 'claude', key: 'sk-ant-made-up' });
    expect(keptKeys(secrets)).toEqual({ claude: 'sk-ant-made-up' });
    expect(readFileSync(file, 'utf8')).not.toContain('sk-ant-made-up');
    expect(told).toEqual([{ kind: 'keys', keys: { claude: 'sk-ant-made-up' } }]);
    expect(asked).toEqual([{ name: 'model.key', args: { who: 'claude', key: null } }]);
  });

  it('is taken away everywhere', async () => {
    const { bridge, told, secrets } = opened();
    await bridge.call('model.key', { who: 'claude', key: 'sk-ant-made-up' });
    await bridge.call('model.key', { who: 'server', key: 'another-key' });
    await bridge.call('model.key', { who: 'claude', key: null });
    expect(keptKeys(secrets)).toEqual({ server: 'another-key' });
    expect(told.at(-1)).toEqual({ kind: 'keys', keys: { server: 'another-key' } });
  });

  it('that is none goes to the engine, which says so', async () => {
    const { bridge, asked, told, secrets } = opened();
    await bridge.call('model.key', { who: 'claude', key: 'two words' });
    expect(asked).toEqual([{ name: 'model.key', args: { who: 'claude', key: 'two words' } }]);
    expect([told, keptKeys(secrets)]).toEqual([[], {}]);
  });

  it('goes to the engine where this computer offers no safe place', async () => {
    const { bridge, asked, told, secrets } = opened({ canKeep: false });
    await bridge.call('model.key', { who: 'claude', key: 'sk-ant-made-up' });
    expect(keptKeys(secrets)).toBe(null);
    expect([asked[0]?.args, told]).toEqual([{ who: 'claude', key: 'sk-ant-made-up' }, []]);
  });

  it('leaves every other question as it is', async () => {
    const { bridge, asked } = opened();
    await bridge.call('model.status', {});
    expect(asked).toEqual([{ name: 'model.status', args: {} }]);
  });
});
