import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { connect, inTransaction, sql } from './db.ts';
import { patiently, type Queue } from './patience.ts';
import { integer } from './rows.ts';
import { openTempStore } from './testing/temp-store.ts';

class Busy extends Error {}

interface Waited {
  readonly queue: Queue;
  readonly sleptMs: () => number;
}

/** A queue in which somebody writes every so many milliseconds. */
function queueWith(everyMs: number): Waited {
  let ms = 0;
  return {
    sleptMs: () => ms,
    queue: {
      written: () => Math.floor(ms / everyMs),
      isBusy: (error) => error instanceof Busy,
      sleep: (forMs) => void (ms += forMs),
    },
  };
}

const busy = (): never => {
  throw new Busy();
};

describe('waiting for one’s turn to write', () => {
  it('goes on as long as others come along, and has its turn in the end', () => {
    const { queue, sleptMs } = queueWith(400);
    expect(patiently(queue, () => (sleptMs() < 20_000 ? busy() : 'written'))).toBe('written');
    expect(() => patiently(queue, busy)).toThrow(Busy);
    expect(sleptMs()).toBeGreaterThan(70_000);
  });

  it('ends after five seconds in which nobody got any further', () => {
    const { queue, sleptMs } = queueWith(Infinity);
    expect(() => patiently(queue, busy)).toThrow(Busy);
    expect(sleptMs()).toBeGreaterThan(4_000);
    expect(sleptMs()).toBeLessThan(6_000);
  });

  it('throws at once what is no waiting', () => {
    const { queue, sleptMs } = queueWith(10);
    expect(() =>
      patiently(queue, () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(sleptMs()).toBe(0);
  });

  it('finds the gaps between transactions that follow one another without a pause', async () => {
    const { db, path, close } = openTempStore();
    db.script('CREATE TABLE counted (value INTEGER NOT NULL); INSERT INTO counted (value) VALUES (0)');
    const script = fileURLToPath(new URL('testing/busy-writer.ts', import.meta.url));
    const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const other = connect(path, { readOnly: false });
    const value = (): number =>
      other.db.first(sql`SELECT value FROM counted`, (row) => integer(row, 'value')) ?? 0;
    const before = value();
    for (let turn = 0; turn < 2; turn++) {
      inTransaction(other.db, () => ok(other.db.run(sql`UPDATE counted SET value = value + 1000000000`)));
      other.db.run(sql`UPDATE counted SET value = value + 1000000000`);
    }
    expect(value() - before).toBeGreaterThanOrEqual(4e9);
    other.close();
    close();
  });
});
