// Whole lives of a word: said, dreamt of, decided on, written, copied; then forgotten, looked for in every byte, and read
// again by the next import.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ForgetTarget } from '../../../shared/forgetting.ts';
import { placesOf } from '../store/testing/stored-text.ts';
import { memoryFileHistory, memoryFilePaths } from '../store/memory-files.ts';
import { openStore } from '../store/open.ts';
import { servedLineHash } from '../writeback/own-text.ts';
import { epochMs } from '../../../shared/ids.ts';
import { carryOut } from '../forgetting/carry-out.ts';
import { planForgetting } from '../forgetting/plan.ts';
import { createSealer } from '../store/sealing.ts';
import {
  dayMs,
  dreamOnce,
  fourDays,
  nightMs,
  openEngine,
  plainNight,
  tempHome,
  valueOf,
  write,
  writeDay,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';

const token = 'Zebrafink';
const sayings = [
  `Always deploy the ${token} service with the blue script, never by hand.`,
  `Please always deploy the ${token} service with the blue script.`,
  `Again: never deploy the ${token} service by hand, use the blue script.`,
  `The ${token} service must always be deployed with the blue script.`,
];

const days: readonly Day[] = sayings.map((saying, index) => ({
  id: `zebra-${index}`,
  day: 2 + 3 * index,
  title: index === 0 ? `All about ${token}` : undefined,
  said: [
    'Look at the logs.',
    {
      run: `deploy ${token.toLowerCase()}-prod`,
      printed: `${token.toUpperCase()}: deployed`,
      failed: index === 1,
    },
    saying,
    { agent: `Understood: ${token} goes by the blue script.` },
  ],
})) as readonly Day[];

function homeOf(): TempHome {
  const place = tempHome();
  for (const day of [...fourDays, ...days]) writeDay(place, day);
  write(
    place,
    '.claude/CLAUDE.md',
    `# Rules\n\n- Answer in English.\n- The ${token} dashboard is at https://${token.toLowerCase()}.example\n`,
  );
  write(place, 'shop/CLAUDE.md', `# ${token}\n\n- Ask before every release.\n`);
  return place;
}

/** Says it everywhere it can stand: decided, edited, rejected, applied, taken back, pinned. */
async function lived(place: TempHome): Promise<void> {
  const { engine, dream } = await openEngine(place);
  const night = await dream();
  const about = night.proposal.changes.filter(({ title }) => title.includes(token));
  expect(about.length).toBeGreaterThan(0);
  const [first] = about;
  valueOf(await engine.reviewRule([first?.id ?? ''], { kind: 'rejected', reason: 'never-again' }));
  valueOf(await engine.reviewUndo());
  valueOf(
    await engine.reviewRule([first?.id ?? ''], {
      kind: 'edited',
      text: `The ${token} service goes out with the blue script.`,
    }),
  );
  valueOf(await engine.reviewApply());
  valueOf(await engine.memoryTakeBack({ kind: 'version', version: 1 }));
  valueOf(await engine.memoryTakeBack({ kind: 'version', version: 2 }));
  engine.close();
  await dreamOnce(place, {}, nightMs + dayMs);
}

const anyCase = [token, token.toLowerCase(), token.toUpperCase()];
const found = (place: TempHome): readonly string[] => anyCase.flatMap((word) => placesOf(place.data, word));

/** As they stand beside the states of memory files that hold it. */
function memoryFileHashes(place: TempHome): readonly string[] {
  const store = valueOf(openStore({ dataFolder: place.data, nowMs: epochMs(nightMs) }));
  try {
    return memoryFilePaths(store.db).flatMap((path) =>
      memoryFileHistory(store.db, path).flatMap(({ text, contentHash }) =>
        text?.includes(token) === true ? [contentHash] : [],
      ),
    );
  } finally {
    store.close();
  }
}

async function forgetting(place: TempHome, target: ForgetTarget, nowMs = nightMs + 2 * dayMs) {
  const { engine } = await openEngine(place, nowMs);
  try {
    return valueOf(await engine.forget(target));
  } finally {
    engine.close();
  }
}

describe('a word', () => {
  it('is gone from every byte of ours, and stays gone through the next import and night', async () => {
    const place = homeOf();
    await lived(place);
    expect(found(place).length).toBeGreaterThan(3);
    const certificate = await forgetting(place, { kind: 'word', text: token });
    expect(found(place)).toEqual([]);
    expect(certificate.scan).toMatchObject({ hits: 0, where: [] });
    expect(certificate.cleaning).toMatchObject({ logEmptied: true, fileRewritten: true });
    expect(certificate.counts.blankedTurns).toBeGreaterThan(10);
    expect(certificate.counts.closedEntries).toBeGreaterThan(0);
    const { engine } = await openEngine(place, nightMs + 3 * dayMs);
    expect(valueOf(await engine.check()).problems).toEqual([]);
    const closed = valueOf(await engine.memoryList({ closedToo: true })).filter(({ text }) =>
      text.includes('⟦masked:forgotten⟧'),
    );
    expect(closed.length).toBeGreaterThan(0);
    for (const entry of closed)
      expect(entry).toMatchObject({ status: 'closed', closedBecause: 'forgotten at your wish' });
    engine.close();
    // It comes again: in what was read before, in a new session, in a memory file that changed.
    writeDay(place, {
      id: 'zebra-new',
      day: 31,
      said: [`Remember: ${token} is deployed with the blue script.`],
    });
    write(
      place,
      '.claude/CLAUDE.md',
      `# Rules\n\n- Answer in English.\n- ${token} is important.\n- Be brief.\n`,
      nightMs + 2 * dayMs,
    );
    const night = await dreamOnce(place, {}, nightMs + 3 * dayMs);
    expect(found(place)).toEqual([]);
    expect(night.proposal.changes.filter(({ title }) => /blue script/u.test(title))).toEqual([]);
    expect(night.memory.map(({ text }) => text)).toContain('Be brief.');
    expect(JSON.stringify(night)).not.toContain(token);
  });

  it('leaves the agents’ own files as they are, and says so', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const before = readFileSync(join(place.home, '.claude/CLAUDE.md'), 'utf8');
    const { notes } = await forgetting(place, { kind: 'word', text: token });
    expect(readFileSync(join(place.home, '.claude/CLAUDE.md'), 'utf8')).toBe(before);
    expect(notes.join(' ')).toContain('not touched');
  });

  it('leaves no plain hash against which words could be tried out', async () => {
    const place = homeOf();
    await lived(place);
    const { engine } = await openEngine(place, nightMs + dayMs);
    valueOf(await engine.filesApply({ extraFiles: [], blocks: {} }));
    const holding = valueOf(await engine.memoryList({ closedToo: true })).filter(({ text }) =>
      text.includes(token),
    );
    const offered = valueOf(await engine.reviewList()).filter(({ change }) => change.title.includes(token));
    engine.close();
    const file = readFileSync(join(place.home, '.claude/CLAUDE.md'));
    const hashes = [
      createHash('sha256').update(file).digest('hex'),
      ...memoryFileHashes(place),
      ...holding.map(({ text }) => servedLineHash(text)),
      ...holding.map(({ id }) => id.slice(4)),
      ...offered.map(({ change }) => change.id.slice(4)),
    ];
    expect(hashes.length).toBeGreaterThan(5);
    expect(hashes.filter((hash) => placesOf(place.data, hash).length > 0).length).toBeGreaterThan(4);
    await forgetting(place, { kind: 'word', text: token });
    expect(hashes.filter((hash) => placesOf(place.data, hash).length > 0)).toEqual([]);
    await dreamOnce(place, {}, nightMs + 4 * dayMs);
    expect(hashes.filter((hash) => placesOf(place.data, hash).length > 0)).toEqual([]);
  });

  it('goes out of our own block in an agent’s file with the next write, and no undo brings it back', async () => {
    const place = homeOf();
    await lived(place);
    const { engine } = await openEngine(place, nightMs + dayMs);
    const ours = (): string =>
      ['.claude/CLAUDE.md', 'shop/CLAUDE.md']
        .map((path) => readFileSync(join(place.home, path), 'utf8'))
        .map((text) => /<!-- slowwave:begin[^]*slowwave:end/u.exec(text)?.[0] ?? '')
        .join('\n');
    const { apply } = valueOf(await engine.filesApply({ extraFiles: [], blocks: {} }));
    expect(ours()).toContain(token);
    valueOf(await engine.forget({ kind: 'word', text: token }));
    expect(valueOf(await engine.guardScan(null)).deeds).toEqual([]);
    expect(await engine.filesUndo(apply ?? 0)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    const { questions } = valueOf(await engine.filesApply({ extraFiles: [], blocks: {} }));
    expect(questions).toEqual([]);
    expect(ours()).not.toContain(token);
    // And nobody else is said to have written what we wrote.
    expect(valueOf(await engine.guardScan(null)).deeds).toEqual([]);
    engine.close();
    expect(found(place)).toEqual([]);
  });

  it('is shown beforehand, with what else it would take along, and nothing is changed by that', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const { engine } = await openEngine(place);
    const before = valueOf(await engine.memoryList({ closedToo: true }));
    const preview = valueOf(await engine.forgetPreview({ kind: 'word', text: 'deploy' }));
    expect(preview.counts.blankedTurns).toBeGreaterThan(3);
    expect(preview.alsoIn).toContain('deployed');
    expect(valueOf(await engine.memoryList({ closedToo: true }))).toEqual(before);
    expect(valueOf(await engine.forgetCertificates())).toEqual([]);
  });

  it.each(['memory', 'codex', 'x', 'masked', 'evidence'])(
    '“%s” is a word of the store’s own, and refused',
    async (text) => {
      const place = homeOf();
      await dreamOnce(place);
      const { engine } = await openEngine(place);
      expect(await engine.forget({ kind: 'word', text })).toMatchObject({
        ok: false,
        error: { kind: 'wrong-input' },
      });
      expect(valueOf(await engine.check()).problems).toEqual([]);
    },
  );

  it('in a project’s name goes from paths and scopes, and the project is read without it', async () => {
    const place = tempHome();
    for (const day of fourDays) writeDay(place, { ...day, project: 'flamingo-app' });
    write(place, 'flamingo-app/CLAUDE.md', '- Ask before every release.\n');
    await dreamOnce(place);
    expect(placesOf(place.data, 'flamingo').length).toBeGreaterThan(0);
    const certificate = await forgetting(place, { kind: 'word', text: 'flamingo' });
    expect(certificate.scan.where).toEqual([]);
    expect(placesOf(place.data, 'flamingo')).toEqual([]);
    writeDay(place, {
      id: 'new',
      day: 33,
      project: 'flamingo-app',
      said: ['Always ask Kim before a release.'],
    });
    await dreamOnce(place, {}, nightMs + 4 * dayMs);
    expect(placesOf(place.data, 'flamingo')).toEqual([]);
  });
});

describe('a fact', () => {
  it('goes with its proofs, its change and its telling, and is not proposed again in any words', async () => {
    const place = homeOf();
    const first = await dreamOnce(place, { apply: 'auto' });
    const fact = first.memory.find(({ text, origin }) => text.includes(token) && origin === 'dream');
    expect(fact).toBeDefined();
    const certificate = await forgetting(place, { kind: 'entry', id: fact?.id ?? '' });
    expect(certificate.scan.hits).toBe(0);
    expect(certificate.counts.closedEntries).toBeGreaterThan(0);
    for (const { quote } of fact?.evidence ?? []) expect(placesOf(place.data, quote)).toEqual([]);
    expect(placesOf(place.data, fact?.text ?? 'x')).toEqual([]);
    rmSync(join(place.home, '.claude/projects'), { recursive: true });
    for (const [index, day] of days.entries()) {
      writeDay(place, {
        ...day,
        id: `again-${index}`,
        day: 33 + index,
        said: [sayings[index] ?? '', { agent: 'Yes.' }],
      });
    }
    const night = await dreamOnce(place, { apply: 'auto' }, nightMs + 9 * dayMs);
    const { gates, ...again } = { gates: 0, ...night };
    expect(again.memory.filter(({ text }) => text.includes('blue script'))).toEqual([]);
    expect(again.proposal.changes.filter(({ title }) => title.includes('blue script'))).toEqual([]);
    expect(gates).toBe(0);
    expect(placesOf(place.data, fact?.text ?? 'x')).toEqual([]);
  });
});

describe('a session', () => {
  it('goes with its turns and its quotes; what stands on others stays and says what it lost', async () => {
    const place = homeOf();
    const night = await dreamOnce(place, { apply: 'auto' });
    const entry = night.memory.find(({ evidence, text }) => text.includes('pnpm') && evidence.length > 2);
    const { session } = entry?.evidence.at(-1) ?? { session: '' };
    const certificate = await forgetting(place, { kind: 'session', id: session });
    expect(certificate).toMatchObject({ counts: { sessions: 1 }, scan: { hits: 0 } });
    expect(placesOf(place.data, session)).toEqual([]);
    const { engine } = await openEngine(place, nightMs + 3 * dayMs);
    const after = valueOf(await engine.memoryShow(entry?.id ?? ''));
    expect(after.evidence.map((one) => one.session)).not.toContain(session);
    const notes = valueOf(await engine.memoryNotes(entry?.id ?? ''));
    expect(notes.lostQuotes).toHaveLength(1);
    expect(notes.letIn).toMatchObject({ by: 'auto', night: { id: night.receipt.nightId } });
    expect(valueOf(await engine.check()).problems).toEqual([]);
    engine.close();
    const again = await dreamOnce(place, {}, nightMs + 3 * dayMs);
    expect(again.receipt.read.sessions).toBe(night.receipt.read.sessions - 1);
    expect(placesOf(place.data, session)).toEqual([]);
  });

  it('that alone proves an entry takes it along', async () => {
    const place = tempHome();
    writeDay(place, {
      id: 'only',
      day: 3,
      said: ['From now on remember: always water the Flamingo plant on Mondays.'],
    });
    const night = await dreamOnce(place);
    const { engine } = await openEngine(place);
    const ids = night.proposal.changes.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    valueOf(await engine.reviewDecide(ids, 'approved'));
    valueOf(await engine.reviewApply());
    valueOf(await engine.forget({ kind: 'session', id: 'only' }));
    expect(valueOf(await engine.memoryList({ closedToo: false }))).toEqual([]);
    engine.close();
    expect(placesOf(place.data, 'Flamingo')).toEqual([]);
  });
});

describe('a source', () => {
  it('by its folder: its sessions, its files and what came of them are gone, and are not read again', async () => {
    const place = homeOf();
    await dreamOnce(place, { apply: 'auto' });
    const certificate = await forgetting(place, { kind: 'source', place: '~/.claude/projects' });
    expect(certificate.counts.sessions).toBe(8);
    expect(certificate.scan.hits).toBe(0);
    writeDay(place, { id: 'later', day: 32, said: ['Please always deploy with the blue script.'] });
    const night = await dreamOnce(place, {}, nightMs + 3 * dayMs);
    expect(night.receipt.read.sessions).toBe(0);
    expect(night.imported.unread).toContainEqual({ path: '9 files', why: 'forgotten at your wish' });
    expect(night.memory.map(({ origin }) => origin)).not.toContain('dream');
  });

  it('by a memory file: its lines, its copies and its entries', async () => {
    const place = homeOf();
    await dreamOnce(place);
    await forgetting(place, { kind: 'source', place: join(place.home, '.claude/CLAUDE.md') });
    expect(placesOf(place.data, 'dashboard')).toEqual([]);
    const night = await dreamOnce(place, {}, nightMs + 3 * dayMs);
    expect(night.memory.some(({ text }) => text === 'Answer in English.')).toBe(false);
    expect(placesOf(place.data, 'dashboard')).toEqual([]);
  });

  it('that was never read is not found', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const { engine } = await openEngine(place);
    expect(await engine.forget({ kind: 'source', place: '/nowhere' })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
});

describe('redacting', () => {
  it('blanks one version’s text and keeps the row, who and when', async () => {
    const place = homeOf();
    await lived(place);
    const { engine } = await openEngine(place, nightMs + 2 * dayMs);
    const entry = valueOf(await engine.memoryList({ closedToo: true })).find(
      ({ text, origin }) => origin === 'dream' && text.includes(token),
    );
    const id = entry?.id ?? '';
    const [newest] = valueOf(await engine.memoryHistory(id));
    expect(await engine.redact(newest?.number ?? 0, id)).toMatchObject({
      ok: false,
      error: { kind: 'wrong-input' },
    });
    const before = valueOf(await engine.memoryHistory(null)).length;
    const first = valueOf(await engine.memoryHistory(id)).at(-1);
    const certificate = valueOf(await engine.redact(first?.number ?? 0, id));
    expect(certificate).toMatchObject({ kind: 'redaction', wishedBy: 'you', counts: { blankedVersions: 1 } });
    const then = valueOf(await engine.memoryAsOf({ atMs: epochMs(nightMs) }));
    expect(then.entries.length).toBeGreaterThan(0);
    expect(valueOf(await engine.memoryHistory(null))).toHaveLength(before);
    expect(valueOf(await engine.memoryShow(id)).text).toContain(token);
  });
});

describe('what keeps it out', () => {
  it('is told as lost where its key is gone, for it would come back unseen', async () => {
    const place = homeOf();
    await dreamOnce(place);
    await forgetting(place, { kind: 'word', text: token });
    const told = async (): Promise<string> => {
      const { engine } = await openEngine(place, nightMs + 3 * dayMs);
      valueOf(await engine.check());
      const notices = engine.notices();
      engine.close();
      return notices.join(' ');
    };
    expect(await told()).toBe('');
    rmSync(join(place.home, '.config/slowwave/forget.key'));
    expect(await told()).toContain('forget.key');
  });

  it('names a table that lets nothing be taken out of it, and takes it out of all others', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const store = valueOf(openStore({ dataFolder: place.data, nowMs: epochMs(nightMs) }));
    store.db.script(`
      CREATE TABLE shut (id INTEGER PRIMARY KEY, said TEXT NOT NULL) STRICT;
      INSERT INTO shut (said) VALUES ('about ${token}');
      CREATE TRIGGER shut_is_never_updated BEFORE UPDATE ON shut BEGIN SELECT RAISE(ABORT, 'no'); END;`);
    store.close();
    const certificate = await forgetting(place, { kind: 'word', text: token });
    expect(certificate.scan.where).toEqual(['store: shut.said', 'slowwave.db']);
  });

  it('goes through older copies of the store in the data folder as well', async () => {
    const place = homeOf();
    await dreamOnce(place);
    for (const name of ['preview-4194999-AbC1', 'backup-x1', 'restore-x2']) {
      mkdirSync(join(place.data, name));
      copyFileSync(join(place.data, 'slowwave.db'), join(place.data, name, 'slowwave.db'));
    }
    copyFileSync(join(place.data, 'slowwave.db'), join(place.data, 'slowwave.db.before-0030'));
    const certificate = await forgetting(place, { kind: 'word', text: token });
    expect(certificate.cleaning.removedCopies).toBe(4);
    expect(found(place)).toEqual([]);
  });
});

describe('cut off', () => {
  it('between the rows and the sweeping, it is swept at the next opening and certified as that', async () => {
    const place = homeOf();
    await lived(place);
    const nowMs = epochMs(nightMs + 2 * dayMs);
    const store = valueOf(openStore({ dataFolder: place.data, nowMs }));
    const finding = { db: store.db, shown: (path: string) => path };
    const plan = valueOf(planForgetting(finding, { kind: 'word', text: token }));
    const sealer = createSealer({ keyFolder: join(place.home, 'k'), holdsSecret: () => false });
    valueOf(carryOut({ db: store.db, plan, key: Buffer.alloc(32, 1), sealer, nowMs }));
    // No close: as if the process had ended here.
    store.db.script('PRAGMA wal_autocheckpoint = 0');
    store.close();
    const { engine } = await openEngine(place, nowMs);
    const [certificate] = valueOf(await engine.forgetCertificates());
    expect(certificate?.cleaning).toMatchObject({ fileRewritten: true, logEmptied: true });
    engine.close();
    expect(found(place)).toEqual([]);
    expect(existsSync(join(place.data, 'forgotten', '0001.txt'))).toBe(true);
  });

  it('writes certificates that say nothing of it, beside the store', async () => {
    const place = homeOf();
    await dreamOnce(place);
    await forgetting(place, { kind: 'word', text: token });
    const folder = join(place.data, 'forgotten');
    expect(readdirSync(folder)).toEqual(['0001.json', '0001.txt']);
    const text = readFileSync(join(folder, '0001.txt'), 'utf8');
    expect(text).toContain('a word or phrase');
    expect(text).not.toMatch(new RegExp(token, 'iu'));
    mkdirSync(join(place.home, 'x'));
    expect(plainNight.preview).toBe(false);
  });
});
