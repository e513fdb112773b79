// Forgetting from beginning to end: carried out in the rows, swept out of free pages and logs, looked for in every file of
// ours, and certified. Cut off in between, it is brought to its end when the store is opened again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import type {
  ForgetCertificate,
  ForgetCounts,
  ForgetPreview,
  ForgetTarget,
} from '../../../shared/forgetting.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';
import { findEntry } from '../review/find.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { inTransaction } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { everyEntryRow, putEntryRow, type EntryRow } from '../store/forget-rows.ts';
import { rebuildWordIndex, wordsHolding } from '../store/forget-turns.ts';
import { readKey, readOrMakeKey } from '../store/keys.ts';
import { currentMemory } from '../store/memory.ts';
import type { Sealer } from '../store/sealing.ts';
import { othersAtWork, removeOldCopies, sweepStore } from '../store/sweep.ts';
import {
  addForgetting,
  addRedaction,
  allCertificates,
  allTombstones,
  putCertificate,
  tombstonesOf,
  uncertifiedForgettings,
  whileForgetting,
  type Forgetting,
  type ForgettingKind,
} from '../store/tombstones.ts';
import { foldWord } from '../store/words.ts';
import { carryOut, rehearse, type CarriedOut } from './carry-out.ts';
import { certificateText } from './certificate.ts';
import { mark } from './derived.ts';
import { forgetKeyName, readForgotten, type Forgotten } from './keyed.ts';
import { findPhrases } from './phrases.ts';
import { planForgetting } from './plan.ts';
import { scanForNeedles } from './scan.ts';

export interface ForgettingHands {
  readonly db: WritableDb;
  readonly dataFolder: string;
  readonly keyFolder: string;
  readonly sealer: Sealer;
  readonly nowMs: EpochMs;
  /** A path as a person typed it, as paths stand in the store. */
  readonly shown: (path: string) => string;
}

/** What was forgotten before, to ask whether something new is that. */
export const forgottenSoFar = (db: ReadableDb, keyFolder: string): Forgotten =>
  readForgotten(allTombstones(db), readKey({ folder: keyFolder, name: forgetKeyName }));

/** What was forgotten is known by its key alone: without it nothing can be kept out. */
export const isKeyLost = (db: ReadableDb, keyFolder: string): boolean =>
  allTombstones(db).length > 0 && readKey({ folder: keyFolder, name: forgetKeyName }) === null;

/** What it would take along. Changes nothing. */
export const previewForgetting = (
  hands: ForgettingHands,
  target: ForgetTarget,
): Result<ForgetPreview, Failure> =>
  attemptResult(() => {
    const plan = planForgetting(hands, target);
    if (!plan.ok) return plan;
    const { db, sealer, nowMs } = hands;
    // Any key does: nothing of a rehearsal stays.
    const done = rehearse({ db, plan: plan.value, key: Buffer.alloc(32), sealer, nowMs });
    if (!done.ok) return done;
    return ok({ counts: done.value.counts, alsoIn: target.kind === 'word' ? alsoIn(db, target.text) : [] });
  });

// Enough to see that "ann" would go out of "planning".
const alsoInMax = 5;

function alsoIn(db: ReadableDb, word: string): readonly string[] {
  const finder = findPhrases([word, foldWord(word)]);
  const own = foldWord(word.trim());
  const found: string[] = [];
  wordsHolding(db, (indexed) => {
    const isLonger = indexed !== own && finder.holds(indexed);
    if (isLonger && found.length < alsoInMax) found.push(indexed);
    return isLonger;
  });
  return found;
}

export const forget = (hands: ForgettingHands, target: ForgetTarget): Result<ForgetCertificate, Failure> =>
  attemptResult(() => {
    const plan = planForgetting(hands, target);
    if (!plan.ok) return plan;
    const { db, sealer, nowMs, keyFolder } = hands;
    const key = readOrMakeKey({ folder: keyFolder, name: forgetKeyName });
    const done = carryOut({ db, plan: plan.value, key, sealer, nowMs });
    return done.ok ? ok(certify(hands, plan.value.kind, done.value)) : done;
  });

/** Sweeps, looks for what is left, and writes down what it found. */
function certify(hands: ForgettingHands, kind: ForgettingKind, done: CarriedOut): ForgetCertificate {
  const { db, dataFolder, sealer, nowMs } = hands;
  const removedCopies = removeOldCopies(dataFolder);
  const look = { db, dataFolder, sealer, needles: done.needles, inTurnsToo: done.inTurnsToo };
  let swept = sweepStore(db, dataFolder);
  if (kind === 'word' && isIndexed(db, done.needles)) {
    rebuild(db);
    swept = sweepStore(db, dataFolder);
  }
  let scan = scanForNeedles(look);
  if (scan.hits > 0 && done.inTurnsToo) {
    // The word index is the one place whose bytes we do not write ourselves.
    rebuild(db);
    swept = sweepStore(db, dataFolder);
    scan = scanForNeedles(look);
  }
  const certificate: ForgetCertificate = {
    number: done.number,
    kind,
    wishedBy: 'you',
    atMs: nowMs,
    counts: done.counts,
    tombstones: tombstoneSum(db, done.number),
    cleaning: { ...swept, removedCopies },
    scan,
    notes: notesOf(swept.logEmptied && swept.fileRewritten, kind),
  };
  return hold(hands, certificate);
}

const isIndexed = (db: ReadableDb, words: readonly string[]): boolean => {
  const single = words.filter((word) => !/[^\p{L}\p{M}\p{N}\p{Co}]/u.test(word.trim()));
  const finder = findPhrases(single.flatMap((word) => [word, foldWord(word)]));
  return single.length > 0 && wordsHolding(db, (indexed) => finder.holds(indexed)) > 0;
};

const rebuild = (db: WritableDb): unknown =>
  inTransaction<null, never>(db, () => {
    rebuildWordIndex(db);
    return ok(null);
  });

function tombstoneSum(db: ReadableDb, number: number): ForgetCertificate['tombstones'] {
  const tombstones = tombstonesOf(db, number);
  const sum = createHash('sha256');
  for (const { keyedHash } of tombstones) sum.update(keyedHash);
  return { count: tombstones.length, sha256: sum.digest('hex') };
}

const notesOf = (isClean: boolean, kind: ForgettingKind): readonly string[] => [
  ...(isClean
    ? []
    : [
        'Another process had the store open, so its log or its free pages may still hold it. They are cleaned when the store is next opened alone.',
      ]),
  'Agents’ own files and transcripts are theirs: they were not touched. What they say of it does not come back to us; a copy of a file that holds it is sealed.',
  'What Slowwave’s own blocks in agents’ files say of it goes out of them with the next "files apply". A line that it changed elsewhere in a file stays.',
  'Backups that you made elsewhere still hold it.',
  ...(kind === 'redaction'
    ? [
        'Other versions of the entry keep their text, and so does what led to it: sessions, changes, diaries. "forget --entry" takes it out of all of them.',
      ]
    : []),
];

const heldAt = ({ dataFolder }: ForgettingHands, number: number): string =>
  join(dataFolder, 'forgotten', String(number).padStart(4, '0'));

/** In the store and, for people, as a text and as JSON beside it. One that is not clean yet is not closed. */
function hold(hands: ForgettingHands, certificate: ForgetCertificate): ForgetCertificate {
  if (isClean(certificate)) putCertificate(hands.db, certificate.number, JSON.stringify(certificate));
  const path = heldAt(hands, certificate.number);
  makeFolder(dirname(path), 0o700);
  writeFileSync(`${path}.json`, `${JSON.stringify(certificate, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(`${path}.txt`, certificateText(certificate), { mode: 0o600 });
  return certificate;
}

const isClean = ({ cleaning }: ForgetCertificate): boolean => cleaning.logEmptied && cleaning.fileRewritten;

/**
 * Brings to its end what was carried out and not swept. Alone only: while others have the store open, nothing more could be
 * done than was. What was cut off is not looked for again: nobody knows any more what it was.
 */
export function finishForgetting(hands: ForgettingHands): readonly ForgetCertificate[] {
  const { db, dataFolder } = hands;
  const left = uncertifiedForgettings(db);
  if (left.length === 0 || othersAtWork(db) > 0) return [];
  const removedCopies = removeOldCopies(dataFolder);
  const swept = sweepStore(db, dataFolder);
  return left.map((begun) => {
    const held = heldCertificate(hands, begun.number) ?? cutOff(db, begun);
    const cleaning = { ...swept, removedCopies: held.cleaning.removedCopies + removedCopies };
    return hold(hands, {
      ...held,
      cleaning,
      notes: notesOf(swept.logEmptied && swept.fileRewritten, begun.kind),
    });
  });
}

function heldCertificate(hands: ForgettingHands, number: number): ForgetCertificate | null {
  const path = `${heldAt(hands, number)}.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ForgetCertificate) : null;
}

const cutOff = (db: ReadableDb, { number, kind, atMs }: Forgetting): ForgetCertificate => ({
  number,
  kind,
  wishedBy: 'you',
  atMs,
  counts: noCounts,
  tombstones: tombstoneSum(db, number),
  cleaning: { logEmptied: false, fileRewritten: false, removedCopies: 0 },
  scan: { files: 0, bytes: 0, texts: 0, hits: 0, where: [] },
  notes: [],
});

const noCounts: ForgetCounts = {
  sessions: 0,
  turns: 0,
  blankedTurns: 0,
  keptTurns: 0,
  memoryFiles: 0,
  memoryLines: 0,
  closedEntries: 0,
  weakenedEntries: 0,
  blankedVersions: 0,
  otherTexts: 0,
  fileCopies: 0,
};

/** Oldest first. */
export const certificates = (db: ReadableDb): readonly ForgetCertificate[] =>
  allCertificates(db).map((json) => JSON.parse(json) as ForgetCertificate);

/** Blanks the text that an entry had in one version. What memory says now is not redacted: it is forgotten, or edited. */
export const redact = (
  hands: ForgettingHands,
  wanted: { readonly version: number; readonly entry: string },
): Result<ForgetCertificate, Failure> =>
  attemptResult(() => {
    const { db } = hands;
    const entry = findEntry(db, wanted.entry);
    if (!entry.ok) return entry;
    const rows = everyEntryRow(db).filter(({ id }) => id === entry.value);
    const row = rows.findLast(({ version }) => version <= wanted.version);
    if (row === undefined) return err(notInVersion(wanted));
    const standing = currentMemory(db).entries.find(({ id }) => id === entry.value);
    if (row === rows.at(-1) && standing?.status === 'active') return err(saidNow(entry.value));
    const before = JSON.parse(row.content) as MemoryEntry;
    const number = blankRow(hands, row, before);
    const counts = { ...noCounts, blankedVersions: 1 };
    // Other versions and the change that brought it may say the same: nothing is looked for.
    return ok(certify(hands, 'redaction', { number, counts, needles: [], inTurnsToo: false }));
  });

function blankRow({ db, nowMs }: ForgettingHands, row: EntryRow, before: MemoryEntry): number {
  const blank: MemoryEntry = { ...before, text: mark, evidence: [], places: [] };
  const done = inTransaction<number, never>(db, () =>
    whileForgetting(db, nowMs, () => {
      const number = addForgetting(db, 'redaction', nowMs);
      putEntryRow(db, { ...row, content: JSON.stringify(blank) });
      addRedaction(db, number, { entry: before.id, version: versionNumber(row.version) });
      return ok(number);
    }),
  );
  return done.ok ? done.value : done.error;
}

const notInVersion = ({ version, entry }: { readonly version: number; readonly entry: string }): Failure => ({
  kind: 'not-found',
  happened: `${entry} was not in memory in version ${version}.`,
  safe: 'Nothing was redacted.',
  todo: `"memory history ${entry}" lists the versions that changed it.`,
});

const saidNow = (entry: string): Failure => ({
  kind: 'wrong-input',
  happened: `That text of ${entry} is what memory says now.`,
  safe: 'Nothing was redacted.',
  todo: `Forget it altogether with "forget --entry ${entry}", or change it first and redact the older version then.`,
});
