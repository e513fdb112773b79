// Conducts what an owner asks of what was set aside: look, dismiss, block where it came from, release to review by hand.
import type { Failure } from '../../../shared/engine.ts';
import { changeId, entryId, nightId, type EpochMs } from '../../../shared/ids.ts';
import { agentScope, type MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { QuarantineItem, QuarantineState } from '../../../shared/quarantine.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { plainText } from '../language/plain-letters.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { newestNight } from '../store/nights.ts';
import { putProposal } from '../store/proposals.ts';
import { distrusted, fileSetAside, rulings, setSourceTrust, writeRuling } from '../store/quarantine.ts';
import { allSetAside } from '../store/signals.ts';
import { engineVersion } from './engine-version.ts';

/** The site of a page's address, the path of a file; null for what no source can be told of. */
function sourceOf(place: string | null): string | null {
  if (place === null) return null;
  const site = /^https?:\/\/[^/\s?#]+/iu.exec(place)?.[0].toLowerCase();
  if (site !== undefined) return site;
  return /^(?:[~./\\]|[A-Za-z]:[\\/])\S*$/u.test(place) || /^[\w.-]+[/\\][\w./\\-]+$/u.test(place)
    ? place
    : null;
}

const confirmOf = (id: string): string => `release ${id.slice(0, 6)}`;

function stateOf(
  ruled: QuarantineState | undefined,
  source: string | null,
  blocked: ReadonlySet<string>,
): QuarantineState {
  if (ruled !== undefined && ruled !== 'waiting') return ruled;
  return source !== null && blocked.has(source) ? 'blocked' : 'waiting';
}

/** Every finding, those of memory files first, then by session, the newest first. */
export function quarantine(db: ReadableDb): readonly QuarantineItem[] {
  const ruled = rulings(db);
  const blocked = distrusted(db);
  const seen = new Set<string>();
  const items: QuarantineItem[] = [];
  const take = (item: Omit<QuarantineItem, 'state' | 'confirm' | 'source'>): void => {
    if (seen.has(item.id)) return;
    seen.add(item.id);
    const source = sourceOf(item.place);
    const state = stateOf(ruled.get(item.id)?.kind, source, blocked);
    items.push({ ...item, state, source, confirm: confirmOf(item.id) });
  };
  for (const { path, agent, setAside, seenAtMs } of fileSetAside(db)) {
    take({ ...setAside, agent, session: path, project: null, atMs: seenAtMs });
  }
  for (const { setAside, agent, nativeId, project } of allSetAside(db, engineVersion)) {
    for (const one of setAside) take({ ...one, agent, session: nativeId, project, atMs: null });
  }
  return items;
}

const nothingChanged = 'Nothing was changed.';

/** By its whole id or an unambiguous beginning of one. */
export function quarantined(db: ReadableDb, id: string): Result<QuarantineItem, Failure> {
  const found = id === '' ? [] : quarantine(db).filter((item) => item.id.startsWith(id));
  const [only] = found;
  if (only !== undefined && found.length === 1) return ok(only);
  return err({
    kind: found.length > 1 ? 'wrong-input' : 'not-found',
    happened:
      found.length > 1 ? `“${id}” begins more than one id.` : `Nothing with the id “${id}” was set aside.`,
    safe: nothingChanged,
    todo: '"slowwave quarantine" lists what was set aside, each with its id.',
  });
}

export function dismiss(db: WritableDb, id: string, atMs: EpochMs): Result<QuarantineItem, Failure> {
  const item = quarantined(db, id);
  if (!item.ok) return item;
  writeRuling(db, { id: item.value.id, kind: 'dismissed', changeId: null, atMs });
  return ok({ ...item.value, state: 'dismissed' });
}

/** It and all that comes from there: nothing of that place becomes memory, and what gives orders there is not shown. */
export function blockSource(db: WritableDb, id: string, atMs: EpochMs): Result<QuarantineItem, Failure> {
  const item = quarantined(db, id);
  if (!item.ok) return item;
  const { source } = item.value;
  if (source === null) {
    return err({
      kind: 'wrong-input',
      happened: 'Where it came from is not known: it was pasted, or a command printed it.',
      safe: nothingChanged,
      todo: 'Dismiss it; it is no memory either way.',
    });
  }
  return inTransaction(db, () => {
    setSourceTrust(db, source, 'nobody', atMs);
    writeRuling(db, { id: item.value.id, kind: 'blocked', changeId: null, atMs });
    return ok({ ...item.value, state: 'blocked' as const });
  });
}

const releasedCharsMax = 400;

/** What is invisible in it is not carried along; look-alike letters stay as they are written, and are seen in review. */
const readable = (text: string): string =>
  Array.from(text.replace(/\s+/gu, ' '))
    .filter((sign) => sign === ' ' || plainText(sign) !== '')
    .join('')
    .trim()
    .slice(0, releasedCharsMax);

function releasedEntry(item: QuarantineItem, nowMs: EpochMs): MemoryEntry {
  const text = readable(item.says ?? item.shown);
  const scope = item.project === null ? agentScope(item.agent) : (`project:${item.project}` as const);
  return {
    id: entryId('released', item.id, text),
    text,
    kind: 'note',
    scope,
    origin: 'dream',
    taint: item.origin,
    score: null,
    dimensions: null,
    evidence: [
      {
        session: item.session,
        turn: item.ordinal,
        agent: item.agent,
        atMs: item.atMs,
        quote: item.shown,
        origin: item.origin,
        project: item.project,
      },
    ],
    places: [],
    validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: nowMs, retiredAtMs: null },
    status: 'active',
    closedBecause: null,
  };
}

/**
 * To review, flagged: it is not memory yet, and no mode lets it become memory without a decision of its own. `confirm` is
 * the second yes: the words that the finding itself names.
 */
export function releaseToReview(
  db: WritableDb,
  wish: { readonly id: string; readonly confirm: string },
  nowMs: EpochMs,
): Result<QuarantineItem, Failure> {
  const found = quarantined(db, wish.id);
  if (!found.ok) return found;
  const item = found.value;
  if (wish.confirm.trim() !== item.confirm) {
    return err({
      kind: 'wrong-input',
      happened: `It came from ${item.origin} text and gives orders: releasing it wants a second yes.`,
      safe: nothingChanged,
      todo: `Look at it first ("slowwave quarantine show ${item.id}"), then: slowwave quarantine release ${item.id} --confirm "${item.confirm}"`,
    });
  }
  const after = releasedEntry(item, nowMs);
  const change: Change = {
    id: changeId('add', after.id),
    nightId: newestNight(db)?.receipt.nightId ?? nightId('released'),
    operation: 'add',
    title: after.text,
    why: `You released it from quarantine: it came from ${item.origin} text and gives orders.`,
    after,
    closes: [],
    flags: ['quarantined'],
  };
  return inTransaction(db, () => {
    const base = currentMemory(db).number;
    const proposal = { nightId: change.nightId, base, changes: [change] };
    putProposal(db, proposal, nowMs, { keepOlder: true, anew: true });
    writeRuling(db, { id: item.id, kind: 'released', changeId: change.id, atMs: nowMs });
    return ok({ ...item, state: 'released' as const });
  });
}
