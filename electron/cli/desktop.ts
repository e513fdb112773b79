// What of the desktop app is there on this computer: Electron's runtime, a screen to show it on, and the built app.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AppWorld, Environment, World } from './world.ts';

type Place = Pick<World, 'env' | 'platform'> & { readonly app: Pick<AppWorld, 'root'> };

const electronFolder = (root: string): string => path.join(root, 'node_modules', 'electron');

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Where Electron's program lies, found as its own package finds it; null where it is not there. */
export function findRuntime({ env, app }: Place): string | null {
  const folder = electronFolder(app.root);
  const name = readIfThere(path.join(folder, 'path.txt'));
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file =
    given !== undefined && given !== ''
      ? path.join(given, name ?? 'electron')
      : name === null
        ? null
        : path.join(folder, 'dist', name);
  return file !== null && existsSync(file) ? file : null;
}

/** The script that fetches the runtime; null where we were installed without it. */
export function findFetcher({ app }: Place): string | null {
  const file = path.join(electronFolder(app.root), 'install.js');
  return existsSync(file) ? file : null;
}

const isSet = (env: Environment, name: string): boolean => (env[name] ?? '') !== '';

export const hasDisplay = ({ env, platform }: Pick<Place, 'env' | 'platform'>): boolean =>
  platform !== 'linux' || isSet(env, 'DISPLAY') || isSet(env, 'WAYLAND_DISPLAY');

export const isDesktopBuilt = ({ app }: Place): boolean =>
  existsSync(path.join(app.root, 'out', 'main', 'main.js'));

/** What opens an address in the person's browser. */
export function openerFor(platform: NodeJS.Platform): readonly [file: string, ...args: readonly string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

const sourceFolders = ['shared', 'electron', 'renderer'];
const sourceFiles = ['electron.vite.config.ts', 'package-lock.json'];

function newestMs(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const times = entries
    .filter((entry) => entry.isFile() && !/[.]test[.]tsx?$/u.test(entry.name))
    .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  return times.reduce((newest, each) => Math.max(newest, each), 0);
}

/**
 * Whether the build lags behind the sources. The page is built last, so its age is that of all. An installed package
 * has no sources and is never built.
 */
export function isBuildStale(root: string): boolean {
  if (!existsSync(path.join(root, 'electron.vite.config.ts'))) return false;
  const built = statSync(path.join(root, 'out', 'renderer', 'index.html'), { throwIfNoEntry: false });
  if (built === undefined) return true;
  const files = sourceFiles.map(
    (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  const folders = sourceFolders
    .map((folder) => path.join(root, folder))
    .filter((folder) => existsSync(folder));
  return Math.max(...files, ...folders.map(newestMs)) > built.mtimeMs;
}
