// Makes a picture of a screen small: 256 colours at most, one byte a point. A browser's page reads the picture, because it
// has a decoder; the bytes are put together here.
import { deflateSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { chunk, signature } from './make-icons.ts';

interface PaletteImage {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly (readonly [red: number, green: number, blue: number])[];
  /** One byte a point, its place in the palette; base64. */
  readonly points: string;
}

// Runs inside a page: the most used colours that differ visibly stay, each other one becomes the nearest of them.
const toPalette = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const brush = new OffscreenCanvas(width, height).getContext('2d');
  brush.drawImage(bitmap, 0, 0);
  const points = new Uint32Array(brush.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  const split = (color) => [color & 255, (color >> 8) & 255, (color >> 16) & 255];
  const far = ([r, g, b], [pr, pg, pb]) => (r - pr) ** 2 + (g - pg) ** 2 + (b - pb) ** 2;
  // One that is nearly there already would take the place of one that is seldom and not there at all.
  const palette = [];
  for (const [color] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const wanted = split(color);
    if (palette.length < 256 && palette.every((kept) => far(kept, wanted) > 48)) palette.push(wanted);
  }
  const nearest = (color) => {
    const wanted = split(color);
    let best = 0;
    palette.forEach((kept, i) => {
      if (far(kept, wanted) < far(palette[best], wanted)) best = i;
    });
    return best;
  };
  const placeOf = new Map([...counts.keys()].map((color) => [color, nearest(color)]));
  let letters = '';
  for (const point of points) letters += String.fromCharCode(placeOf.get(point));
  return { width, height, palette, points: btoa(letters) };
}`;

function encode({ width, height, palette, points }: PaletteImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, each a place in the palette.
  header.set([8, 3], 8);
  const bytes = Buffer.from(points, 'base64');
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), bytes.subarray(y * width, (y + 1) * width)]),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A page that reads pictures, one a browser. */
const readers = new WeakMap<Browser, Promise<Page>>();

/** The same picture with 256 colours at most. */
export async function withFewColors(browser: Browser, png: Buffer): Promise<Buffer> {
  const reader = readers.get(browser) ?? browser.newPage();
  readers.set(browser, reader);
  const page = await reader;
  const image = await page.evaluate<PaletteImage>(
    `(${toPalette})(${JSON.stringify(png.toString('base64'))})`,
  );
  return encode(image);
}
