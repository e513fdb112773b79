// Counts an answer's tokens once: its lines repeat the usage of the whole answer, and the last one may know more.
import { isJson, listOf, numberOf, type Json } from './json-line.ts';

export interface TokenMeter {
  /** What this line adds to what was counted for the same answer before. */
  count(answerId: string, input: number, output: number): { readonly input: number; readonly output: number };
  dump(): readonly unknown[];
}

/** Lines of one answer stand close together; 16 answers back is far. */
const answersMax = 16;
/** The end of an id is its random part; of 16 answers no two end alike. All of it would be put down for every file. */
const idCharsMax = 8;

export function createTokenMeter(dumped: unknown): TokenMeter {
  const counted = new Map<string, { input: number; output: number }>();
  for (const entry of listOf(dumped)) {
    const [id, input, output] = listOf(entry);
    if (typeof id === 'string')
      counted.set(id, { input: numberOf(input) ?? 0, output: numberOf(output) ?? 0 });
  }
  return {
    count(answerId, input, output) {
      const id = answerId.slice(-idCharsMax);
      const before = counted.get(id) ?? { input: 0, output: 0 };
      const now = { input: Math.max(before.input, input), output: Math.max(before.output, output) };
      counted.set(id, now);
      const oldest = counted.size > answersMax ? counted.keys().next().value : undefined;
      if (oldest !== undefined) counted.delete(oldest);
      return { input: now.input - before.input, output: now.output - before.output };
    },
    dump: () => [...counted].map(([id, { input, output }]) => [id, input, output]),
  };
}

/** A count of tokens as a file gives it, or 0 where it gives none or nonsense. */
export function tokensIn(usage: Json, ...names: readonly string[]): number {
  let sum = 0;
  for (const name of names) {
    const tokens = numberOf(usage[name]) ?? 0;
    if (tokens > 0) sum += Math.trunc(tokens);
  }
  return sum;
}

export const usageOf = (value: unknown): Json => (isJson(value) ? value : {});
