// What a report holds, and above all what it does not.
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { usualSettings } from '../../../shared/settings.ts';
import { createMasker } from '../masking/mask.ts';
import { madeUpToken } from '../writeback/testing/home.ts';
import { redacted, reportText } from './report.ts';

const redacting = { masker: createMasker(), home: '/srv/people/noraq' };
const about = { version: '1.2.3', host: 'browser', platform: 'linux', node: '24.0.0', log: null } as const;
const ground = {
  about,
  nowMs: epochMs(0),
  storeFailure: null,
  last: null,
  records: [],
  settings: usualSettings,
};

describe('a report', () => {
  it('says where it ran, also before the first night and without a store', () => {
    const storeFailure = { kind: 'store-damaged', happened: 'Page 7 is torn.', safe: '', todo: '' } as const;
    const text = reportText({ ...ground, storeFailure, settings: null }, redacting);
    expect(text).toContain('Slowwave 1.2.3, browser, linux, Node 24.0.0');
    expect(text).toContain('store-damaged. Page 7 is torn.');
    expect(text).toContain('None yet.');
  });

  it('holds no secret, no folder of a home and no name, wherever they stand', () => {
    const secret = madeUpToken;
    const log = [
      `03:00 could not read /srv/people/noraq/clients/acme/notes.md (${secret})`,
      String.raw`03:01 C:\Users\noraq\clients\acme was gone, and so was /home/someone/else`,
      '03:02 "~/clients/acme" belongs to noraq.',
      '# not a heading',
    ].join('\n');
    const text = reportText({ ...ground, about: { ...about, log } }, redacting);
    for (const word of [secret, 'noraq', 'acme', 'clients', 'someone']) expect(text).not.toContain(word);
    expect(text).toContain('could not read ~/…');
    expect(text).toContain('belongs to [you].');
    expect(text).toContain('\n    # not a heading');
  });

  it('leaves words alone that only hold the name', () => {
    expect(redacted('noraqua', redacting)).toBe('noraqua');
    expect(redacted('the user is root', { ...redacting, home: '/root' })).toBe('the user is root');
  });

  it('shows the end of a log and not its beginning', () => {
    const log = Array.from({ length: 500 }, (_, i) => `line ${i}.`).join('\n');
    const text = reportText({ ...ground, about: { ...about, log } }, redacting);
    expect(text).toContain('line 499.');
    expect(text).not.toContain('line 100.');
  });
});
