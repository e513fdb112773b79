// How another program starts us: by name where we are on its path, else by the Node and the file that run now.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { World } from './world.ts';

export interface OwnCommand {
  readonly command: string;
  readonly args: readonly string[];
}

type Surroundings = Pick<World, 'env' | 'platform'> & { readonly app: Pick<World['app'], 'node' | 'root'> };

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
