// For tests of crashes: counts what is said to SQLite in this process, and kills the process at the n-th command, as the
// system would. Begins and ends of transactions count as well: between two of them nothing of a night reaches the disk.
import Database from 'better-sqlite3';

export interface Writes {
  passed(): number;
}

/** `nth`: 1 dies before the first command; Infinity never dies, and counts. Reading statements do not count. */
export function dieAtWrite(nth: number): Writes {
  let passed = 0;
  const pass = (): void => {
    passed++;
    if (passed === nth) process.kill(process.pid, 'SIGKILL');
  };
  const memory = new Database(':memory:');
  before(Object.getPrototypeOf(memory.prepare('SELECT 1')), 'run', pass);
  before(Object.getPrototypeOf(memory), 'exec', pass);
  memory.close();
  return { passed: () => passed };
}

function before(prototype: object, name: string, first: () => void): void {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new Error(`better-sqlite3 has ${name}()`);
  Reflect.set(prototype, name, function counted(this: unknown, ...values: readonly unknown[]): unknown {
    first();
    return Reflect.apply(method, this, values);
  });
}
