// Finds Chromium for the end-to-end tests; where there is none and Debian's packages may be installed, installs it;
// else says how, in one line. `npm run chromium` prints the path.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Environment = Readonly<Record<string, string | undefined>>;

const debianNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chromium usually is, the person's own word first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): readonly string[] {
  const named = env['CHROME_PATH'];
  const own = named === undefined || named === '' ? [] : [named];
  if (platform === 'darwin') {
    return [
      ...own,
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    const below = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return [...own, ...roots.flatMap((root) => below.map((each) => path.win32.join(root, each)))];
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [...own, ...folders.flatMap((folder) => debianNames.map((name) => path.posix.join(folder, name)))];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Null where there is none. */
export const findChromium = (
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): string | null => usualPlaces(platform, env).find(isProgram) ?? null;

const howToGetIt =
  'Chromium is missing: install it (Debian, Ubuntu: "apt-get install chromium") or set CHROME_PATH to a Chrome that is there.';

const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && isProgram('/usr/bin/apt-get');

function installByApt(): void {
  const apt = (...words: readonly string[]): void => {
    // Its own words go to standard error: standard output holds the path and nothing else.
    spawnSync('apt-get', words, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  process.stderr.write('Chromium is missing; installing it with apt-get.\n');
  apt('-q', 'update');
  apt('-q', '-y', '--no-install-recommends', 'install', 'chromium');
}

/** Finds it, installs it where it may, or throws one line that says how to get it. */
export function chromiumPath(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (mayInstall()) installByApt();
  const installed = findChromium();
  if (installed === null) throw new Error(howToGetIt);
  return installed;
}

const isStartedItself = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isStartedItself) {
  try {
    process.stdout.write(`${chromiumPath()}\n`);
  } catch {
    process.stderr.write(`${howToGetIt}\n`);
    process.exitCode = 1;
  }
}
