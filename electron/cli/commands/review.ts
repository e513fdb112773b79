// `slowwave review`: decisions first, then one apply that publishes one version of our own record.
import { InvalidArgumentError } from 'commander';
import { rejectReasons, type RejectReason, type Ruling } from '../../../shared/decisions.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { NightSummary } from '../../../shared/nights.ts';
import { ok } from '../../../shared/result.ts';
import type { ChangeState, ReviewItem } from '../../../shared/proposal.ts';
import {
  changeSentence,
  evidenceLines,
  flagLines,
  operationText,
  operationWords,
  quoteLine,
  scoreLines,
} from '../entry-text.ts';
import { askedText, counted, duration, moment } from '../figures.ts';
import { receiptLines } from '../files-text.ts';
import { isoOrNull, reviewAnswer, ruleAnswer, versionAnswer } from '../json-answer.ts';
import { readCount, readMoment, readText } from '../option-values.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { labelled } from '../table.ts';
import type { Call, Command, Paint, Register } from '../world.ts';

const stateWords: Readonly<Record<ChangeState, string>> = {
  waiting: '· waiting',
  approved: '✓ approved',
  rejected: '✗ rejected',
  snoozed: '◷ put off',
  duplicate: '= duplicate',
  applied: '● applied',
  'rolled-back': '↶ taken back',
  superseded: '– superseded',
};

const itemLines = ({ change, state }: ReviewItem, paint: Paint): readonly string[] => {
  const quote = change.after?.evidence[0];
  return [
    `${change.id}  ${stateWords[state].padEnd(12)}  ${operationText(change, paint)} ${changeSentence(change)}`,
    ...(quote === undefined ? [] : [`    ${quoteLine(quote, paint, { quoteColumnsMax: 90 })}`]),
    ...flagLines(change, paint).map((line) => `    ${line}`),
  ];
};

const howMany = (items: readonly ReviewItem[], state: ChangeState): number =>
  items.filter((item) => item.state === state).length;

function listLines(items: readonly ReviewItem[], { paint, ownName }: Call): readonly string[] {
  if (items.length === 0) return ['Nothing waits for a decision.', `Dream again: ${ownName} dream`];
  const approved = howMany(items, 'approved');
  return [
    paint.bold(
      `${counted(howMany(items, 'waiting'), 'change')} waiting, ${approved} approved, not applied yet`,
    ),
    '',
    ...items.flatMap((item) => itemLines(item, paint)),
    '',
    `${ownName} review show ID · approve ID… · reject ID… · then apply (the beginning of an ID is enough)`,
  ];
}

const list: Command = async (call) => {
  const items = await call.engine.reviewList();
  if (!items.ok) return items;
  return ok({ json: { review: items.value.map(reviewAnswer) }, lines: listLines(items.value, call) });
};

/** What its owner said to it, and the dream's words where theirs took their place. */
function decisionLines({ decision, dreamText }: ReviewItem): readonly string[] {
  const about =
    decision?.reason ??
    (decision?.duplicateOf ? `of ${decision.duplicateOf}` : null) ??
    (decision?.untilMs ? `until ${moment(decision.untilMs)}` : null);
  return [
    ...(decision === null
      ? []
      : [
          labelled(
            'Decided',
            `${decision.kind}${about === null ? '' : ` (${about})`} · ${moment(decision.atMs)}`,
          ),
        ]),
    ...(dreamText === null ? [] : [labelled('Dream said', oneLine(dreamText))]),
  ];
}

/** When the night that proposed it ran, and what it asked of a model. */
const nightLine = ({ startedAtMs, tookMs, asked }: NightSummary): string =>
  labelled('Night', `${moment(startedAtMs)} · ${duration(tookMs)} · ${askedText(asked)}`);

function showLines(
  item: ReviewItem,
  night: NightSummary | undefined,
  { paint, ownName }: Call,
): readonly string[] {
  const { change, state, before } = item;
  const { after } = change;
  const becauseOf = new Map(change.closes.map(({ entryId, because }) => [entryId, because]));
  return [
    paint.bold(oneLine(change.title)),
    labelled('Change', `${operationWords[change.operation]} · ${stateWords[state]} · ${change.id}`),
    ...(night === undefined ? [] : [nightLine(night)]),
    labelled('Why', oneLine(change.why)),
    ...decisionLines(item),
    ...(after === null ? [] : [labelled('Scope', `${oneLine(after.scope)} · ${after.kind}`)]),
    ...flagLines(change, paint),
    '',
    ...before.flatMap((entry) => {
      const because = becauseOf.get(entry.id);
      return [
        paint.red(`- ${oneLine(entry.text)}`),
        ...(because === undefined ? [] : [paint.dim(`    closed: ${oneLine(because)}`)]),
      ];
    }),
    ...(after === null ? [] : [paint.green(`+ ${oneLine(after.text)}`)]),
    ...(after === null || after.score === null
      ? []
      : ['', ...scoreLines(after.score, after.dimensions, paint)]),
    ...(change.against === undefined
      ? []
      : ['', 'What speaks against it', ...evidenceLines(change.against.evidence, paint)]),
    ...(after === null || after.evidence.length === 0
      ? []
      : ['', 'Evidence', ...evidenceLines(after.evidence, paint)]),
    '',
    `${ownName} review approve ${change.id} · or edit, reject, snooze, duplicate`,
  ];
}

const show =
  (id: string): Command =>
  async (call) => {
    const item = await call.engine.reviewShow(id);
    if (!item.ok) return item;
    const nights = await call.engine.nights();
    const night = nights.ok
      ? nights.value.find(({ nightId }) => nightId === item.value.change.nightId)
      : undefined;
    return ok({ json: { change: reviewAnswer(item.value) }, lines: showLines(item.value, night, call) });
  };

const decide =
  (ids: readonly string[], decision: 'approved' | 'rejected'): Command =>
  async (call) => {
    const decided = await call.engine.reviewDecide(ids, decision);
    if (!decided.ok) return decided;
    return ok({
      json: { decided: decided.value.map(reviewAnswer) },
      lines: [
        ...decided.value.map((item) => `${stateWords[item.state]}  ${changeSentence(item.change)}`),
        decision === 'approved'
          ? `Nothing is changed yet: ${call.ownName} review apply`
          : 'Memory stays as it is; a rejected change can still be approved.',
      ],
    });
  };

const afterWords: Readonly<Record<Ruling['kind'], string>> = {
  approved: 'Nothing is changed yet: review apply',
  edited: 'Your words stand, the dream’s are kept beside them. Nothing is changed yet: review apply',
  rejected: 'Later nights do not offer it again, in other words either. It can still be approved.',
  snoozed: 'It waits again by itself when its time has come.',
  duplicate: 'It is set aside; what it repeats stands for both.',
};

const rule =
  (ids: readonly string[], ruling: Ruling): Command =>
  async (call) => {
    const decided = await call.engine.reviewRule(ids, ruling);
    if (!decided.ok) return decided;
    return ok({
      json: { decided: decided.value.map(reviewAnswer) },
      lines: [
        ...decided.value.map((item) => `${stateWords[item.state]}  ${changeSentence(item.change)}`),
        afterWords[ruling.kind],
        call.paint.dim(`Take it back: ${call.ownName} review undo`),
      ],
    });
  };

const undo: Command = async (call) => {
  const undone = await call.engine.reviewUndo();
  if (!undone.ok) return undone;
  const { changeIds, was } = undone.value;
  return ok({
    json: { undone: { changes: changeIds, was } },
    lines: [`Taken back (${was}): ${changeIds.join(', ')}`],
  });
};

const discard =
  (night: string | null): Command =>
  async (call) => {
    const discarded = await call.engine.reviewDiscard(night);
    if (!discarded.ok) return discarded;
    const { atMs, ...what } = discarded.value;
    return ok({
      json: { discarded: { ...what, at: isoOrNull(atMs) } },
      lines: [
        `${counted(what.changeIds.length, 'change')} of night ${what.night} thrown away. A later night may propose them again.`,
        call.paint.dim(`Take it back: ${call.ownName} review undo`),
      ],
    });
  };

const expiredLines = (items: readonly ReviewItem[], { paint, ownName }: Call): readonly string[] =>
  items.length === 0
    ? ['Nothing went out of review by itself.']
    : [
        paint.bold(`${counted(items.length, 'change')} went: nobody touched them for thirty days`),
        ...items.map(
          ({ change }) => `${change.id}  ${operationText(change, paint)} ${changeSentence(change)}`,
        ),
        '',
        `${ownName} review bring-back ID lets one wait again`,
      ];

const expired: Command = async (call) => {
  const items = await call.engine.reviewExpired();
  if (!items.ok) return items;
  return ok({ json: { expired: items.value.map(reviewAnswer) }, lines: expiredLines(items.value, call) });
};

/** By the beginning of an id where only one of those that went begins so. */
const bringBack =
  (typed: string): Command =>
  async (call) => {
    const items = await call.engine.reviewExpired();
    if (!items.ok) return items;
    const wanted = typed
      .trim()
      .toLowerCase()
      .replace(/^(?!chg_)/u, 'chg_');
    const found = items.value.filter(({ change }) => change.id.startsWith(wanted));
    const [only] = found;
    const left = await call.engine.reviewBringBack(found.length === 1 && only ? only.change.id : wanted);
    if (!left.ok) return left;
    return ok({
      json: { broughtBack: only?.change.id ?? wanted, expired: left.value.map(reviewAnswer) },
      lines: [`It waits again: ${only === undefined ? wanted : changeSentence(only.change)}`],
    });
  };

const rules =
  (lifted: number | null): Command =>
  async (call) => {
    const left = lifted === null ? await call.engine.blockRules() : await call.engine.liftRule(lifted);
    if (!left.ok) return left;
    const lines = left.value.map(
      (one) =>
        `${String(one.number).padStart(3)}  never again: “${oneLine(one.text)}”  ${moment(one.madeAtMs)}`,
    );
    return ok({
      json: { rules: left.value.map(ruleAnswer) },
      lines: lines.length === 0 ? ['No rule blocks anything.'] : lines,
    });
  };

const apply =
  (withFiles: boolean): Command =>
  async (call) => {
    const done = await call.engine.reviewApply();
    if (!done.ok) return done;
    const { version, applied } = done.value;
    const files = withFiles ? await call.engine.filesApply({ extraFiles: [], blocks: {} }) : null;
    if (files !== null && !files.ok) return files;
    const lines =
      version === null
        ? ['Nothing was approved, so nothing was applied.', `${call.ownName} review list`]
        : [
            `Version ${version.number} published: ${counted(applied.length, 'change')} applied, ${counted(version.active, 'active entry', 'active entries')}.`,
            plainText(`Undo: ${call.ownName} memory rollback ${version.parent ?? 0}`),
            ...(files === null
              ? [call.paint.dim(`Our own record only: no agent's file was touched. ${call.ownName} files`)]
              : []),
          ];
    return ok({
      json: {
        version: version === null ? null : versionAnswer(version),
        applied,
        ...(files === null ? {} : { files: files.value }),
      },
      lines: [...lines, ...(files === null ? [] : receiptLines(files.value, call))],
    });
  };

const readReason = (text: string): RejectReason => {
  const reason = rejectReasons.find((one) => one === text.trim().toLowerCase());
  if (reason === undefined) throw new InvalidArgumentError(`It must be one of ${rejectReasons.join(', ')}.`);
  return reason;
};

const addOtherRulings: Register = (review, run) => {
  review
    .command('edit')
    .description('approve a change with other words; the dream’s are kept beside them')
    .argument('<id>')
    .requiredOption('--text <text>', 'the line as it should stand', readText)
    .action((id: string, flags: { readonly text: string }) =>
      run(rule([id], { kind: 'edited', text: flags.text })),
    );
  review
    .command('snooze')
    .description('put changes off: they wait again by themselves')
    .argument('<id...>')
    .option('--until <date>', 'until then (default: tomorrow)', readMoment)
    .action((ids: string[], flags: { readonly until?: number }) =>
      run(
        rule(ids, {
          kind: 'snoozed',
          ...(flags.until === undefined ? {} : { untilMs: epochMs(flags.until) }),
        }),
      ),
    );
  review
    .command('duplicate')
    .description('set changes aside: an entry or another change says it already')
    .argument('<id...>')
    .requiredOption('--of <id>', 'the entry (mem_…) or the change (chg_…) that says it', readText)
    .action((ids: string[], flags: { readonly of: string }) =>
      run(rule(ids, { kind: 'duplicate', of: flags.of })),
    );
  review
    .command('undo')
    .description('take the last decision back; again, the one before it')
    .action(() => run(undo));
  review
    .command('discard')
    .description('throw away what still waits of a night that was woken; no verdict on any of it')
    .argument('[night]', 'its id, its date, or the beginning of an id (default: the newest)')
    .action((night: string | undefined) => run(discard(night ?? null)));
  review
    .command('expired')
    .description('changes that went because nobody touched them for thirty days')
    .action(() => run(expired));
  review
    .command('bring-back')
    .description('let a change that went wait again')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(bringBack(id)));
  review
    .command('rules')
    .description('what "never again" blocks')
    .option('--lift <number>', 'lift one of them', readCount)
    .action((flags: { readonly lift?: number }) => run(rules(flags.lift ?? null)));
};

export const addReview: Register = (program, run) => {
  const review = program
    .command('review')
    .description('decide on proposed changes, then apply them in one step (our own record, no agent file)');
  review
    .command('list', { isDefault: true })
    .description('every change that waits or is decided but not applied')
    .action(() => run(list));
  review
    .command('show')
    .description('one change with its reasons and quotes')
    .argument('<id>', 'its id, or the beginning of it')
    .action((id: string) => run(show(id)));
  review
    .command('approve')
    .description('approve changes; nothing changes before apply')
    .argument('<id...>')
    .action((ids: string[]) => run(decide(ids, 'approved')));
  review
    .command('reject')
    .description('reject changes; later nights do not offer them again')
    .argument('<id...>')
    .option(
      '--reason <reason>',
      `why: ${rejectReasons.join(', ')}; "never-again" blocks all that says it`,
      readReason,
    )
    .action((ids: string[], flags: { readonly reason?: RejectReason }) =>
      run(
        flags.reason === undefined
          ? decide(ids, 'rejected')
          : rule(ids, { kind: 'rejected', reason: flags.reason }),
      ),
    );
  addOtherRulings(review, run);
  review
    .command('apply')
    .description('publish one version of memory with all approved changes; can be rolled back')
    .option('--files', "write it into agents' own files as well, all of them or none; can be undone")
    .action((flags: { readonly files?: boolean }) => run(apply(flags.files ?? false)));
};
