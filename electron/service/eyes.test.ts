// Eyes over real folders: they see sessions and memory change, old and new ones, and nothing else.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../engine-process/testing/open-engine.ts';
import { openEyes } from './eyes.ts';

/** Looks until the eyes have seen something; the work is done again and again, for they open in their own time. */
async function open(make: (root: string) => void) {
  const folder = tempFolder();
  const root = join(folder, '.claude');
  const project = join(folder, 'shop');
  mkdirSync(join(root, 'projects', '-shop'), { recursive: true });
  mkdirSync(project);
  writeFileSync(join(root, 'projects', '-shop', 'old.jsonl'), '{}\n');
  writeFileSync(join(project, 'CLAUDE.md'), '- a line\n');
  make(root);
  const seen = { times: 0 };
  const eyes = openEyes(
    { folders: [root], files: [join(project, 'CLAUDE.md')] },
    { onChange: () => (seen.times += 1), onBlind: (why) => expect(why).toBe('') },
  );
  onTestFinished(() => eyes.close());
  const sees = async (work: () => void): Promise<void> => {
    const before = seen.times;
    do {
      work();
      await new Promise((done) => setTimeout(done, 20));
    } while (seen.times === before);
  };
  await sees(() => appendFileSync(join(root, 'projects', '-shop', 'old.jsonl'), '{}\n'));
  // What was on its way is not of what comes now.
  await new Promise((done) => setTimeout(done, 100));
  return { root, project, sees, seen: () => seen.times };
}

const nothing = (): void => undefined;

it('see a session that grows, a new one, and one in a folder that was not there', async () => {
  const { root, sees } = await open(nothing);
  await sees(() => writeFileSync(join(root, 'projects', '-shop', 'new.jsonl'), '{}\n'));
  let nth = 0;
  await sees(() => {
    const folder = join(root, 'projects', `-other-${(nth += 1)}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'first.jsonl'), '{}\n');
  });
});

it('see a memory file of a project change and go', async () => {
  const { project, sees } = await open(nothing);
  await sees(() => appendFileSync(join(project, 'CLAUDE.md'), '- another line\n'));
  await new Promise((done) => setTimeout(done, 100));
  await sees(() => rmSync(join(project, 'CLAUDE.md'), { force: true }));
});

it('see nothing of an agent’s logs, caches and tasks', async () => {
  const { root, seen, sees } = await open((at) => {
    mkdirSync(join(at, 'todos'));
    mkdirSync(join(at, 'node_modules', 'pkg'), { recursive: true });
  });
  const before = seen();
  for (let i = 0; i < 5; i++) {
    writeFileSync(join(root, 'todos', `${i}.md`), 'x');
    writeFileSync(join(root, 'node_modules', 'pkg', 'README.md'), 'x');
    writeFileSync(join(root, 'history.log'), 'x');
    writeFileSync(join(root, 'projects', '-shop', 'state.sqlite'), 'x');
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(seen()).toBe(before);
  await sees(() => appendFileSync(join(root, 'projects', '-shop', 'old.jsonl'), '{}\n'));
});
