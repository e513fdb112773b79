// Reading a row: every column is checked for what it should be before anything else sees it.
import { assert } from '../../../shared/result.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';

export type Row = Readonly<Record<string, unknown>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  assert(typeof value === 'string', `column ${column} holds ${typeof value}, not text`);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  assert(typeof value === 'number', `column ${column} holds ${typeof value}, not a number`);
  return value;
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  assert(value instanceof Uint8Array, `column ${column} holds ${typeof value}, not bytes`);
  return value;
}

export function oneOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T {
  const value = text(row, column);
  const found = allowed.find((one) => one === value);
  assert(found !== undefined, `column ${column} holds "${value}"`);
  return found;
}

export const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);
export const integerOrNull = (row: Row, column: string): number | null =>
  row[column] === null ? null : integer(row, column);
export const bytesOrNull = (row: Row, column: string): Uint8Array | null =>
  row[column] === null ? null : bytes(row, column);
export const timeMs = (row: Row, column: string): EpochMs => epochMs(integer(row, column));
export const timeMsOrNull = (row: Row, column: string): EpochMs | null =>
  row[column] === null ? null : timeMs(row, column);
