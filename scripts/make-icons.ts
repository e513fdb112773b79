// Draws the app's icons: the mark is a four-step stair, the hypnogram of a night. `node scripts/make-icons.ts` writes
// them; a test holds them to what this draws. PNG is written by hand: rectangles need no drawing library.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';

/** Parts of the picture's side, from 0 to 1. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Colour = readonly [red: number, green: number, blue: number];

/** Night's background and the colours of awake, REM, light and deep sleep: UX A9. */
const night: Colour = [0x0c, 0x11, 0x18];
const stages: readonly Colour[] = [
  [0xe3, 0xb8, 0x73],
  [0xbf, 0xa3, 0xf0],
  [0x86, 0xbc, 0xe6],
  [0x5c, 0x86, 0xe8],
];
const black: Colour = [0, 0, 0];
/** Seen on a light and on a dark bar alike. */
const grey: Colour = [0x8a, 0x94, 0xa6];

export const trayPictures = ['idle', 'light', 'rem', 'deep', 'review', 'paused', 'problem'] as const;
type TrayPicture = (typeof trayPictures)[number];

/** Four bars, each lower than the one before, and the risers between them. */
function stair(thick: number): readonly Box[] {
  const left = 0.14;
  const step = 0.18;
  const tops = [0.2, 0.38, 0.56, 0.74];
  const bars = tops.map((y, at) => ({ x: left + at * step, y, width: step, height: thick }));
  const risers = tops.slice(0, -1).map((y, at) => ({
    x: left + (at + 1) * step - thick / 2,
    y,
    width: thick,
    height: step + thick,
  }));
  return [...bars, ...risers];
}

/** Beside the stair, in the corner that it leaves free: what is so now. */
const signs: Readonly<Record<TrayPicture, readonly Box[]>> = {
  idle: [],
  // One, two or three strokes: how deep it sleeps.
  light: [{ x: 0.62, y: 0.12, width: 0.26, height: 0.09 }],
  rem: [0.12, 0.27].map((y) => ({ x: 0.62, y, width: 0.26, height: 0.09 })),
  deep: [0.08, 0.21, 0.34].map((y) => ({ x: 0.62, y, width: 0.26, height: 0.08 })),
  review: [{ x: 0.64, y: 0.1, width: 0.26, height: 0.26 }],
  paused: [0.62, 0.79].map((x) => ({ x, y: 0.08, width: 0.09, height: 0.34 })),
  problem: [
    { x: 0.71, y: 0.06, width: 0.11, height: 0.24 },
    { x: 0.71, y: 0.36, width: 0.11, height: 0.11 },
  ],
};

interface Stroke {
  readonly box: Box;
  readonly colour: Colour;
}

const isIn = (x: number, y: number, { box }: Stroke): boolean =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;

/** Rounded like the system's own icons: a fifth of the side. */
function isInPlate(x: number, y: number): boolean {
  const [edge, radius] = [0.06, 0.2];
  const from = (at: number): number => Math.max(edge + radius - at, at - (1 - edge - radius), 0);
  return Math.hypot(from(x), from(y)) <= radius;
}

/** How much of each pixel is covered, looked at sixteen times. */
const looks = [0.125, 0.375, 0.625, 0.875];

function draw(side: number, strokes: readonly Stroke[], plate: Colour | null): Buffer {
  const pixels = Buffer.alloc(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const sum = [0, 0, 0, 0];
      for (const dy of looks) {
        for (const dx of looks) {
          const [x, y] = [(column + dx) / side, (row + dy) / side];
          const stroke = strokes.findLast((each) => isIn(x, y, each));
          const colour = stroke?.colour ?? (plate !== null && isInPlate(x, y) ? plate : null);
          if (colour === null) continue;
          [...colour, 255].forEach((part, at) => (sum[at] = (sum[at] ?? 0) + part));
        }
      }
      const covered = (sum[3] ?? 0) / 255;
      const at = (row * side + column) * 4;
      for (const part of [0, 1, 2])
        pixels[at + part] = covered === 0 ? 0 : Math.round((sum[part] ?? 0) / covered);
      pixels[at + 3] = Math.round((covered / looks.length ** 2) * 255);
    }
  }
  return pixels;
}

/** What every PNG begins with. */
export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A part of a PNG: how long it is, its name, its bytes and their sum. */
export function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

export function png(side: number, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  // 8 bits a part, red green blue and cover.
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: side }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * side * 4, (row + 1) * side * 4)]),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const colourOfBar = (at: number): Colour => stages[at % stages.length] ?? grey;

export function appIcon(side: number): Buffer {
  const strokes = stair(0.085).map((box, at) => ({
    box: inPlate(box),
    colour: at < 4 ? colourOfBar(at) : grey,
  }));
  // Risers first, so that the bars lie over them.
  return png(side, draw(side, [...strokes.slice(4), ...strokes.slice(0, 4)], night));
}

/** The stair within the plate's margin. */
const inPlate = ({ x, y, width, height }: Box): Box => ({
  x: 0.1 + x * 0.8,
  y: 0.1 + y * 0.8,
  width: width * 0.8,
  height: height * 0.8,
});

export function trayIcon(picture: TrayPicture, side: number, isTemplate: boolean): Buffer {
  const boxes = [...stair(0.11), ...signs[picture]];
  const colour = isTemplate ? black : grey;
  return png(
    side,
    draw(
      side,
      boxes.map((box) => ({ box, colour })),
      null,
    ),
  );
}

const hex = (colour: Colour): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

export function markSvg(): string {
  const rounded = (value: number): string => String(Math.round(value * 5120) / 10);
  const boxes = stair(0.085).map((box, at) => ({
    box: inPlate(box),
    fill: hex(at < 4 ? colourOfBar(at) : grey),
  }));
  const rects = [...boxes.slice(4), ...boxes.slice(0, 4)].map(
    ({ box, fill }) =>
      `  <rect x="${rounded(box.x)}" y="${rounded(box.y)}" width="${rounded(box.width)}" height="${rounded(box.height)}" fill="${fill}"/>`,
  );
  const plate = `  <rect x="30.7" y="30.7" width="450.6" height="450.6" rx="102.4" fill="${hex(night)}"/>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">',
    plate,
    ...rects,
    '</svg>',
    '',
  ].join('\n');
}

/** Every file, by its name below resources/. 16 and 32 px: what trays show, once and for fine screens. */
export function allIcons(): ReadonlyMap<string, Buffer | string> {
  const files = new Map<string, Buffer | string>([
    ['icon.svg', markSvg()],
    // electron-builder makes the systems' own formats of it.
    ['icon.png', appIcon(512)],
  ]);
  for (const picture of trayPictures) {
    files.set(`tray/${picture}.png`, trayIcon(picture, 16, false));
    files.set(`tray/${picture}@2x.png`, trayIcon(picture, 32, false));
    files.set(`tray/${picture}Template.png`, trayIcon(picture, 16, true));
    files.set(`tray/${picture}Template@2x.png`, trayIcon(picture, 32, true));
  }
  return files;
}

const isStartedItself = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isStartedItself) {
  const folder = path.resolve(import.meta.dirname, '..', 'resources');
  mkdirSync(path.join(folder, 'tray'), { recursive: true });
  for (const [name, content] of allIcons()) writeFileSync(path.join(folder, name), content);
}
