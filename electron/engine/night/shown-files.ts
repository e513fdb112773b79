// Agents' memory files as they really stand now, for reading: every file that some agent loads, its size in tokens, and
// each line joined to the entry that memory knows for it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AgentView,
  MemoryFileLine,
  MemoryFileSummary,
  MemoryFileView,
} from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { MemoryEntry, Scope } from '../../../shared/memory.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { localAgents, type LocalAgent } from '../../../shared/transcript.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { sources } from '../sources/index.ts';
import type { ReadableDb } from '../store/db.ts';
import { agentWriting } from '../store/file-writes.ts';
import { currentMemory } from '../store/memory.ts';
import { readSettings } from '../store/settings.ts';
import {
  absolutePath,
  defaultBudgetTokens,
  estimateTokens,
  fileBytesMax,
  inspectBlock,
  lineToEntry,
  readableText,
  targetsNow,
} from '../writeback/index.ts';
import { readMemory } from '../guard/index.ts';
import { inert } from './evidence.ts';
import { findMemory } from './gather.ts';

export interface FilesView {
  readonly db: ReadableDb;
  readonly deps: Deps;
  readonly home: string;
  readonly masker: Masker;
}

interface Place {
  /** As people see it. */
  readonly path: string;
  readonly agent: MemoryFileSummary['agent'];
  readonly project: string | null;
  readonly budgetTokens: number | null;
}

const projectOf = (scopes: readonly Scope[]): string | null => {
  const scope = scopes.find((one) => one.startsWith('project:'));
  return scope === undefined ? null : scope.slice('project:'.length);
};

/** What is written into first, for it has a budget; then whatever else agents load. Each file once. */
function placesOf({ db, deps, home }: FilesView): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { shownPath, agents, scopes, budgetTokens } of targetsNow(db, home, {
    env: deps.env,
    extraFiles: [],
  })) {
    const agent = agents[0] ?? 'other';
    places.set(shownPath, { path: shownPath, agent, project: projectOf(scopes), budgetTokens });
  }
  for (const file of findMemory({ db, deps, home }, []).files) {
    if (places.has(file.shownPath)) continue;
    const project = file.memory === null ? null : projectOf([file.memory.scope]);
    places.set(file.shownPath, { path: file.shownPath, agent: file.agent, project, budgetTokens: null });
  }
  return [...places.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export const shownFiles = (view: FilesView): readonly MemoryFileSummary[] =>
  placesOf(view).flatMap((place) => {
    const read = readMemory(absolutePath(view.home, place.path), fileBytesMax);
    return read.kind === 'file' ? [summaryOf(view, place, read.bytes)] : [];
  });

function summaryOf({ home }: FilesView, place: Place, bytes: Buffer): MemoryFileSummary {
  const text = readableText(bytes);
  return {
    ...place,
    bytes: bytes.length,
    lines: linesOf(text).length,
    tokens: estimateTokens(text),
    changedAtMs: changedAt(absolutePath(home, place.path)),
  };
}

function changedAt(path: string): MemoryFileSummary['changedAtMs'] {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : epochMs(Math.trunc(stats.mtimeMs));
}

/** A last line end opens no line of its own. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Some screens of a window; the rest is asked for when somebody scrolls there. */
const linesMax = 2_000;

/** `fromLine` from 1. Nothing but a known memory file is ever read: a path is what a page chose. */
export function shownFile(view: FilesView, path: string, fromLine: number): Result<MemoryFileView, Failure> {
  const place = placesOf(view).find((one) => one.path === path);
  if (place === undefined) return err(noSuchFile);
  const read = readMemory(absolutePath(view.home, path), fileBytesMax);
  if (read.kind !== 'file') return err(noSuchFile);
  const all = maskedLines(view.masker, readableText(read.bytes));
  const ours = ourLines(read.bytes);
  const active = currentMemory(view.db).entries.filter((entry) => entry.status === 'active');
  const known = entriesByLine(active, path);
  const first = Math.max(0, fromLine - 1);
  const lines = all.slice(first, first + linesMax).map((raw, index): MemoryFileLine => {
    const line = first + index + 1;
    const isOurs = ours !== null && line >= ours.first && line <= ours.last;
    const entry = known.get(line) ?? (isOurs ? entryOfOurLine(active, raw) : null);
    return { line, text: inert(raw.replace(/\r$/u, '')), entry, isOurs };
  });
  return ok({
    file: summaryOf(view, place, read.bytes),
    lines,
    linesLeft: Math.max(0, all.length - first - lines.length),
  });
}

/** Whole, for a secret may go over several lines; line by line where the mask would join some. */
function maskedLines(masker: Masker, text: string): readonly string[] {
  const plain = linesOf(text);
  const masked = linesOf(masker.mask(text).text);
  return masked.length === plain.length ? masked : plain.map((line) => masker.mask(line).text);
}

function ourLines(bytes: Buffer): { readonly first: number; readonly last: number } | null {
  const block = inspectBlock(bytes);
  if (block.kind === 'none' || block.kind === 'broken') return null;
  const before = (end: number): number => bytes.subarray(0, end).toString('latin1').split('\n').length;
  return { first: before(block.start), last: before(block.end) };
}

function entriesByLine(entries: readonly MemoryEntry[], path: string): ReadonlyMap<number, MemoryEntry> {
  const known = new Map<number, MemoryEntry>();
  for (const entry of entries) {
    for (const place of entry.places) if (place.path === path) known.set(place.line, entry);
  }
  return known;
}

function entryOfOurLine(entries: readonly MemoryEntry[], line: string): MemoryEntry | null {
  const said = lineToEntry(line.trimEnd(), 'note');
  return said === null ? null : (entries.find((entry) => entry.id.startsWith(`mem_${said.shortId}`)) ?? null);
}

const names: Readonly<Record<LocalAgent, string>> = {
  'claude-code': 'Claude Code',
  codex: 'Codex',
  openclaw: 'OpenClaw',
};

export function agentViews(view: FilesView): readonly AgentView[] {
  const { db, deps, home } = view;
  const files = shownFiles(view);
  const writing = new Map(agentWriting(db).map((one) => [one.agent, one]));
  const receiving = readSettings(db).agentsReceivingShared;
  return localAgents.map((agent): AgentView => {
    const own = writing.get(agent) ?? { agent, mode: 'review' as const, budgetTokens: null };
    const read = files.filter((file) => file.agent === agent);
    return {
      agent,
      name: names[agent],
      isFound: read.length > 0 || isInstalled(agent, home, deps.env),
      writing: own,
      files: read,
      tokens: read.reduce((sum, file) => sum + file.tokens, 0),
      budgetTokens: own.budgetTokens ?? defaultBudgetTokens,
      receivesShared: receiving.includes(agent),
    };
  });
}

const isInstalled = (agent: LocalAgent, home: string, env: Deps['env']): boolean =>
  sources
    .filter((source) => source.agent === agent)
    .flatMap((source) => source.roots(home, env))
    .some((root) => statSync(join(root, '.'), { throwIfNoEntry: false }) !== undefined);

const noSuchFile: Failure = {
  kind: 'not-found',
  happened: 'This is no memory file that an agent reads now.',
  safe: 'Nothing was read or changed.',
  todo: 'Look at the list of files again: it may have been moved or removed.',
};
