// The single-instance lock: the first start of a profile holds it; a later one leaves its words for the first and is
// refused. Held by a file with a process id, so that the lock of one that died is free.
import { readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const readOr = (file: string, otherwise: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
};

export function instanceLock(
  folder: string,
  words: readonly string[],
  onSecond: (words: readonly string[], cwd: string) => void,
): boolean {
  const lock = path.join(folder, 'standin-lock');
  const holder = Number(readOr(lock, '0'));
  if (holder !== 0 && holder !== process.pid && isAlive(holder)) {
    const note = path.join(folder, `standin-second-${process.pid}`);
    writeFileSync(`${note}.new`, JSON.stringify({ words, cwd: process.cwd() }));
    writeFileSync(`${note}.json`, readFileSync(`${note}.new`));
    rmSync(`${note}.new`);
    return false;
  }
  writeFileSync(lock, String(process.pid));
  process.on('exit', () => rmSync(lock, { force: true }));
  watch(folder, () => hearSeconds(folder, onSecond)).unref();
  return true;
}

function hearSeconds(folder: string, onSecond: (words: readonly string[], cwd: string) => void): void {
  for (const name of readdirSync(folder).filter((each) => /^standin-second-\d+\.json$/u.test(each))) {
    const text = readOr(path.join(folder, name), '');
    // Half written: it is looked at again when the rest is there.
    if (!text.endsWith('}')) continue;
    rmSync(path.join(folder, name), { force: true });
    const { words, cwd } = JSON.parse(text) as { words: string[]; cwd: string };
    onSecond(words, cwd);
  }
}
