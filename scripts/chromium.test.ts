import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findChromium, usualPlaces } from './chromium.ts';

it('takes the person’s own word first, where it names a program', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'slowwave-chromium-')), 'chrome');
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  expect(findChromium('linux', { CHROME_PATH: file })).toBe(file);
  expect(findChromium('linux', { CHROME_PATH: path.dirname(file) })).not.toBe(path.dirname(file));
});

it('knows the usual places of each system', () => {
  expect(usualPlaces('linux', {})).toContain('/usr/bin/chromium');
  expect(usualPlaces('darwin', {})[0]).toContain('.app/Contents/MacOS/');
  expect(usualPlaces('win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );
});
