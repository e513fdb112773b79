// One process serves one store: who does writes down where, and the next one is told. Two of them would both ring at
// night and both watch the same files.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { makeFolder } from '../engine/folders/make-folder.ts';

export interface Serving {
  readonly pid: number;
  readonly port: number;
}

const lockFile = (data: string): string => path.join(data, 'serving.json');

function readServing(file: string): Serving | null {
  try {
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof written !== 'object' || written === null) return null;
    if (!('pid' in written) || !('port' in written)) return null;
    const { pid, port } = written;
    return Number.isSafeInteger(pid) && Number.isSafeInteger(port)
      ? { pid: Number(pid), port: Number(port) }
      : null;
  } catch {
    // Not there, or cut short when the power went: nobody's.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const answersWithinMs = 2_000;

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: answersWithinMs });
    const end = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', end(true));
    socket.once('timeout', end(false));
    socket.once('error', end(false));
  });

/**
 * Who serves the store now; null for nobody. After a crash another process may have got the same number, and another
 * program the same port; hardly both.
 */
export async function whoServes(data: string): Promise<Serving | null> {
  const serving = readServing(lockFile(data));
  return serving !== null && isAlive(serving.pid) && (await isListening(serving.port)) ? serving : null;
}

export const servedAlready = ({ pid, port }: Serving): Failure => ({
  kind: 'store-busy',
  happened: `This store is served already, at http://127.0.0.1:${port} by process ${pid}.`,
  safe: 'Nothing was started; the other one goes on.',
  todo: 'Open that address, end the other one first, or serve another store: --data DIR.',
});

/** Writes down that we serve it, once we listen. Gives back how to take that away. */
export async function claimServing(data: string, own: Serving): Promise<Result<() => void, Failure>> {
  const file = lockFile(data);
  const claim = (): void => {
    makeFolder(data, 0o700);
    writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
  };
  const release = (): void => {
    if (readServing(file)?.pid === own.pid) rmSync(file, { force: true });
  };
  try {
    claim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      return err(notWritten(file, error));
    const other = await whoServes(data);
    if (other !== null) return err(servedAlready(other));
    try {
      // Left behind by one that could not clean up after itself.
      rmSync(file, { force: true });
      claim();
    } catch (again) {
      return err(notWritten(file, again));
    }
  }
  return ok(release);
}

const notWritten = (file: string, error: unknown): Failure => ({
  kind: 'not-readable',
  happened: `${file} could not be written (${error instanceof Error ? error.message : String(error)}).`,
  safe: 'Nothing was started.',
  todo: 'See that the data folder can be written, or name another one: --data DIR.',
});
