// Conducts skills: which one operation is offered since the newest night, and the write that its owner's yes makes. A file
// that is not to the byte what we wrote last is somebody's own, and never touched.
import type { Failure } from '../../../shared/engine.ts';
import { contentHash } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Skill, SkillState } from '../../../shared/skills.ts';
import { draftSkill, requestsOf } from '../playbooks/skills.ts';
import { lastWriteOf, writtenPaths } from '../store/file-writes.ts';
import { newestNight } from '../store/nights.ts';
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

const folder = '.claude/skills/';
const pathOf = (name: string): string => `${folder}${name}/SKILL.md`;

interface Standing {
  /** What lies there now; null for nothing. */
  readonly bytes: Buffer | null;
  readonly isOurs: boolean;
}

function standingAt(hands: WritebackDeps, path: string): Standing {
  const found = lookAt(absolutePath(hands.home, path), hands.home, true);
  if (found.kind === 'nothing') return { bytes: null, isOurs: true };
  if (found.kind === 'refused') return { bytes: Buffer.alloc(0), isOurs: false };
  const address = lastWriteOf(hands.db, path)?.after ?? null;
  const last = address === null ? null : readContent(hands.db, hands.sealer, address);
  return { bytes: found.bytes, isOurs: last !== null && last.ok && last.value.equals(found.bytes) };
}

type Found = Omit<Skill, 'state'> & { readonly state: SkillState | 'ready' };

export const skillHash = ({ name, text, operation }: Pick<Skill, 'name' | 'text' | 'operation'>): string =>
  contentHash('skill', name, operation, text);

function drafts(hands: WritebackDeps): readonly Found[] {
  const { db } = hands;
  const requests = requestsOf(workSignals(db), readTurnOf(db));
  return playbooksNow(db).flatMap((book): readonly Found[] => {
    const draft = draftSkill(book, requests);
    if (draft === null) return [];
    const { name, text, trial, passed } = draft;
    const path = pathOf(name);
    const { bytes, isOurs } = standingAt(hands, path);
    const isSame = bytes?.toString('utf8') === text;
    const operation = !isOurs || isSame ? 'none' : bytes === null ? 'create' : 'update';
    const state = !isOurs ? 'yours' : isSame ? 'standing' : passed ? 'ready' : 'failed-trial';
    return [{ name, path, operation, state, project: book.project, task: book.task, text, trial }];
  });
}

/** Files of ours whose rules went out of memory. */
function leftovers(hands: WritebackDeps, known: readonly Found[]): readonly Found[] {
  const paths = new Set(known.map(({ path }) => path));
  return writtenPaths(hands.db)
    .filter((path) => path.startsWith(folder) && !paths.has(path))
    .flatMap((path): readonly Found[] => {
      const { bytes, isOurs } = standingAt(hands, path);
      if (bytes === null || !isOurs) return [];
      const name = path.slice(folder.length).split('/')[0] ?? path;
      return [
        { name, path, operation: 'retire', state: 'ready', project: '', task: '', text: '', trial: null },
      ];
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
      apply.writes.some(({ path }) => path.startsWith(folder)),
  );
}

export function skillsNow(hands: WritebackDeps): readonly Skill[] {
  const found = drafts(hands);
  const all = [...found, ...leftovers(hands, found)];
  const refused = refusedSkills(hands.db);
  const isRefused = (one: Found): boolean => refused.has(skillHash(one));
  const ready = all
    .filter((one) => one.state === 'ready' && !isRefused(one))
    .toSorted(
      (a, b) => order.indexOf(a.operation) - order.indexOf(b.operation) || (a.name < b.name ? -1 : 1),
    );
  const offered = isServed(hands) ? undefined : ready[0];
  const stateOf = (one: Found): SkillState => {
    if (one.state !== 'ready') return one.state;
    if (isRefused(one)) return 'turned-down';
    return one === offered ? 'offered' : 'later';
  };
  return all.map((one) => ({ ...one, state: stateOf(one) }));
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

export function writeOfSkill(hands: WritebackDeps, skill: Skill): PlannedWrite {
  const before = standingAt(hands, skill.path).bytes;
  const after = skill.operation === 'retire' ? null : Buffer.from(skill.text, 'utf8');
  return plainWrite(skill.path, 'claude-code', { before, after }, { mode: null });
}
