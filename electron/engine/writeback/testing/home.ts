// A home folder, a store and a key of their own that are gone after the test, and everything that writing needs.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { entryId, epochMs, type EpochMs } from '../../../../shared/ids.ts';
import type { MemoryEntry, MemoryKind, Scope } from '../../../../shared/memory.ts';
import { createMasker } from '../../masking/mask.ts';
import { openStore, type Store } from '../../store/open.ts';
import { createSealer } from '../../store/sealing.ts';
import { noonMs, valueOf } from '../../store/testing/temp-store.ts';
import type { WritebackDeps } from '../apply.ts';
import type { PlanInput } from '../plan.ts';
import type { Step } from '../replace.ts';
import { holdsSecret } from '../secrets.ts';
import type { Target } from '../targets.ts';

export interface TempHome {
  readonly root: string;
  readonly home: string;
  readonly dataFolder: string;
  readonly keyFolder: string;
  readonly store: Store;
  deps(step?: Step, nowMs?: EpochMs): WritebackDeps;
  /** Paths below home. */
  put(path: string, content: string | Buffer): string;
  read(path: string): Buffer;
  at(path: string): string;
}

const masker = createMasker();

/** Made up, in the shape of a real one; put together here so that no scanner takes this file for a leak. */
export const madeUpToken = ['ghp', '9fK2mQ7xL4vB8nR1tY6wZ3cD5hJ0pS7aEfGu'].join('_');

export function tempHome(): TempHome {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'slowwave-writeback-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [home, dataFolder, keyFolder] = [join(root, 'home'), join(root, 'data'), join(root, 'config')];
  mkdirSync(home);
  const store = valueOf(openStore({ dataFolder, nowMs: noonMs }));
  onTestFinished(() => store.close());
  const at = (path: string): string => join(home, path);
  return {
    root,
    home,
    dataFolder,
    keyFolder,
    store,
    at,
    deps: (step, nowMs = noonMs) => ({
      db: store.db,
      home,
      nowMs,
      masker,
      sealer: createSealer({ keyFolder, holdsSecret: holdsSecret(masker) }),
      ...(step === undefined ? {} : { step }),
    }),
    put: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content);
      return at(path);
    },
    read: (path) => readFileSync(at(path)),
  };
}

export function entryOf(
  text: string,
  options: {
    readonly scope?: Scope;
    readonly kind?: MemoryKind;
    readonly score?: number;
    readonly places?: MemoryEntry['places'];
  } = {},
): MemoryEntry {
  const { scope = 'global', kind = 'preference', score = 0.8, places = [] } = options;
  const isFile = places.length > 0;
  return {
    id: entryId(isFile ? 'file' : 'dream', scope, text, ...places.map((place) => place.path)),
    text,
    kind,
    scope,
    origin: isFile ? 'file' : 'dream',
    taint: 'person',
    score: isFile ? null : score,
    dimensions: null,
    evidence: [],
    places,
    validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: noonMs, retiredAtMs: null },
    status: 'active',
    closedBecause: null,
  };
}

export const targetOf = (home: TempHome, path: string, rest: Partial<Target> = {}): Target => ({
  path: home.at(path),
  shownPath: path,
  agents: ['claude-code'],
  form: 'block',
  scopes: ['global'],
  budgetTokens: 2_000,
  linesMax: null,
  bytesMax: null,
  ...rest,
});

export const planInput = (home: TempHome, rest: Partial<PlanInput>): PlanInput => ({
  home: home.home,
  masker,
  targets: [],
  entriesFor: () => [],
  decided: [],
  isOff: () => false,
  writtenChanges: () => new Set(),
  baseOf: () => null,
  isOver: () => false,
  takenBack: new Map(),
  isMadeByUs: () => false,
  lastWritten: () => null,
  blockChoices: new Map(),
  lineChoices: new Map(),
  placingOf: () => null,
  lastKept: () => null,
  pinned: new Set(),
  ...rest,
});

export const hoursLater = (hours: number): EpochMs => epochMs(noonMs + hours * 3_600_000);
