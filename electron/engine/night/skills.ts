// Conducts skills: which one operation is offered since the newest night, whether what was written is used, and the write
// that its owner's yes makes. A file that is not to the byte what we wrote last is somebody's own, and never touched.
import type { SessionSignals } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import { contentHash, epochMs, type EpochMs } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Skill, SkillState, SkillUse } from '../../../shared/skills.ts';
import { localAgents, type LocalAgent } from '../../../shared/transcript.ts';
import { bodyOf, draftSkill, readSkill, sessionsDone, skillText, type Done } from '../playbooks/skills.ts';
import { waysOfBooks, waysOfRoutines, type Way } from '../playbooks/ways.ts';
import type { ReadableDb } from '../store/db.ts';
import { deedsOf, writtenPaths } from '../store/file-writes.ts';
import { newestNight } from '../store/nights.ts';
import { sessionTimes } from '../store/project-sessions.ts';
import { refusedSkills } from '../store/refused-skills.ts';
import { readContent } from '../store/snapshots.ts';
import {
  absolutePath,
  listApplies,
  lookAt,
  plainWrite,
  type PlannedWrite,
  type WritebackDeps,
} from '../writeback/index.ts';
import { playbooksNow, readTurnOf, workSignals } from './playbooks.ts';

/** Where each agent looks for a person's own skills, as its documentation says (autumn 2026). */
const folders: Readonly<Record<LocalAgent, string>> = {
  'claude-code': '.claude/skills/',
  codex: '.agents/skills/',
  openclaw: '.openclaw/skills/',
};

const pathOf = (agent: LocalAgent, name: string): string => `${folders[agent]}${name}/SKILL.md`;
const isSkillPath = (path: string): boolean =>
  Object.values(folders).some((folder) => path.startsWith(folder));

export const skillReason = (name: string): string => `Skill ${name}.`;
const isSkillReason = (reason: string): boolean => reason.startsWith('Skill ');

interface Standing {
  /** What lies there now; null for nothing. */
  readonly text: string | null;
  /** Nothing, or what we wrote last, of a file that was never anybody else's. */
  readonly isOurs: boolean;
  readonly apply: number | null;
  readonly writtenAtMs: EpochMs | null;
  readonly wordedAtMs: EpochMs | null;
  /** Times that its words were changed since it was written. */
  readonly timesWorded: number;
  /** Its owner had it go for want of use. */
  readonly isRetired: boolean;
}

const unwritten = { apply: null, writtenAtMs: null, wordedAtMs: null, timesWorded: 0, isRetired: false };

function standingAt({ db, home, sealer }: WritebackDeps, path: string): Standing {
  const found = lookAt(absolutePath(home, path), home, true);
  const deeds = deedsOf(db, path);
  const last = deeds.at(-1);
  // What we wrote into a file that stood there before is somebody's, whatever it says.
  const isMade =
    deeds.length > 0 && deeds.every(({ undoes, reason }) => undoes !== null || isSkillReason(reason));
  const isRetired = last !== undefined && last.undoes === null && last.write.after === null;
  if (found.kind === 'nothing')
    return { ...unwritten, text: null, isOurs: true, isRetired: isMade && isRetired };
  if (found.kind === 'refused') return { ...unwritten, text: '', isOurs: false };
  const text = found.bytes.toString('utf8');
  const address = last?.write.after ?? null;
  const content = address === null ? null : readContent(db, sealer, address);
  const isOurs = isMade && content !== null && content.ok && content.value.equals(found.bytes);
  const own = deeds.filter(({ undoes }) => undoes === null);
  const made = own.findLastIndex(({ write }) => write.before === null);
  const since = own.slice(made);
  return {
    text,
    isOurs,
    apply: last?.apply ?? null,
    writtenAtMs: own[made]?.begunAtMs ?? null,
    wordedAtMs: since.at(-1)?.begunAtMs ?? null,
    timesWorded: Math.max(0, since.length - 1),
    isRetired: false,
  };
}

type Found = Omit<Skill, 'state'> & { readonly state: SkillState | 'ready' };

export const skillHash = ({ path, text, operation }: Pick<Skill, 'path' | 'text' | 'operation'>): string =>
  contentHash('skill', path, operation, text);

/** Of a file that its owner worded themselves when they let it be written: it stays as they want it. */
export const ownWordsHash = (path: string, text: string): string =>
  contentHash('skill-own-words', path, text);

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const weeksMax = 26;

/** What became of it in its agent's sessions since it was written. */
function useOf(
  { agent, name, way }: { readonly agent: LocalAgent; readonly name: string; readonly way: Way | null },
  standing: Standing,
  { done, nowMs }: Shelf,
): SkillUse | null {
  const { writtenAtMs, wordedAtMs } = standing;
  if (writtenAtMs === null || wordedAtMs === null) return null;
  const later = done.filter((one) => one.agent === agent && (one.atMs ?? 0) >= writtenAtMs);
  const loaded = later.filter((one) => one.loaded.has(name));
  const work = way === null ? [] : later.filter(({ ways }) => ways.has(way.key));
  const count = Math.min(weeksMax, Math.max(1, Math.ceil((nowMs - writtenAtMs) / weekMs)));
  const weeks = Array.from({ length: count }, () => 0);
  for (const { atMs } of loaded) {
    const at = count - 1 - Math.floor(Math.max(0, nowMs - (atMs ?? 0)) / weekMs);
    if (at >= 0) weeks[at] = (weeks[at] ?? 0) + 1;
  }
  return {
    writtenAtMs,
    wordedAtMs,
    loaded: loaded.length,
    work: work.length,
    missed: work.filter((one) => !one.loaded.has(name)).length,
    weeks,
  };
}

interface Shelf {
  readonly hands: WritebackDeps;
  readonly done: readonly Done[];
  readonly refused: ReadonlySet<string>;
  readonly nowMs: EpochMs;
}

// Loaded by nobody for so long, it is worded anew, and after as long again it goes.
const unusedMs = 30 * dayMs;
// Where its work did not come up at all, nobody can tell yet whether its words are wrong.
const idleMs = 90 * dayMs;
const missedMin = 3;

type Operation = Pick<Found, 'operation' | 'state' | 'cause' | 'text' | 'trial'>;

const stands = (text: string): Operation => ({
  operation: 'none',
  state: 'standing',
  cause: null,
  text,
  trial: null,
});
const goes = (cause: Skill['cause']): Operation => ({
  operation: 'retire',
  state: 'ready',
  cause,
  text: '',
  trial: null,
});

/** Nobody loaded it: other words, from what such sessions really asked for, and after those its retirement. */
function unused(way: Way, text: string, standing: Standing, use: SkillUse, shelf: Shelf): Operation {
  const restedMs = shelf.nowMs - use.wordedAtMs;
  if (use.loaded > 0 || restedMs < unusedMs) return stands(text);
  if (use.missed < missedMin) return restedMs < idleMs ? stands(text) : goes('never-loaded');
  if (standing.timesWorded > 0) return goes('never-loaded');
  const draft = draftSkill(way, shelf.done, (one) => (one.atMs ?? 0) >= use.writtenAtMs);
  const known = readSkill(text)?.description;
  if (draft === null || !draft.passed || draft.description === known) return goes('never-loaded');
  const reworded = skillText(way, draft.description);
  return { operation: 'update', state: 'ready', cause: 'never-loaded', text: reworded, trial: draft.trial };
}

/** What would be done about one way of working for one agent; null where no words ask for it and nothing lies there. */
function operationFor(
  way: Way,
  path: string,
  standing: Standing,
  shelf: Shelf,
  use: SkillUse | null,
): Operation | null {
  const { text } = standing;
  if (!standing.isOurs) return { ...stands(''), state: 'yours' };
  if (text === null) {
    const draft = draftSkill(way, shelf.done);
    if (draft === null) return null;
    const state = standing.isRetired ? 'retired' : draft.passed ? 'ready' : 'failed-trial';
    const isOpen = state !== 'retired';
    return {
      operation: isOpen ? 'create' : 'none',
      state,
      cause: isOpen ? 'recurs' : null,
      text: skillText(way, draft.description),
      trial: draft.trial,
    };
  }
  const parts = readSkill(text);
  if (parts === null || use === null || shelf.refused.has(ownWordsHash(path, text))) return stands(text);
  if (parts.body === bodyOf(way)) return unused(way, text, standing, use, shelf);
  const updated = skillText(way, parts.description);
  const trial = draftSkill(way, shelf.done)?.trial ?? null;
  return { operation: 'update', state: 'ready', cause: 'rules-changed', text: updated, trial };
}

// Whose sessions did it so often has a use for it.
const sessionsMin = 2;

function agentsFor(way: Way, { done, hands }: Shelf): readonly LocalAgent[] {
  const doing = done.filter(({ ways }) => ways.has(way.key));
  const written = new Set(writtenPaths(hands.db));
  return localAgents.filter(
    (agent) =>
      written.has(pathOf(agent, way.name)) ||
      doing.filter((one) => one.agent === agent).length >= sessionsMin,
  );
}

const skillsOf = (ways: readonly Way[], shelf: Shelf): readonly Found[] =>
  ways.flatMap((way) =>
    agentsFor(way, shelf).flatMap((agent): readonly Found[] => {
      const { name, from, project, task } = way;
      const path = pathOf(agent, name);
      const standing = standingAt(shelf.hands, path);
      const use = standing.isOurs ? useOf({ agent, name, way }, standing, shelf) : null;
      const operation = operationFor(way, path, standing, shelf, use);
      if (operation === null) return [];
      const lies = standing.isOurs ? standing.text : null;
      return [
        { name, agent, path, from, project, task, ...operation, standing: lies, use, apply: standing.apply },
      ];
    }),
  );

/** Files of ours whose way of working is none any more. */
function leftovers(shelf: Shelf, known: readonly Found[]): readonly Found[] {
  const paths = new Set(known.map(({ path }) => path));
  return writtenPaths(shelf.hands.db)
    .filter((path) => isSkillPath(path) && !paths.has(path))
    .flatMap((path): readonly Found[] => {
      const standing = standingAt(shelf.hands, path);
      const agent = localAgents.find((one) => path.startsWith(folders[one]));
      if (standing.text === null || !standing.isOurs || agent === undefined) return [];
      const name = path.slice(folders[agent].length).split('/')[0] ?? path;
      const use = useOf({ agent, name, way: null }, standing, shelf);
      const rest = { from: 'playbook', project: '', task: '', standing: standing.text } as const;
      return [{ name, agent, path, ...goes('rules-gone'), ...rest, use, apply: standing.apply }];
    });
}

const order: readonly Skill['operation'][] = ['update', 'retire', 'create'];

/** A skill was written since the newest night: the next one comes with another night. */
function isServed(hands: WritebackDeps): boolean {
  const startedAtMs = newestNight(hands.db)?.receipt.startedAtMs ?? null;
  if (startedAtMs === null) return true;
  return listApplies(hands, 100).some(
    (apply) =>
      apply.begunAtMs >= startedAtMs &&
      apply.undoes === null &&
      isSkillReason(apply.reason) &&
      apply.writes.some(({ path }) => isSkillPath(path)),
  );
}

function startsOf(db: ReadableDb): (session: string) => EpochMs | null {
  const starts = new Map<string, EpochMs | null>(
    sessionTimes(db).map(({ id, firstAtMs }) => [id, firstAtMs]),
  );
  return (session) => starts.get(session) ?? null;
}

function shelfOf(hands: WritebackDeps): { readonly shelf: Shelf; readonly ways: readonly Way[] } {
  const { db } = hands;
  const signals: readonly SessionSignals[] = workSignals(db);
  const books = playbooksNow(db);
  const routines = waysOfRoutines(signals, books);
  const done = sessionsDone({
    signals,
    readTurn: readTurnOf(db),
    startOf: startsOf(db),
    routinesOf: routines.keysOf,
  });
  const nowMs = epochMs(hands.nowMs);
  return {
    shelf: { hands, done, refused: refusedSkills(db), nowMs },
    ways: [...waysOfBooks(books), ...routines.ways],
  };
}

export function skillsNow(hands: WritebackDeps): readonly Skill[] {
  const { shelf, ways } = shelfOf(hands);
  const found = skillsOf(ways, shelf);
  const all = [...found, ...leftovers(shelf, found)].map((one) => settled(one, shelf.refused));
  const ready = all
    .filter(({ state }) => state === 'ready')
    .toSorted(
      (a, b) => order.indexOf(a.operation) - order.indexOf(b.operation) || (a.path < b.path ? -1 : 1),
    );
  const offered = isServed(hands) ? undefined : ready[0];
  return all.map((one): Skill => ({
    ...one,
    state: one.state !== 'ready' ? one.state : one === offered ? 'offered' : 'later',
  }));
}

/** What its owner said no to: a file that lies there stays as it is, one that does not stays away. */
function settled(one: Found, refused: ReadonlySet<string>): Found {
  if (one.state !== 'ready' || !refused.has(skillHash(one))) return one;
  return one.standing === null ? { ...one, state: 'turned-down' } : { ...one, ...stands(one.standing) };
}

const notOffered = (name: string): Failure => ({
  kind: 'wrong-input',
  happened: `The skill “${name}” is not offered now.`,
  safe: 'Nothing was changed.',
  todo: '"skills list" shows where each stands; at most one is offered after each night.',
});

/** By its name, or the beginning of it. */
export function offeredSkill(hands: WritebackDeps, name: string): Result<Skill, Failure> {
  const found = skillsNow(hands).find((one) => one.state === 'offered' && one.name.startsWith(name));
  return found === undefined ? err(notOffered(name)) : ok(found);
}

const wrongWords = (happened: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was written.',
  todo: 'Keep the head as it is ("---", its name, a description in one line of quotes, "---"), and change the words.',
});

// Agents read such a file whole; a longer one is a book.
const charsMax = 20_000;

/** The skill in its owner's words, or why not. */
export function inOwnWords({ masker }: WritebackDeps, skill: Skill, text: string): Result<Skill, Failure> {
  const parts = readSkill(text);
  if (skill.operation === 'retire') return err(wrongWords('A skill that goes has no words to change.'));
  if (parts === null || parts.description.trim() === '' || !text.includes(`\nname: ${skill.name}\n`))
    return err(wrongWords('Agents would not read this file: its head is not whole.'));
  if (text.length > charsMax) return err(wrongWords(`It is longer than ${charsMax} characters.`));
  if (masker.mask(text).text !== text) return err(wrongWords('It holds what looks like a secret.'));
  return ok({ ...skill, text });
}

export function writeOfSkill(hands: WritebackDeps, skill: Skill): PlannedWrite {
  const before = standingAt(hands, skill.path).text;
  const after = skill.operation === 'retire' ? null : Buffer.from(skill.text, 'utf8');
  const sides = { before: before === null ? null : Buffer.from(before, 'utf8'), after };
  return plainWrite(skill.path, skill.agent, sides, { mode: null });
}
