// Cuts a stream of bytes into lines, knowing each line's place, and never holding more than one line of allowed length.

export interface LineTaker {
  line(text: string, startByte: number, endByte: number): void;
  tooLong(startByte: number, endByte: number): void;
}

/** 32 MiB: ten times the largest line seen in real sessions; images stand in them as text. */
export const lineBytesMax = 32 * 1024 * 1024;

export interface LineSplitter {
  push(chunk: Buffer): void;
  /** The offset after the last line that was handed over, its line end included. */
  consumedTo(): number;
  /** Hands over what stands after the last line end, where it is whole JSON already. */
  takeUnterminated(): void;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export function createLineSplitter(
  taker: LineTaker,
  startByte: number,
  bytesMax = lineBytesMax,
): LineSplitter {
  // The beginning of a line whose end has not come yet; dropped where it grew too long.
  let held: Buffer[] = [];
  let heldBytes = 0;
  let lineStart = startByte;
  let at = startByte;

  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes > bytesMax) held = [];
    else if (part.length > 0) held.push(part);
  };
  const finish = (end: number): void => {
    if (heldBytes > bytesMax) taker.tooLong(lineStart, end);
    else handOver(taker, held.length === 1 ? (held[0] ?? empty) : Buffer.concat(held), lineStart);
    held = [];
    heldBytes = 0;
  };
  return {
    push(chunk) {
      let from = 0;
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
        hold(chunk.subarray(from, end));
        finish(at + end);
        from = end + 1;
        lineStart = at + from;
      }
      // A copy: the caller may fill the chunk anew.
      hold(Buffer.from(chunk.subarray(from)));
      at += chunk.length;
    },
    consumedTo: () => lineStart,
    takeUnterminated() {
      if (heldBytes === 0 || heldBytes > bytesMax) return;
      const bytes = Buffer.concat(held);
      if (!isWholeJson(bytes)) return;
      held = [bytes];
      finish(at);
      lineStart = at;
    },
  };
}

const empty = Buffer.alloc(0);

/** Broken bytes become U+FFFD, a mark at the file's beginning is left out: decoding never fails. */
function handOver(taker: LineTaker, bytes: Buffer, start: number): void {
  const marked = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const end = bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  const from = Math.min(marked, end);
  taker.line(bytes.toString('utf8', from, end), start + from, start + end);
}

/** A record, not a number that may still grow. */
function isWholeJson(bytes: Buffer): boolean {
  try {
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    JSON.parse(text);
    return text.trimStart().startsWith('{');
  } catch {
    return false;
  }
}
