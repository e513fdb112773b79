// A file's lines with their places in its bytes. Each line is decoded by itself, so that bytes which are no UTF-8 can
// shift nothing but themselves.

export interface Line {
  readonly text: string;
  readonly startByte: number;
  /** The line end left out. */
  readonly endByte: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function linesOf(bytes: Uint8Array): readonly Line[] {
  const decoder = new TextDecoder('utf-8');
  const lines: Line[] = [];
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const push = (end: number): void => {
    lines.push({ text: decoder.decode(bytes.subarray(start, end)), startByte: start, endByte: end });
  };
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    push(i);
    if (byte === carriageReturn && bytes[i + 1] === lineFeed) i++;
    start = i + 1;
  }
  push(bytes.length);
  return lines;
}

/** The end of a line's text, blanks at its end left out. */
export function textEndByte(bytes: Uint8Array, line: Line): number {
  let end = line.endByte;
  while (end > line.startByte && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x09)) end--;
  return end;
}

/** UTF-16 with its mark: no agent writes it, and read as UTF-8 it would be noise. */
export const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
