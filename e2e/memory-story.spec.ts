// The story of a memory that can be trusted, over a made-up home with real files, from a first night to the morning on
// which it is taken back: through the built command line, with every byte of every file that is not ours looked at.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { writeSample } from '../electron/engine/night/sample.ts';
import { root, Stranger } from './stranger.ts';

interface Change {
  readonly id: string;
  readonly operation: string;
  readonly night: string;
  readonly state: string;
  readonly after: { readonly text: string } | null;
  readonly before: readonly { readonly text: string }[];
}

interface Receipt {
  readonly apply: number | null;
  readonly written: readonly { readonly path: string; readonly made: boolean; readonly gone: boolean }[];
  readonly questions: readonly {
    readonly path: string;
    readonly kind: string;
    readonly before: string | null;
    readonly theirs: string | null;
    readonly ours: string | null;
  }[];
}

/** What the commands of this story answer, each with its own part. */
interface Answer {
  readonly review: readonly Change[];
  readonly applied: readonly string[];
  readonly files: Receipt;
  readonly guard: { readonly sentences: readonly string[] };
  readonly copies: readonly { readonly copy: number; readonly by: string }[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly entries: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly memory: Memory;
  readonly asOf: { readonly memory: Memory };
}

type Memory = readonly { readonly text: string }[];

const site = 'projects/booking-site/CLAUDE.md';
const agents = 'projects/booking-site/AGENTS.md';
const own = '.claude/CLAUDE.md';
const firstNight = '2026-11-20T03:00:00.000Z';
// As a person on Windows leaves it: CRLF, and no end of the last line. For its owner's eyes only.
const ownText = '- Call me Nora.\r\n- Answer in plain words.';

let stranger: Stranger;

test.beforeEach(() => {
  stranger = new Stranger();
  const sample = path.join(root, 'resources', 'sample');
  expect(writeSample({ sample, out: stranger.home, nowMs: Date.parse(firstNight) }).ok).toBe(true);
  mkdirSync(at('.codex'), { recursive: true });
  writeFileSync(at(own), ownText);
  chmodSync(at(own), 0o600);
});

test.afterEach(() => {
  stranger.leave();
});

const at = (file: string): string => path.join(stranger.home, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');

/** Every file that is not ours, by the hash of its bytes. */
const hashes = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    stranger.filesOfOthers().flatMap((line) => {
      const file = line.replace(/ \d+$/u, '');
      if (file.startsWith('.config/slowwave')) return [];
      return [
        [
          file,
          createHash('sha256')
            .update(readFileSync(at(file)))
            .digest('hex'),
        ],
      ];
    }),
  );

/** Paths whose bytes differ, or that stand on one side only. */
const differing = (
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((file) => a[file] !== b[file]).toSorted();

function ask(...typed: readonly string[]): Answer {
  const { status, value } = stranger.json(...typed);
  expect({ typed, status, value }).toMatchObject({ status: 0 });
  return value as Answer;
}

const waiting = (now: string): readonly Change[] => ask('review', 'list', '--now', now).review;

function changeAbout(word: string): Change {
  const found = waiting(firstNight).find((change) => change.after?.text.includes(word));
  if (found === undefined) throw new Error(`no change speaks of “${word}”`);
  return found;
}

/** What an agent does to a file: it writes it whole. */
const agentWrites = (file: string, from: string, to: string): void => {
  expect(read(file)).toContain(from);
  writeFileSync(at(file), read(file).replace(from, to));
};

const remembered = (): readonly string[] => ask('memory', 'list').memory.map(({ text }) => text);

const textsAsOf = (moment: string): readonly string[] =>
  ask('memory', 'as-of', moment)
    .asOf.memory.map(({ text }) => text)
    .toSorted();

test('a first night is reviewed, written, argued over with an agent, and taken back to the byte', () => {
  // Some thirty commands, each a process of its own: seconds on a quiet machine.
  test.setTimeout(300_000);
  const first = hashes();
  const morning = ['--now', '2026-11-20T08:00:00Z'];

  // The night proposes and touches nothing.
  ask('dream', '--now', firstNight);
  expect(differing(first, hashes())).toEqual([]);

  // The review: an edit, a rejection for good, a change put off, two that are right as they are.
  const deposit = changeAbout('deposit');
  const miles = changeAbout('kilometres');
  const refused = changeAbout('database is locked');
  const later = changeAbout('usted');
  const twice = changeAbout('Pipa');
  ask('review', 'edit', miles.id, '--text', 'Give distances in kilometres.', ...morning);
  ask('review', 'reject', refused.id, '--reason', 'never-again', ...morning);
  ask('review', 'snooze', later.id, '--until', '2026-12-24', ...morning);
  ask('review', 'approve', deposit.id, twice.id, later.id, ...morning);
  ask('review', 'undo', ...morning);
  ask('review', 'approve', deposit.id, twice.id, ...morning);
  expect(differing(first, hashes())).toEqual([]);

  // Applied: our record and the files in one step.
  const before = remembered();
  const applied = ask('review', 'apply', '--files', ...morning);
  expect(applied.applied.toSorted()).toEqual([deposit.id, miles.id, twice.id].toSorted());
  expect(applied.files.questions).toEqual([]);
  const written = hashes();
  expect(differing(first, written)).toEqual(applied.files.written.map((file) => file.path).toSorted());
  expect(differing(first, written)).toEqual([
    '.claude/CLAUDE.md',
    '.codex/AGENTS.md',
    '.openclaw/workspace/MEMORY.md',
    site,
  ]);
  const line = deposit.after?.text ?? '';
  expect(read(site)).toContain(`- ${line}\n- No JavaScript build step`);
  expect(read(own).startsWith(`${ownText}\r\n\r\n<!-- slowwave:begin`)).toBe(true);
  expect(read(own)).toContain('- Give distances in kilometres. <!--');
  expect(read(own).replaceAll('\r\n', '')).not.toContain('\n');
  expect(statSync(at(own)).mode & 0o777).toBe(0o600);
  for (const file of Object.keys(written)) {
    if (file.endsWith('.md')) expect(read(file)).not.toMatch(/database is locked|usted/u);
  }
  expect(ask('files', 'plan')).toMatchObject({ plan: { files: [], questions: [] } });

  // An agent writes another figure into that very line, and the person a line of their own elsewhere.
  agentWrites(site, line, 'The deposit is 25 percent of the tour price.');
  agentWrites(own, '- Call me Nora.', '- Call me Nora.\r\n- The bikes are blue.');
  // Another agent contradicts it in its own file.
  agentWrites(agents, 'plain files in static/', 'plain files in public/');
  const guard = ask('guard', 'scan', '--now', '2026-11-20T20:00:00Z');
  expect(guard.guard.sentences.join(' ')).toContain('not by Slowwave');
  const edited = hashes();

  // The second night sees that they contradict one another, obeys what was answered, and touches nothing.
  ask('dream', '--now', '2026-11-21T03:00:00Z');
  expect(differing(edited, hashes())).toEqual([]);
  const second = waiting('2026-11-21T08:00:00Z').filter(({ state }) => state === 'waiting');
  expect(second.map(({ id }) => id)).not.toContain(later.id);
  expect(JSON.stringify(second)).not.toContain('database is locked');
  const [against, ...others] = second.filter(({ before }) =>
    before.some(({ text }) => text.includes('25 percent')),
  );
  expect(others).toEqual([]);
  if (against === undefined) throw new Error('the second night says nothing of the line');

  // The person agrees, and the agent is quicker: the line says something else again, so nothing is written over it.
  ask('review', 'approve', against.id, '--now', '2026-11-21T08:00:00Z');
  agentWrites(site, '25 percent', '22 percent');
  const contested = hashes();
  const { files } = ask('review', 'apply', '--files', '--now', '2026-11-21T08:00:00Z');
  expect(differing(contested, hashes())).toEqual([]);
  expect(files.questions).toMatchObject([
    {
      path: site,
      kind: 'line-changed',
      before: 'The deposit is 25 percent of the tour price.',
      theirs: '- The deposit is 22 percent of the tour price.',
      ours: null,
    },
  ]);

  // Settled: the file as it was when the person had approved it.
  const { copies } = ask('guard', 'history', site);
  const ours = copies.find(({ by }) => by === 'us');
  ask('guard', 'restore', String(ours?.copy));
  expect(differing(written, hashes())).toEqual([own, agents].toSorted());
  // What was copied by day is no answer; a night that read the line as it stands again closes the question.
  ask('dream', '--now', '2026-11-21T08:30:00Z');

  // Two agents' files say two things: shown together, settled once, and written where the person decided against it.
  const [between, ...more] = ask('conflicts').conflicts.filter(({ kind }) => kind === 'contradiction');
  expect(more).toEqual([]);
  expect(between?.entries.map(({ text }) => text).toSorted()).toEqual([
    'No JavaScript build step: plain files in public/.',
    'No JavaScript build step: plain files in static/.',
  ]);
  const stays = between?.entries.find(({ text }) => text.includes('static/'));
  ask('conflicts', 'settle', between?.id ?? '', '--keep', stays?.id ?? '');
  expect(ask('conflicts').conflicts.map(({ id }) => id)).not.toContain(between?.id);
  expect(ask('files', 'apply').files.written.map((file) => file.path)).toEqual([agents]);
  expect(differing(written, hashes())).toEqual([own]);
  expect(ask('files', 'plan')).toMatchObject({ plan: { files: [], questions: [] } });
  expect(remembered()).toContain('Give distances in kilometres.');

  // The first night is taken back: out of our record, then out of the files.
  ask('memory', 'rollback', '--night', deposit.night, '--now', '2026-11-21T09:00:00Z');
  expect(remembered()).not.toContain('Give distances in kilometres.');
  // As it was between the night and the apply, and after it: the history lost nothing.
  expect(textsAsOf('2026-11-20T07:59:00Z')).toEqual(before.toSorted());
  expect(textsAsOf('2026-11-20T08:01:00Z')).toContain('Give distances in kilometres.');
  const back = ask('files', 'apply', '--now', '2026-11-21T09:00:00Z');
  expect(back.files.questions).toEqual([]);
  expect(differing(first, hashes())).toEqual([own]);
  expect(read(own)).toBe(ownText.replace('- Call me Nora.', '- Call me Nora.\r\n- The bikes are blue.'));
  expect(statSync(at(own)).mode & 0o777).toBe(0o600);
  expect(ask('files', 'plan')).toMatchObject({ plan: { files: [], questions: [] } });
  expect(stranger.run('check').out).toContain('sound');
});
