// Gathers what briefings are made from, for the projects in which a session is likely to come: those that were worked in
// lately, the more and the nearer the likelier.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing } from '../../../shared/briefing.ts';
import type { SessionSignals, Verdict } from '../../../shared/dream.ts';
import type { EpochMs, NightId, SessionId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { folderHere } from '../sources/paths.ts';
import type { ReadableDb } from '../store/db.ts';
import { firstPersonTurn, projectAges, sessionsOfProject } from '../store/project-sessions.ts';
import type { StoredSession } from '../store/sessions.ts';
import { turnsOfSession } from '../store/turns.ts';
import { makeBriefing } from './briefing.ts';
import type { BriefingMaterial } from './material.ts';
import { seenByOwner, standingOf } from './standing.ts';

export interface LayingOut {
  readonly db: ReadableDb;
  readonly home: string;
  readonly nightId: NightId;
  readonly nowMs: EpochMs;
  readonly signals: readonly SessionSignals[];
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly MemoryEntry[];
  readonly excluded: ReadonlySet<string>;
}

// A month: a project that lay longer is begun anew, and its own files say more than we do.
const daysMax = 30;
const dayMs = 86_400_000;
/** Half of a project's pull is gone after a week: tomorrow's work is mostly what was worked on this week. */
const halfLifeDays = 7;
/** Each costs the reading of a few sessions; a person works in fewer in one week. */
const projectsMax = 8;
const recentMax = 4;
const openingsMax = 24;

export function layBriefings(laying: LayingOut): readonly Briefing[] {
  const { db, nowMs, excluded } = laying;
  const likely = [...projectAges(db, nowMs - daysMax * dayMs, nowMs)]
    .filter(([project]) => !excluded.has(project))
    .map(([project, ages]) => ({
      project,
      pull: ages.reduce((sum, age) => sum + 2 ** (-age / halfLifeDays), 0),
    }))
    .toSorted((a, b) => b.pull - a.pull || (a.project < b.project ? -1 : 1))
    .slice(0, projectsMax);
  const seen = seenByOwner(db);
  const rules = laying.entries.filter(
    (entry) => entry.status === 'active' && standingOf(entry, seen).kind === 'rule',
  );
  const settled = new Set(
    laying.verdicts
      .filter(({ decision }) => decision === 'stale' || decision === 'known')
      .flatMap(({ theme }) => theme.signalIds),
  );
  return likely.flatMap(({ project }) => makeBriefing(materialOf(laying, project, rules, settled)) ?? []);
}

// What a session begins with and what it ends with; a session of a hundred thousand turns is not held whole.
const firstTurns = 200;
const lastTurns = 1000;
/** An error says what it is in its beginning. */
const resultCharsMax = 8000;

function endsOf(turns: Iterable<Turn>): readonly Turn[] {
  const first: Turn[] = [];
  const last: Turn[] = [];
  for (const turn of turns) {
    const kept = turn.kind === 'result' ? { ...turn, text: turn.text.slice(0, resultCharsMax) } : turn;
    if (first.length < firstTurns) first.push(kept);
    else last.push(kept);
    if (last.length > 2 * lastTurns) last.splice(0, lastTurns);
  }
  return [...first, ...last];
}

function materialOf(
  laying: LayingOut,
  project: string,
  rules: readonly MemoryEntry[],
  settledSignals: ReadonlySet<string>,
): BriefingMaterial {
  const { db, home, nightId, nowMs } = laying;
  const sessions = sessionsOfProject(db, project, openingsMax).filter(
    // a night that is dreamt for an earlier moment knows nothing of what came after it
    ({ lastAtMs }) => lastAtMs !== null && lastAtMs <= nowMs,
  );
  const read = new Map<SessionId, readonly Turn[]>();
  const turnsOf = (session: StoredSession): readonly Turn[] => {
    const known = read.get(session.id) ?? endsOf(turnsOfSession(db, session.id));
    read.set(session.id, known);
    return known;
  };
  return {
    project,
    nightId,
    nowMs,
    recent: sessions.slice(0, recentMax).map((session) => ({ session, turns: turnsOf(session) })),
    openings: sessions.flatMap((session) => {
      const turn = firstPersonTurn(db, session.id);
      return turn === null ? [] : [{ session, turn }];
    }),
    signals: laying.signals.filter((from) => from.project === project),
    settledSignals,
    rules: rules.filter(({ scope }) => scope === 'global' || scope === `project:${project}`),
    turnsOf,
    filesIn: (step, session) => filesIn(step, session.cwd === null ? null : folderHere(home, session.cwd)),
  };
}

/** Words of a command that are paths of files below the folder and that are there. */
function filesIn(step: string, folder: string | null): readonly string[] {
  if (folder === null) return [];
  return step
    .split(/[\s"'=;|&()]+/u)
    .filter((word) => /^[\w.@-][\w./@-]*$/u.test(word) && /[./]/u.test(word) && !word.includes('..'))
    .map((word) => join(folder, word))
    .filter((path) => existsSync(path));
}
