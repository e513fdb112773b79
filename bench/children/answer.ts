// How a child process of the bench is asked and answers: one JSON value as its argument, one on standard output.
import { peakBytes } from './peak.ts';

export interface Took {
  readonly ms: number;
  /** Of all threads. */
  readonly cpuMs: number;
  /** Of this thread alone: what the clock would show at least, had the machine nothing else to do. */
  readonly ownCpuMs: number;
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Took & { readonly result: T }> {
  const [from, cpu, own] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()];
  const result = await work();
  const used = process.cpuUsage(cpu);
  const ownUsed = process.threadCpuUsage(own);
  return {
    ms: performance.now() - from,
    cpuMs: (used.user + used.system) / 1000,
    ownCpuMs: (ownUsed.user + ownUsed.system) / 1000,
    result,
  };
}

/** The question is of our own making, and typed at both ends. */
export const question = (): unknown => JSON.parse(process.argv[2] ?? '{}');

export const answer = (value: object): void =>
  void process.stdout.write(`${JSON.stringify({ ...value, peakBytes: peakBytes() })}\n`);
