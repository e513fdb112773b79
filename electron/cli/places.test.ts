import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, findPlaces, settingsFolder } from './places.ts';

const home = mkdtempSync(path.join(tmpdir(), 'slowwave-places-'));
const around = { cwd: home, env: {}, home, platform: 'linux', sample: '/sample' } as const;

describe('places', () => {
  it('keeps the store in the data folder of each platform', () => {
    expect(dataFolder('linux', '/home/ada', {})).toBe('/home/ada/.local/share/slowwave');
    expect(dataFolder('linux', '/home/ada', { XDG_DATA_HOME: '/d' })).toBe('/d/slowwave');
    expect(dataFolder('linux', '/home/ada', { XDG_DATA_HOME: 'not/absolute' })).toBe(
      '/home/ada/.local/share/slowwave',
    );
    expect(dataFolder('darwin', '/Users/ada', {})).toBe('/Users/ada/Library/Application Support/Slowwave');
  });

  it('respects the environment for this computer’s own user, and offers the sample', () => {
    const env = { CODEX_HOME: '/elsewhere/codex', XDG_DATA_HOME: '/d' };
    expect(findPlaces({}, { ...around, env })).toEqual({
      ok: true,
      value: {
        home,
        data: '/d/slowwave',
        keyFolder: path.join(home, '.config/slowwave'),
        env,
        sample: '/sample',
      },
    });
  });

  it('ignores the environment for a named home but for what lies below it, so that two homes never share a store', () => {
    const env = {
      CODEX_HOME: '/elsewhere/codex',
      CLAUDE_CONFIG_DIR: path.join(home, 'claude'),
      XDG_DATA_HOME: '/d',
      OPENCLAW_STATE_DIR: `${home}-other/x`,
      HOME: home,
    };
    expect(findPlaces({ home: '.' }, { ...around, env })).toEqual({
      ok: true,
      value: {
        home,
        data: path.join(home, '.local/share/slowwave'),
        keyFolder: path.join(home, '.config/slowwave'),
        env: { CLAUDE_CONFIG_DIR: path.join(home, 'claude') },
        sample: null,
      },
    });
  });

  it('keeps the key of sealed copies apart from what it opens', () => {
    expect(settingsFolder('linux', '/home/ada', { XDG_CONFIG_HOME: '/c' })).toBe('/c/slowwave');
    expect(settingsFolder('darwin', '/Users/ada', {})).toBe('/Users/ada/Library/Preferences/Slowwave');
    expect(findPlaces({ data: '.' }, around)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
  });

  it('refuses a home that is not there, and a data folder that is a file', () => {
    expect(findPlaces({ home: 'nowhere' }, around)).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
    writeFileSync(path.join(home, 'file'), 'x');
    expect(findPlaces({ data: 'file' }, around)).toMatchObject({ ok: false, error: { kind: 'wrong-input' } });
  });
});
