// How another program starts us: by name where we are on its path, else by the Node and the file that run now.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OwnCommand } from '../../shared/serving.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly app: { readonly node: string; readonly root: string };
}

/** `typed`: options that say whose memory is meant; none for this computer's own user. */
export function mcpCommand({ env, platform, app }: Surroundings, typed: readonly string[]): OwnCommand {
  const name = platform === 'win32' ? 'slowwave.cmd' : 'slowwave';
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  // npm puts our folder on the path while it runs us; that is gone when an agent starts us.
  const isThere = folders.some(
    (folder) => !folder.includes('node_modules') && existsSync(path.join(folder, name)),
  );
  return isThere
    ? { command: name, args: ['mcp', ...typed] }
    : {
        command: app.node,
        args: [path.join(app.root, 'electron', 'cli', 'slowwave.mjs'), 'mcp', ...typed],
      };
}

/**
 * The same for a window, which does not know what Node it was started from: npm says so where it started us, else the first
 * one on the path is taken, as `slowwave.mjs` finds the right one by itself. Null where neither is there.
 */
export function commandFromWindow(
  { env, platform, root }: Omit<Surroundings, 'app'> & { readonly root: string },
  typed: readonly string[],
): OwnCommand | null {
  const name = platform === 'win32' ? 'node.exe' : 'node';
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const onPath = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  const given = env['npm_node_execpath'];
  const node = given !== undefined && existsSync(given) ? given : onPath;
  const own = mcpCommand({ env, platform, app: { node: node ?? '', root } }, typed);
  const isWhole = own.command !== '' && (own.command !== node || existsSync(own.args[0] ?? ''));
  return isWhole ? own : null;
}
