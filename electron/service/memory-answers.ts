// Answers about memory: entries, versions, the files that agents read, finding again, evidence, and forgetting.
import type { Answers, CallAnswer, CallArgs } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WholeEngine } from '../engine/index.ts';
import type { Desk } from './desk.ts';

type MemoryCalls = Extract<keyof Answers, `memory.${string}` | `evidence.${string}` | `serving.${string}`>;

export function memoryAnswers({ engines, questions }: Desk): Pick<Answers, MemoryCalls> {
  const shown = (): WholeEngine => engines.shown();
  return {
    'memory.list': async (options) => {
      const entries = await shown().memoryList(options);
      const pinned = await shown().pinnedEntries();
      if (!entries.ok || !pinned.ok) return entries;
      const pinnedIds = new Set(pinned.value);
      return ok(entries.value.map((entry) => ({ ...entry, isPinned: pinnedIds.has(entry.id) })));
    },
    'memory.show': async ({ id }) => {
      const entry = await shown().memoryShow(id);
      if (!entry.ok) return entry;
      const notes = await shown().memoryNotes(id);
      return notes.ok ? ok({ entry: entry.value, notes: notes.value }) : notes;
    },
    'memory.history': ({ entry }) => shown().memoryHistory(entry),
    'memory.diff': ({ from, to }) => shown().memoryDiff(from, to),
    'memory.takeBackPlan': ({ target }) => shown().planOfTakeBack(target),
    'memory.takeBack': (args) => takeBack(shown(), args),
    'memory.rollBack': ({ to }) => shown().memoryRollBack(to),
    'memory.pin': async ({ id, pinned }) => shown().memoryPin(id, pinned),
    'memory.asOf': (moment) => shown().memoryAsOf(moment),
    'memory.export': () => shown().memoryExport(),
    'memory.files': () => shown().shownFiles(),
    'memory.file': ({ path, fromLine }) => shown().shownFile(path, fromLine),
    'memory.search': async ({ query, options }) => {
      const found = await shown().search(query, options);
      const isNothingYet = !found.ok && found.error.kind === 'not-found';
      return isNothingYet ? ok({ terms: [], memory: [], passages: [] }) : found;
    },
    'memory.explain': ({ query }) => shown().explain(query),
    'memory.redact': (args) => questions.ask<'redact'>({ kind: 'redact', ...args }),
    'memory.forgetPreview': ({ target }) =>
      questions.ask<'forget-preview'>({ kind: 'forget-preview', target }),
    'memory.forget': ({ target }) => questions.ask<'forget'>({ kind: 'forget', target }),
    'serving.projects': async () => {
      const projects = await shown().briefedProjects();
      return !projects.ok && projects.error.kind === 'not-found' ? ok([]) : projects;
    },
    'serving.briefing': ({ project }) => shown().briefing(project),
    'serving.receipts': () => shown().memoryReceipts(),
    'serving.feedback': ({ id, verdict }) => shown().entryFeedback(id, verdict),
    'evidence.reveal': async (place) => {
      const path = await shown().evidencePath(place);
      return path.ok ? ok({ path: path.value, isShown: false }) : path;
    },
    'evidence.get': (place) => shown().evidenceAround(place),
  };
}

/** Our record first. Where the files cannot be written it stands all the same, and the answer says both. */
async function takeBack(
  engine: WholeEngine,
  { target, files = false }: CallArgs<'memory.takeBack'>,
): Promise<Result<CallAnswer<'memory.takeBack'>, Failure>> {
  const rolled = await engine.memoryTakeBack(target);
  if (!rolled.ok) return rolled;
  if (!files) return ok({ ...rolled.value, files: null, filesFailure: null });
  const written = await engine.filesApply({ extraFiles: [], blocks: {} });
  return ok({
    ...rolled.value,
    files: written.ok ? written.value : null,
    filesFailure: written.ok ? null : written.error,
  });
}
