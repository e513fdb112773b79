// Proves that the table of rooms bites: plants one forbidden import of each kind in a copy of the house and expects
// dependency-cruiser to name the rule. A gate that reads nothing is green as well, so what it read is counted; that the
// house as it stands has no fault is asked by `npm run layers`, beside these tests.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Cruise {
  readonly totalCruised: number;
  /** "rule: file" */
  readonly violations: readonly string[];
}

function cruise(folder: string, rooms: readonly string[]): Cruise {
  const cli = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cli, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(stderr).toBe('');
  const { summary } = JSON.parse(stdout) as {
    readonly summary: {
      readonly totalCruised: number;
      readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    };
  };
  return {
    totalCruised: summary.totalCruised,
    violations: summary.violations.map(({ rule, from }) => `${rule.name} <- ${from}`),
  };
}

const engine = 'electron/engine';

/** A file to plant, what stands in it, and the rule that must name it. */
const plants: readonly (readonly [kind: string, file: string, text: string, rule: string])[] = [
  [
    'a type-only import',
    `${engine}/light/planted.ts`,
    "import type { Target } from '../store/planted-target.ts';\nexport type Planted = Target;",
    `${engine}/light: rooms`,
  ],
  [
    're-exporting',
    `${engine}/rem/planted.ts`,
    "export { target } from '../store/planted-target.ts';",
    `${engine}/rem: rooms`,
  ],
  [
    'a dynamic import',
    `${engine}/deep/planted.ts`,
    "export const planted = () => import('../store/planted-target.ts');",
    `${engine}/deep: rooms`,
  ],
  [
    "Node's core in a pure room",
    `${engine}/proposal/planted.ts`,
    "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;",
    `${engine}/proposal: no node`,
  ],
  [
    'a package that the room may not have',
    'electron/cli/planted.ts',
    "import { z } from 'zod';\nexport const planted = z;",
    'electron/cli: packages',
  ],
  [
    'the type of such a package',
    `${engine}/importers/planted.ts`,
    "import type Database from 'better-sqlite3';\nexport type Planted = Database.Database;",
    `${engine}/importers: packages`,
  ],
  [
    'a package that nobody installed',
    `${engine}/night/planted.ts`,
    "import 'no-such-package-at-all';",
    `${engine}/night: packages`,
  ],
  [
    'the command line going past the engine’s face',
    'electron/cli/planted-past.ts',
    "export { target } from '../engine/store/planted-target.ts';",
    'electron/cli: rooms',
  ],
  [
    'shared words that import a room',
    'shared/planted.ts',
    "export type { Clock } from '../electron/engine/deps.ts';",
    'shared: rooms',
  ],
  [
    'an engine that reaches Electron, by way of another file',
    `${engine}/sources/planted.ts`,
    "export { app } from '../night/planted-electron.ts';",
    'engine-never-reaches-electron',
  ],
  [
    'production that imports a test',
    'shared/planted-test-reader.ts',
    "export { inTest } from './planted.test.ts';",
    'no-production-to-test',
  ],
  ['a cycle', 'shared/planted-a.ts', "export { b as a } from './planted-b.ts';", 'no-cycles'],
  ['an orphan', 'shared/planted-alone.ts', 'export const alone = 1;', 'no-orphans'],
  [
    'a file without a room',
    'electron/attic/planted.ts',
    "export type { AgentKind } from '../../shared/transcript.ts';",
    'every-file-has-a-room',
  ],
];

const helpers: readonly (readonly [file: string, text: string])[] = [
  [`${engine}/store/planted-target.ts`, 'export interface Target { a: 1 }\nexport const target = 1;'],
  [`${engine}/night/planted-electron.ts`, "export { app } from 'electron';"],
  ['shared/planted.test.ts', 'export const inTest = 1;'],
  ['shared/planted-b.ts', "export { a as b } from './planted-a.ts';"],
];

describe('a copy of the house with planted faults', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'slowwave-house-'));
  let found: Cruise;

  beforeAll(() => {
    for (const each of ['shared', 'electron', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
      cpSync(path.join(root, each), path.join(copy, each), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    for (const [file, text] of [...helpers, ...plants.map(([, planted, text]) => [planted, text] as const)]) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), `${text}\n`);
    }
    found = cruise(copy, ['shared', 'electron']);
  }, 60_000);

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(plants)('%s is refused, by the right rule', (_kind, file, _text, rule) => {
    expect(found.violations).toContain(`${rule} <- ${file}`);
  });

  it('is read as a whole', () => {
    expect(found.totalCruised).toBeGreaterThan(500);
  });
});
