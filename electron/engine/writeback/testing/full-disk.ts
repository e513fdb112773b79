// A process of its own that applies a plan where the disk is full, then makes room and applies it again, and says what
// became of each file. Started in a mount namespace of its own, where the home is a disk of 256 KB, as:
// node full-disk.ts <home> <data> <where it is full: home | data>
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { epochMs } from '../../../../shared/ids.ts';
import { createMasker } from '../../masking/mask.ts';
import { openStore } from '../../store/open.ts';
import { createSealer } from '../../store/sealing.ts';
import { applyWrites } from '../apply.ts';
import { plainWrite } from '../plan.ts';
import { holdsSecret } from '../secrets.ts';

const [home = '', data = '', full = ''] = process.argv.slice(2);
const nowMs = epochMs(Date.UTC(2025, 9, 1, 12));
const paths = ['a.md', 'b.md', 'c.md'] as const;
const oldText = (path: string): string => `old ${path}\n`;
// Not to be packed: a journal of lines that repeat would fit on any disk.
const line = (path: string, i: number): string => `- ${path} ${Math.sin(i + path.charCodeAt(0)) * 1e9}\n`;
const newText = (path: string): string => Array.from({ length: 400 }, (_, i) => line(path, i)).join('');

mkdirSync(home, { recursive: true });
const store = openStore({ dataFolder: data, nowMs });
if (!store.ok) throw new Error(store.error.happened);
for (const path of paths) writeFileSync(join(home, path), oldText(path));
const ballast = join(full === 'home' ? home : data, 'ballast');
fill(ballast);

const masker = createMasker();
const sealer = createSealer({ keyFolder: join(data, 'key'), holdsSecret: holdsSecret(masker) });
const deps = { db: store.value.db, home, nowMs, masker, sealer };
const writes = paths.map((path) => {
  const [before, after] = [Buffer.from(oldText(path)), Buffer.from(newText(path))];
  return plainWrite(path, 'claude-code', { before, after }, { mode: null });
});
const stand = (): readonly string[] =>
  paths.map((path) => {
    const text = readFileSync(join(home, path), 'utf8');
    return text === oldText(path) ? 'old' : text === newText(path) ? 'new' : 'half';
  });

const first = applyWrites(deps, { writes, reason: 'a test', undoes: null });
const whenFull = stand();
const left = readdirSync(home).filter((name) => name.includes('.slowwave-'));
rmSync(ballast);
const second = applyWrites(deps, { writes, reason: 'a test', undoes: null });
const withRoom = stand();
store.value.close();
const failure = first.ok ? null : first.error;
process.stdout.write(JSON.stringify({ failure, whenFull, left, isOkWithRoom: second.ok, withRoom }));

/** To the last block but one: some of the new files still fit, not all of them. */
function fill(path: string): void {
  const block = Buffer.alloc(4096, 1);
  const blocks: Buffer[] = [];
  try {
    for (;;) {
      blocks.push(block);
      writeFileSync(path, Buffer.concat(blocks));
    }
  } catch {
    writeFileSync(path, Buffer.concat(blocks.slice(0, -8)));
  }
}
