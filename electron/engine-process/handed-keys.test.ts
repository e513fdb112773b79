import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import type { EngineSetup } from '../../shared/engine-process.ts';
import { createHandedKeys } from './handed-keys.ts';

const setup: EngineSetup = {
  home: '/h',
  data: '/d',
  keyFolder: '/k',
  env: { PATH: '/bin' },
  sample: null,
  version: '1',
  host: 'desktop',
  logFile: null,
  nowMs: epochMs(1),
  keepsWatch: false,
};

describe('keys of the keychain', () => {
  it('are found by engines that were opened before they were given, and gone when they are taken away', () => {
    const keys = createHandedKeys({ ...setup, keychain: {} });
    const { env } = keys.setup;
    keys.put({ claude: 'first-key' });
    expect(env).toEqual({ PATH: '/bin', ANTHROPIC_API_KEY: 'first-key' });
    keys.put({ server: 'second-key' });
    expect(env).toEqual({ PATH: '/bin', SLOWWAVE_SERVER_KEY: 'second-key' });
    expect(keys.setup.keychain).toEqual({ server: 'second-key' });
  });

  it('never go before a key of the environment', () => {
    const env = { ANTHROPIC_API_KEY: 'of-the-environment' };
    const keys = createHandedKeys({ ...setup, env, keychain: { claude: 'of-the-keychain' } });
    expect(keys.setup.env['ANTHROPIC_API_KEY']).toBe('of-the-environment');
    keys.put({});
    expect(keys.setup.env['ANTHROPIC_API_KEY']).toBe('of-the-environment');
  });

  it('say that there is no keychain where there is none', () => {
    expect(createHandedKeys(setup).setup.keychain).toBe(null);
  });
});
