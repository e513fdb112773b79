// How a child process of the bench is asked and answers: one JSON value as its argument, one on standard output.
import { peakBytes } from './peak.ts';

export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Took & { readonly result: T }> {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  return { ms: performance.now() - from, cpuMs: (used.user + used.system) / 1000, result };
}

/** The question is of our own making, and typed at both ends. */
export const question = (): unknown => JSON.parse(process.argv[2] ?? '{}');

export const answer = (value: object): void =>
  void process.stdout.write(`${JSON.stringify({ ...value, peakBytes: peakBytes() })}\n`);
