// Files as bytes that nobody asked us to understand: lines are cut and joined without losing one of them, whatever the
// encoding. Latin-1 is the one reading that gives every byte a letter and gets it back.

export type LineEnd = '\n' | '\r\n';

/** Each line with its own ending; joined they are the file again. */
export const bytesToLines = (bytes: Uint8Array): readonly string[] =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/[^\n]*\n|[^\n]+$/g) ?? [];

export const linesToBytes = (lines: readonly string[]): Buffer => Buffer.from(lines.join(''), 'latin1');

/** How the file ends most of its lines; a file without any gets the ending of everyone. */
export function lineEndOf(bytes: Uint8Array): LineEnd {
  const all = bytesToLines(bytes);
  const windows = all.filter((line) => line.endsWith('\r\n')).length;
  const others = all.filter((line) => line.endsWith('\n')).length - windows;
  return windows > others ? '\r\n' : '\n';
}

export const byteOrderMark = Buffer.of(0xef, 0xbb, 0xbf);

export const startOfText = (bytes: Buffer): number =>
  bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;

/** UTF-16 and binary files: our lines would stand in them as rubbish, and theirs cannot be found. */
export const isOddEncoding = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.includes(0);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** For reading only: as UTF-8 where it is that, else letter by letter. */
export function readableText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
