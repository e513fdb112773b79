import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { openShellMemory, type ShellMemory } from './shell-memory.ts';

let folder: string;
const logged: string[] = [];
const open = (): ShellMemory =>
  openShellMemory(path.join(folder, 'shell.json'), (text) => void logged.push(text));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'slowwave-shell-'));
  logged.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('remembers from one start to the next', () => {
  const bounds = { x: -10, y: 20, width: 900, height: 700 };
  open().keep({ bounds, isMaximized: true });
  open().keep({ toldDueAtMs: epochMs(5), toldTrouble: 'key', hasSaidItStays: true });
  expect(open().get()).toEqual({
    bounds,
    isMaximized: true,
    toldDueAtMs: 5,
    toldTrouble: 'key',
    hasSaidItStays: true,
  });
});

it.each(['', 'torn {', '[]', 'null', '{"bounds":{"x":1,"y":"2","width":3,"height":4},"isMaximized":"yes"}'])(
  'begins anew where the file holds %j',
  (text) => {
    writeFileSync(path.join(folder, 'shell.json'), text);
    expect(open().get()).toEqual({
      bounds: null,
      isMaximized: false,
      toldDueAtMs: null,
      toldTrouble: null,
      hasSaidItStays: false,
    });
  },
);

it('goes on without a place to write, and says so', () => {
  const memory = open();
  rmSync(folder, { recursive: true });
  memory.keep({ isMaximized: true });
  expect(memory.get().isMaximized).toBe(true);
  expect(logged).toHaveLength(1);
});
