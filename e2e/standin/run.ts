// Starts an app as Electron would: node run.ts [-r FILE] [--switches] FOLDER [words]. Playwright waits for the two
// "listening" lines, Node's own and Chromium's, and holds `ready` back by what it gives to -r.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumPath } from '../../scripts/chromium.ts';
import { app, becomeReady, facts, switches } from './app.ts';
import { life } from './life.ts';
import { chromium, watchTargets } from './targets.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

const quietSwitches = [
  '--headless=new',
  '--no-sandbox',
  '--no-startup-window',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--disable-features=HttpsUpgrades,MediaRouter,OptimizationHints',
];

const readJson = (file: string | URL): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

function readWords(given: readonly string[]): {
  readonly preloads: readonly string[];
  readonly place: string;
} {
  const preloads: string[] = [];
  let place = '';
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    if (word === '-r') preloads.push(given[++at] ?? '');
    else if (!word.startsWith('-') && place === '') place = path.resolve(word);
  }
  return { preloads, place };
}

async function boot(): Promise<void> {
  // The app's own first steps may still add switches.
  await new Promise((resolve) => setImmediate(resolve));
  const asked = [...switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const others = asked.filter((each) => !/^--(?:disable|enable)-features=/u.test(each));
  chromium.onGone = () => {
    if (!life.isQuitting) app.exit(1);
  };
  const address = await chromium.start(chromiumPath(), [...quietSwitches, ...others]);
  await watchTargets();
  process.stderr.write(`DevTools listening on ${address}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit());
  app[becomeReady]();
}

const given = process.argv.slice(2);
const { preloads, place } = readWords(given);
const isFolder = statSync(place).isDirectory();
const manifest = isFolder ? readJson(path.join(place, 'package.json')) : {};
const entry = isFolder ? path.join(place, manifest.main ?? 'index.js') : place;
const { version } = readJson(new URL('../../node_modules/electron/package.json', import.meta.url));
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: path.join(place, 'resources') });
process.argv = [path.join(import.meta.dirname, 'electron'), ...given];
facts.name = manifest.productName ?? manifest.name ?? 'Electron';
facts.version = manifest.version ?? '0.0.0';
facts.appPath = isFolder ? place : path.dirname(place);
facts.words = given;
process.on('exit', () => chromium.stop());
const require = createRequire(path.join(process.cwd(), 'x.js'));
for (const each of preloads) require(each);
const booted = boot();
await import(pathToFileURL(entry).href);
await booted;
