import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { allIcons, trayIcon, trayPictures } from './make-icons.ts';

const folder = path.resolve(import.meta.dirname, '..', 'resources');

/** Compared by what they show: how it is packed may differ from one Node to the next. */
function shown(file: Buffer): { readonly side: number; readonly pixels: Buffer } {
  const start = file.indexOf('IDAT');
  const bytes = file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4));
  return { side: file.readUInt32BE(16), pixels: inflateSync(bytes) };
}

it('every icon lies in resources as this script draws it', () => {
  const icons = allIcons();
  expect(icons.size).toBe(2 + trayPictures.length * 4);
  for (const [name, content] of icons) {
    const there = readFileSync(path.join(folder, name));
    if (typeof content === 'string') expect(there.toString(), name).toBe(content);
    else expect(shown(there).pixels.equals(shown(content).pixels), name).toBe(true);
  }
});

it('no two states look alike in the tray', () => {
  const pictures = trayPictures.map((picture) =>
    shown(trayIcon(picture, 16, true)).pixels.toString('base64'),
  );
  expect(new Set(pictures).size).toBe(trayPictures.length);
});

it('a template picture is black and clear, nothing else', () => {
  const { side, pixels } = shown(trayIcon('problem', 16, true));
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = row * (side * 4 + 1) + 1 + column * 4;
      expect([...pixels.subarray(at, at + 3)]).toEqual([0, 0, 0]);
    }
  }
});
