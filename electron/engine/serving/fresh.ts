// Looks a briefing over when it is read: words that were forgotten, sessions that went on, entries that were closed and files
// that are gone since the night make a line be marked or left out.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Briefing, BriefingLine, BriefingView, Freshness } from '../../../shared/briefing.ts';
import { sessionId } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { ReadableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { sessionsOfProject } from '../store/project-sessions.ts';
import { sessionById } from '../store/sessions.ts';
import { turnsAround } from '../store/turns.ts';
import { estimateTokens } from '../writeback/tokens.ts';
import { headOf, lineOf } from './briefing-words.ts';

interface Now {
  readonly db: ReadableDb;
  readonly briefing: Briefing;
  readonly active: ReadonlySet<string>;
  /** Somebody worked in the project since. */
  readonly isWorkedOn: boolean;
}

export function viewBriefing(db: ReadableDb, briefing: Briefing): BriefingView {
  const [newest] = sessionsOfProject(db, briefing.project, 1);
  const now: Now = {
    db,
    briefing,
    active: new Set(currentMemory(db).entries.flatMap(({ id, status }) => (status === 'active' ? [id] : []))),
    isWorkedOn: (newest?.lastAtMs ?? 0) > (briefing.seenUntilMs ?? 0),
  };
  const lines = briefing.lines.map((line) => ({ line, freshness: freshnessOf(now, line) }));
  const given = lines.flatMap(({ line, freshness }) =>
    freshness.kind === 'dropped'
      ? []
      : [lineOf(line, freshness.kind === 'marked' ? freshness.because : null)],
  );
  const text = given.length === 0 ? '' : [headOf(briefing), ...given].join('\n');
  return { briefing, lines, text, textTokens: estimateTokens(text) };
}

const dropped = (because: string): Freshness => ({ kind: 'dropped', because });
const marked = (because: string): Freshness => ({ kind: 'marked', because });

function freshnessOf(now: Now, line: BriefingLine): Freshness {
  if (line.evidence.length === 0) return dropped('its words are gone');
  for (const one of line.evidence) if (!stands(now.db, one)) return dropped('its words are gone');
  if (line.entryId !== null && !now.active.has(line.entryId)) return dropped('its entry was closed');
  const gone = line.files.filter((file) => !existsSync(file)).map((file) => basename(file));
  if (gone.length > 0 && line.kind === 'opening') return dropped(`${gone.join(', ')} is gone`);
  if (line.kind === 'open' && line.evidence.some((one) => wentOn(now, one)))
    return dropped('that session went on');
  if (gone.length > 0) return marked(`${gone.join(', ')} is gone`);
  if (line.kind === 'open' && now.isWorkedOn) return marked('worked on since: look first');
  return { kind: 'fresh' };
}

/** To the letter where they stood. */
const stands = (db: ReadableDb, { agent, session, turn, quote }: Evidence): boolean =>
  turnsAround(db, sessionId(agent, session), turn, 0).some(
    (one) => one.text.includes(quote) || one.use?.command?.includes(quote) === true,
  );

function wentOn({ db, briefing }: Now, { agent, session }: Evidence): boolean {
  const known = sessionById(db, sessionId(agent, session));
  return known?.lastAtMs !== null && (known?.lastAtMs ?? 0) > (briefing.seenUntilMs ?? 0);
}
