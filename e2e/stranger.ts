// Somebody who has never seen Slowwave, with a home of their own: runs the built command line and reads what it says.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'out', 'main', 'cli.js');

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

export class Stranger {
  readonly home = mkdtempSync(path.join(tmpdir(), 'slowwave-e2e-'));
  private readonly env = { PATH: process.env['PATH'] ?? '', HOME: this.home, NO_COLOR: '1', TZ: 'UTC' };

  run(...typed: readonly string[]): Said {
    const { status, stdout, stderr } = spawnSync(process.execPath, [built, ...typed], {
      cwd: this.home,
      env: this.env,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    return { status, out: stdout, errors: stderr };
  }

  /** By way of the launcher, as a bin or an npm script starts it, under any Node. */
  launch(node: string, ...typed: readonly string[]): Said {
    const { status, stdout, stderr } = spawnSync(
      node,
      [path.join(root, 'electron', 'cli', 'slowwave.mjs'), ...typed],
      { cwd: this.home, env: this.env, encoding: 'utf8' },
    );
    return { status, out: stdout, errors: stderr };
  }

  /** The one JSON value of standard output; throws where there is another character. */
  json(...typed: readonly string[]): { readonly status: number | null; readonly value: unknown } {
    const { status, out } = this.run(...typed, '--json');
    return { status, value: JSON.parse(out) };
  }

  start(...typed: readonly string[]): ChildProcess {
    return spawn(process.execPath, [built, ...typed], {
      cwd: this.home,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Every file below the home but for our own data folder, with its size. */
  filesOfOthers(): readonly string[] {
    const own = path.join(this.home, '.local', 'share', 'slowwave');
    return readdirSync(this.home, { recursive: true, encoding: 'utf8' })
      .map((each) => path.join(this.home, each))
      .filter((file) => !file.startsWith(own) && statSync(file).isFile())
      .map((file) => `${path.relative(this.home, file)} ${statSync(file).size}`)
      .sort();
  }

  folder(...parts: readonly string[]): string {
    const folder = path.join(this.home, ...parts);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Work of weeks in Claude Code's format, so that a night takes long enough to be disturbed. */
  writeHistory(sessions: number): void {
    const folder = this.folder('.claude', 'projects', '-home-me-shop');
    for (let session = 0; session < sessions; session++) {
      const sessionId = `00000000-0000-4000-8000-${String(session).padStart(12, '0')}`;
      const lines = Array.from({ length: 60 }, (_, at) => {
        const uuid = `${sessionId.slice(0, -4)}${String(at).padStart(4, '0')}`;
        const timestamp = new Date(Date.UTC(2026, 9, 1 + (session % 28), 9, at)).toISOString();
        const head = { uuid, parentUuid: null, sessionId, timestamp, cwd: '/home/me/shop', version: '2.1.0' };
        const words = `Order ${session * 60 + at} is in aisle ${at}; look at the label, then pack it for Tuesday.`;
        return at % 2 === 0
          ? { ...head, type: 'user', message: { role: 'user', content: words } }
          : {
              ...head,
              type: 'assistant',
              message: { role: 'assistant', content: [{ type: 'text', text: words }] },
            };
      });
      writeFileSync(
        path.join(folder, `${sessionId}.jsonl`),
        `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
      );
    }
  }

  leave(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
