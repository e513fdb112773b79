// Cuts a stream of bytes that is one JSON list into its elements, knowing each one's place: an export of years is a single
// list of gigabytes, and no more than one element of allowed length is ever held.
import { lineBytesMax, type LineTaker } from './line-splitter.ts';

export interface ElementSplitter {
  push(chunk: Buffer): void;
  /** No more comes. An element that was cut off is handed over as it stands, so that its fault is told. */
  end(): ListEnd;
}

/** whole: closed as it began. cut: it ended before the list did. no-list: it is something else than a list. */
export type ListEnd = 'whole' | 'cut' | 'no-list';

const code = {
  quote: 0x22,
  comma: 0x2c,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** before: the list has not begun. between: no element is open. within: one is. after: the list is closed. */
type Where = 'before' | 'between' | 'within' | 'after' | 'elsewhere';

interface ElementEnd {
  /** The index after the open element's last byte, or the chunk's end. */
  readonly end: number;
  readonly isOver: boolean;
}

/** Looks for the end of the open element, going on where the last chunk ended. */
function createElementEnd(): (chunk: Buffer, from: number) => ElementEnd {
  let depth = 0;
  let isQuoted = false;
  let isEscaped = false;
  return (chunk, from) => {
    for (let i = from; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (isEscaped) isEscaped = false;
      else if (isQuoted) {
        if (byte === code.backslash) isEscaped = true;
        else if (byte === code.quote) isQuoted = false;
      } else if (byte === code.quote) isQuoted = true;
      else if (byte === code.openObject || byte === code.openList) depth++;
      else if (depth === 0 && (byte === code.comma || byte === code.closeList))
        return { end: i, isOver: true };
      else if (byte === code.closeObject || byte === code.closeList) {
        depth = Math.max(0, depth - 1);
        if (depth === 0) return { end: i + 1, isOver: true };
      }
    }
    return { end: chunk.length, isOver: false };
  };
}

export function createElementSplitter(
  taker: LineTaker,
  startByte: number,
  bytesMax = lineBytesMax,
): ElementSplitter {
  let where: Where = 'before';
  const endOfElement = createElementEnd();
  let at = startByte;
  let elementStart = startByte;
  // What there is of the open element; dropped where it grew too long.
  let held: Buffer[] = [];
  let heldBytes = 0;

  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes > bytesMax) held = [];
    // A copy: the caller may fill the chunk anew.
    else if (part.length > 0) held.push(Buffer.from(part));
  };
  const finish = (): void => {
    const end = elementStart + heldBytes;
    if (heldBytes > bytesMax) taker.tooLong(elementStart, end);
    else taker.line(Buffer.concat(held).toString('utf8'), elementStart, end);
    held = [];
    heldBytes = 0;
  };
  /** Outside of every element. */
  const outside = (byte: number, place: number): void => {
    if (isBlank(byte) || where === 'after') return;
    if (where === 'before') {
      const isMark = byteOrderMark[place - startByte] === byte;
      if (byte === code.openList) where = 'between';
      else if (!isMark) where = 'elsewhere';
    } else if (byte === code.closeList) where = 'after';
    else if (byte !== code.comma) {
      where = 'within';
      elementStart = place;
    }
  };
  return {
    push(chunk) {
      for (let i = 0; i < chunk.length && where !== 'elsewhere' && where !== 'after';) {
        if (where !== 'within') outside(chunk[i] ?? 0, at + i);
        if (where !== 'within') {
          i++;
          continue;
        }
        const { end, isOver } = endOfElement(chunk, i);
        hold(chunk.subarray(i, end));
        i = end;
        if (!isOver) continue;
        finish();
        where = 'between';
      }
      at += chunk.length;
    },
    end() {
      if (where === 'within') finish();
      return where === 'after' ? 'whole' : where === 'between' || where === 'within' ? 'cut' : 'no-list';
    },
  };
}
