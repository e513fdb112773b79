// The door of the app: what comes over IPC or HTTP is a question of the contract, whole and within its limits, or it is
// turned away with a failure that repeats nothing of what was sent.
import { z } from 'zod';
import type { CallArgs, CallName } from '../../shared/contract.ts';
import { mcpAgents } from '../../shared/serving.ts';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { apiReaders } from './api-readers.ts';
import { isHostile } from './limits.ts';
import * as p from './pieces.ts';

export type ParsedCall = {
  readonly [N in CallName]: { readonly name: N; readonly args: CallArgs<N> };
}[CallName];

/** One reader for each call: a call that is missing here, or reads other arguments than the contract's, does not compile. */
const readers: { readonly [N in CallName]: p.Reads<CallArgs<N>> } = {
  'app.facts': p.nothing,
  'app.check': p.nothing,
  'app.apiKey': z.strictObject({ renew: p.flag }),
  'app.report': p.nothing,
  'app.log': p.nothing,
  'app.backup': z.strictObject({ file: p.path, replace: p.flag }),
  'app.restore': z.strictObject({ file: p.path, replace: p.flag }),
  'app.verifyBackup': z.strictObject({ file: p.path }),
  'app.storage': p.nothing,
  'app.deleteAll': z.strictObject({ confirm: p.line }),
  'night.state': p.nothing,
  'night.start': z.strictObject({
    preview: p.flag,
    instructions: p.orNull(p.text),
    sessionsMax: p.orNull(z.int().min(1).max(10_000_000)),
    sinceMs: p.orNull(p.time),
    thresholds: z.exactOptional(p.orNull(p.thresholds)),
  }),
  'night.withThresholds': z.strictObject({ thresholds: p.thresholds }),
  'night.keepAnyway': z.strictObject({ text: p.line }),
  'night.wake': p.nothing,
  'night.pause': z.strictObject({ untilMs: p.orNull(p.time) }),
  'night.answerMissed': z.strictObject({ dream: p.flag }),
  'night.list': p.nothing,
  'night.records': z.strictObject({ limit: p.upTo(1000) }),
  'night.compare': z.strictObject({ first: p.id, second: p.id }),
  'night.changes': z.strictObject({ night: p.id }),
  'night.receipt': z.strictObject({ night: p.id }),
  'night.end': z.strictObject({ run: p.id }),
  'review.list': p.nothing,
  'review.why': z.strictObject({ change: p.id }),
  'review.rule': z.strictObject({ ids: p.ids, ruling: p.ruling }),
  'review.undo': p.nothing,
  'review.discard': z.strictObject({ night: p.id }),
  'review.discarded': p.nothing,
  'review.plan': z.strictObject({ choices: p.fileChoices }),
  'review.apply': z.strictObject({ files: p.flag, choices: p.fileChoices }),
  'review.expired': p.nothing,
  'review.bringBack': z.strictObject({ id: p.id }),
  'review.rules': p.nothing,
  'review.liftRule': z.strictObject({ number: p.ordinal }),
  'diary.get': z.strictObject({ date: p.orNull(z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)) }),
  'diary.find': z.strictObject({ words: p.line }),
  'memory.list': z.strictObject({ closedToo: p.flag }),
  'memory.show': z.strictObject({ id: p.id }),
  'memory.history': z.strictObject({ entry: p.orNull(p.id) }),
  'memory.diff': z.strictObject({ from: p.ordinal, to: p.ordinal }),
  'memory.takeBackPlan': z.strictObject({ target: p.rollBackTarget }),
  'memory.takeBack': z.strictObject({ target: p.rollBackTarget, files: z.exactOptional(p.flag) }),
  'memory.rollBack': z.strictObject({ to: p.ordinal }),
  'memory.pin': z.strictObject({ id: p.id, pinned: p.flag }),
  'memory.asOf': p.moment,
  'memory.export': p.nothing,
  'memory.files': p.nothing,
  'memory.file': z.strictObject({ path: p.path, fromLine: p.ordinal }),
  'memory.search': z.strictObject({ query: p.line, options: p.searchOptions }),
  'memory.explain': z.strictObject({ query: p.line }),
  'memory.redact': z.strictObject({ version: p.ordinal, entry: p.id }),
  'memory.forgetPreview': z.strictObject({ target: p.forgetTarget }),
  'memory.forget': z.strictObject({ target: p.forgetTarget }),
  'quarantine.list': p.nothing,
  'quarantine.dismiss': z.strictObject({ id: p.id }),
  'quarantine.block': z.strictObject({ id: p.id }),
  'quarantine.release': z.strictObject({ id: p.id, confirm: p.id }),
  'quarantine.blast': z.strictObject({
    target: z.strictObject({ kind: z.enum(['session', 'source', 'entry']), id: p.id }),
  }),
  'quarantine.trust': p.nothing,
  'quarantine.setTrust': z.strictObject({
    place: p.id,
    trust: z.enum(['owner', 'nobody']),
    window: z.exactOptional(p.orNull(p.trustWindow)),
  }),
  'quarantine.trustEffect': z.strictObject({ place: p.id, window: p.trustWindow }),
  'conflict.list': p.nothing,
  'conflict.keepApart': z.strictObject({ id: p.id, sides: z.array(p.apartSide).min(2).max(20) }),
  'conflict.keepBoth': z.strictObject({ change: p.id, sides: z.array(p.apartSide).min(2).max(20) }),
  'conflict.settle': z.strictObject({ id: p.id, keep: p.orNull(p.id) }),
  'files.applies': p.nothing,
  'files.place': z.strictObject({ path: p.path, wish: p.placingWish }),
  'files.choose': z.strictObject({ choice: p.fileChoice }),
  'files.settle': z.strictObject({ how: z.enum(['finish', 'undo']) }),
  'files.undo': z.strictObject({ apply: p.ordinal }),
  'guard.scan': z.strictObject({ sinceMs: p.orNull(p.time) }),
  'guard.history': z.strictObject({ path: p.orNull(p.path) }),
  'guard.diff': z.strictObject({ copy: p.ordinal, from: p.orNull(p.ordinal) }),
  'guard.restore': z.strictObject({
    copies: z.array(p.ordinal).min(1).max(1000),
    how: z.exactOptional(z.enum(['instead', 'beside'])),
  }),
  'guard.pin': z.strictObject({ copy: p.ordinal, pinned: p.flag }),
  'pattern.list': z.strictObject({ days: z.int().min(1).max(3660) }),
  'pattern.charts': z.strictObject({ days: z.int().min(1).max(3660) }),
  'pattern.mute': z.strictObject({ id: p.id, muted: p.flag }),
  'model.status': p.nothing,
  'model.test': p.nothing,
  'model.key': z.strictObject({ who: z.enum(['claude', 'server']), key: p.orNull(z.string().max(2_000)) }),
  'model.estimate': z.strictObject({ ask: p.flag }),
  'model.prices': p.nothing,
  'model.setPrice': z.strictObject({ model: p.modelName, price: p.orNull(p.price) }),
  'model.rubric': z.strictObject({ markdown: p.orNull(p.rubric) }),
  'model.trace': z.strictObject({ night: p.orNull(p.id) }),
  'model.batches': p.nothing,
  'model.askBatches': p.nothing,
  'model.stopBatch': z.strictObject({ batch: p.ordinal, giveUp: p.flag }),
  'playbook.list': p.nothing,
  'skill.list': p.nothing,
  'skill.write': z.strictObject({ name: p.id, text: p.orNull(z.string().min(1).max(30_000)) }),
  'skill.reject': z.strictObject({ name: p.id }),
  'judgement.get': p.nothing,
  'judgement.adopt': p.nothing,
  'judgement.reset': p.nothing,
  'serving.projects': p.nothing,
  'serving.briefing': z.strictObject({ project: z.string().min(1).max(500) }),
  'serving.receipts': p.nothing,
  'serving.feedback': z.strictObject({ id: p.id, verdict: z.enum(['helped', 'wrong', 'taken-back']) }),
  'source.list': p.nothing,
  'source.masked': p.nothing,
  'source.notSecrets': p.nothing,
  'source.lookAtMask': z.strictObject({ place: p.maskPlace }),
  'source.markNotSecret': z.strictObject({ place: p.maskPlace, seen: p.id, isSure: p.flag }),
  'source.markSecret': z.strictObject({ number: p.ordinal }),
  'source.import': z.strictObject({ paths: p.paths }),
  'source.trySample': p.nothing,
  'source.choose': p.nothing,
  'agent.list': p.nothing,
  'agent.history': z.strictObject({ agent: p.localAgent }),
  'agent.connections': p.nothing,
  'agent.connect': z.strictObject({ agent: z.enum(mcpAgents) }),
  'agent.set': z.strictObject({ writing: p.writing }),
  'settings.get': p.nothing,
  'settings.set': z.strictObject({ patch: p.settingsPatch }),
  ...apiReaders,
  'evidence.reveal': z.strictObject({ session: p.path, agent: p.agent }),
  'evidence.get': z.strictObject({
    session: p.path,
    agent: p.agent,
    turn: p.ordinal,
    quote: p.quote,
    around: p.upTo(50),
  }),
};

const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(readers, name);

/** The names of all calls, for carriers that list them. */
export const callNames: readonly CallName[] = Object.keys(readers).filter(isCallName);

/** Never throws. What it gives is a copy: nothing of what was sent is handed on. */
export function parseCall(name: unknown, args: unknown): Result<ParsedCall, Failure> {
  if (!isCallName(name)) return err(unknownCall);
  return isHostile(args) ? err(wrongInput(name, null)) : parseNamed(name, args);
}

function parseNamed(name: CallName, args: unknown): Result<ParsedCall, Failure> {
  const read = readers[name].safeParse(args);
  // One name and its own arguments; that they go together is lost on the compiler in a union of sixty.
  if (read.success) return ok({ name, args: read.data } as ParsedCall);
  return err(wrongInput(name, fieldOf(read.error.issues[0])));
}

/** The first field that is wrong, by its place; null for the whole. Only names of ours can stand in a place. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string | null {
  if (issue === undefined || issue.path.length === 0) return null;
  return issue.path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

const unknownCall: Failure = {
  kind: 'not-found',
  happened: 'The app was asked something that it does not know.',
  safe: 'Nothing was done.',
  todo: 'Start the app anew, so that the window and the app are of one version.',
};

const wrongInput = (name: CallName, field: string | null): Failure => ({
  kind: 'wrong-input',
  happened:
    field === null
      ? `“${name}” was asked in a form that is not its own.`
      : `“${name}” was asked with something wrong in “${field}”.`,
  safe: 'Nothing was done.',
  todo: 'Change what was given, and ask again.',
});
