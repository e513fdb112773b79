// What `--json` says of memory: plain fields, ISO times, quotes to the letter. This shape is a promise to other
// programs, so it is written down here and not left to whatever our own types become.
import type { NightResult, VersionSummary } from '../../shared/engine.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { Dimensions, Evidence, MemoryEntry } from '../../shared/memory.ts';
import type { BlockRule, MemoryAsOf, MemoryConflict } from '../../shared/decisions.ts';
import type { ForgetCertificate } from '../../shared/forgetting.ts';
import type { Change, Decision, ReviewItem } from '../../shared/proposal.ts';

export interface EvidenceAnswer {
  readonly session: string;
  readonly turn: number;
  readonly agent: string;
  /** ISO 8601 in UTC; null where the transcript gives no time. */
  readonly at: string | null;
  readonly quote: string;
}

export interface MemoryAnswer {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly scope: string;
  readonly origin: 'file' | 'dream';
  readonly score: number | null;
  readonly dimensions: Dimensions | null;
  readonly evidence: readonly EvidenceAnswer[];
}

export interface ChangeAnswer {
  readonly id: string;
  readonly operation: string;
  readonly title: string;
  readonly why: string;
  readonly flags: readonly string[];
  readonly after: MemoryAnswer | null;
  readonly closes: readonly { readonly id: string; readonly because: string }[];
}

export interface DreamAnswer {
  readonly dream: Receipt;
  readonly proposals: readonly ChangeAnswer[];
  readonly memory: readonly MemoryAnswer[];
}

/** Null also for a time that no calendar has, which a broken transcript may hold. */
export function isoOrNull(ms: number | null): string | null {
  if (ms === null) return null;
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const evidenceAnswer = (evidence: Evidence): EvidenceAnswer => ({
  session: evidence.session,
  turn: evidence.turn,
  agent: evidence.agent,
  at: isoOrNull(evidence.atMs),
  quote: evidence.quote,
});

export const memoryAnswer = (entry: MemoryEntry): MemoryAnswer => ({
  id: entry.id,
  text: entry.text,
  kind: entry.kind,
  scope: entry.scope,
  origin: entry.origin,
  // What stands in a file was not scored by a dream.
  score: entry.origin === 'file' ? null : entry.score,
  dimensions: entry.origin === 'file' ? null : entry.dimensions,
  evidence: entry.evidence.map(evidenceAnswer),
});

/** With what only a reader of history asks for. */
export const memoryAnswerWithHistory = (entry: MemoryEntry): object => ({
  ...memoryAnswer(entry),
  status: entry.status,
  closedBecause: entry.closedBecause,
  trueFrom: isoOrNull(entry.validity.trueFromMs),
  trueUntil: isoOrNull(entry.validity.trueUntilMs),
  knownFrom: isoOrNull(entry.validity.knownFromMs),
  retiredAt: isoOrNull(entry.validity.retiredAtMs),
  places: entry.places,
});

export const changeAnswer = (change: Change): ChangeAnswer => ({
  id: change.id,
  operation: change.operation,
  title: change.title,
  why: change.why,
  flags: change.flags,
  after: change.after === null ? null : memoryAnswer(change.after),
  closes: change.closes.map(({ entryId, because }) => ({ id: entryId, because })),
});

export const reviewAnswer = (item: ReviewItem): object => ({
  ...changeAnswer(item.change),
  night: item.change.nightId,
  state: item.state,
  before: item.before.map(memoryAnswer),
  decision: item.decision === null ? null : decisionAnswer(item.decision),
  dreamText: item.dreamText,
});

const decisionAnswer = (decision: Decision): object => ({
  kind: decision.kind,
  at: isoOrNull(decision.atMs),
  by: decision.by,
  reason: decision.reason ?? null,
  until: isoOrNull(decision.untilMs ?? null),
  duplicateOf: decision.duplicateOf ?? null,
  editedText: decision.editedText ?? null,
});

export const ruleAnswer = (rule: BlockRule): object => ({
  number: rule.number,
  change: rule.changeId,
  text: rule.text,
  madeAt: isoOrNull(rule.madeAtMs),
});

export const conflictAnswer = (conflict: MemoryConflict): object => ({
  id: conflict.id,
  kind: conflict.kind,
  because: conflict.because,
  entries: conflict.entries.map((entry) => ({ ...memoryAnswer(entry), places: entry.places })),
});

export const asOfAnswer = (memory: MemoryAsOf): object => ({
  version: memory.version,
  at: isoOrNull(memory.atMs),
  night: memory.nightId,
  memory: memory.entries.filter(({ status }) => status === 'active').map(memoryAnswer),
});

export const certificateAnswer = ({ atMs, ...certificate }: ForgetCertificate): object => ({
  ...certificate,
  at: isoOrNull(atMs),
});

export const versionAnswer = (version: VersionSummary): object => ({
  number: version.number,
  parent: version.parent,
  author: version.author,
  reason: version.reason,
  night: version.nightId,
  createdAt: isoOrNull(version.createdAtMs),
  active: version.active,
  added: version.added,
  closed: version.closed,
});

/** `memory` holds every active entry, those that memory files already had included. */
export const dreamAnswer = (night: NightResult): DreamAnswer => ({
  dream: night.receipt,
  proposals: night.proposal.changes.map(changeAnswer),
  memory: night.memory.filter((entry) => entry.status === 'active').map(memoryAnswer),
});
