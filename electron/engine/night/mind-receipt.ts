// What the receipt says of a model's help: what the ledger holds of the night, and what came of it for the money.
import type { Verdict } from '../../../shared/dream.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { BatchTrace, MindDecision, MindReceipt, ReadingReceipt } from '../../../shared/models.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { OrderFound } from '../minds/consolidator.ts';
import type { Consulted, Ended } from '../minds/harness.ts';
import type { ReadableDb } from '../store/db.ts';
import { batchesUsedBy } from '../store/model-batches.ts';
import { callsOfNight } from '../store/model-calls.ts';
import { traceOf } from './batches.ts';
import type { MindWish, NotAsked } from './mind-settings.ts';

/** What the stages before Deep write down. */
export interface MindBook {
  reading: ReadingReceipt | null;
  readonly orders: OrderFound[];
  readonly dropped: Record<string, number>;
  /** How the asking ended before Deep: null where all was asked. */
  ended: Ended | null;
  /** The night that it goes on with; null for none. */
  readonly goesOn: NightId | null;
}

const nothing: MindReceipt = {
  choice: 'none',
  mode: 'shadow',
  models: [],
  state: 'off',
  cap: null,
  fault: null,
  because: '',
  decisions: { asked: 0, changed: 0, known: 0 },
  changes: [],
  calls: 0,
  retries: 0,
  tokens: 0,
  usd: 0,
  usdPerInsight: null,
  dropped: {},
  ordersInData: [],
  gradings: [],
  sent: { sessions: 0, turns: 0, bytes: 0, masked: 0 },
};

export const offReceipt = (settings: Settings['model'], { because, cap, fault }: NotAsked): MindReceipt => ({
  ...nothing,
  choice: settings.choice,
  mode: settings.mode,
  because: `No model was asked. ${because}`,
  cap,
  fault,
});

type End = Pick<MindReceipt, 'state' | 'cap' | 'fault' | 'because'>;

function becauseOf(ended: Ended | null): End {
  if (ended === null)
    return { state: 'done', cap: null, fault: null, because: 'All that was open was asked.' };
  switch (ended.kind) {
    case 'cap': {
      const because = `The cap “${ended.cap}” stood in the way of the next call; what was answered by then is kept.`;
      return { state: 'budget', cap: ended.cap, fault: null, because };
    }
    case 'waiting':
      return {
        state: 'waiting',
        cap: null,
        fault: null,
        because:
          'A batch is under way. The engine’s own result stands until its answers are fetched: by the next night, or by "slowwave model resume".',
      };
    case 'stop': {
      const state = ended.fault === 'woken' ? 'woken' : 'stopped';
      return {
        state,
        cap: null,
        fault: ended.fault,
        because: `${ended.detail} The engine’s own result stands.`,
      };
    }
    default:
      return assertNever(ended);
  }
}

const weight = (ended: Ended | null): number =>
  ended === null ? 0 : { cap: 1, waiting: 2, stop: 3 }[ended.kind];

/** What readers brought into the proposal by the gates alone, and nobody was asked about any more. */
function unasked(verdicts: readonly Verdict[], asked: readonly MindDecision[]): readonly MindDecision[] {
  const texts = new Set(asked.filter(({ what }) => what === 'pattern').map(({ text }) => text));
  return verdicts.flatMap(({ theme, decision, mind }) =>
    decision === 'promote' && mind?.engine === 'not noticed' && !texts.has(theme.text)
      ? [
          {
            what: 'pattern' as const,
            text: theme.text,
            engine: mind.engine,
            mind: 'add',
            because: mind.because,
            isChanged: true,
          },
        ]
      : [],
  );
}

function wentOn(night: NightId, all: readonly BatchTrace[]): string {
  const fetched = all.filter(({ nightId }) => nightId === night);
  const sum = (of: (one: BatchTrace) => number): number => fetched.reduce((total, one) => total + of(one), 0);
  const { length } = fetched;
  return `It went on with the night ${night}, whose ${length === 1 ? 'batch' : `${length} batches`} of ${sum(({ calls }) => calls)} requests had been fetched: ${sum(({ answered }) => answered)} answered, ${sum(({ unanswered }) => unanswered)} not.`;
}

/** `verdicts`: as the night goes on with them. */
export function mindReceipt(
  { db, id }: { readonly db: ReadableDb; readonly id: NightId },
  wish: MindWish,
  book: MindBook,
  consulted: Consulted | null,
  verdicts: readonly Verdict[],
): MindReceipt {
  const calls = callsOfNight(db, id);
  const sent = calls.flatMap((call) => call.sent);
  const usd = calls.reduce((sum, { counted }) => sum + counted.usd, 0);
  const asked = consulted?.decisions ?? [];
  const decisions = [...asked, ...unasked(verdicts, asked)];
  const changed = decisions.filter(({ isChanged }) => isChanged).length;
  const late = consulted?.ended ?? null;
  const dropped = { ...book.dropped };
  for (const [why, n] of Object.entries(consulted?.dropped ?? {})) dropped[why] = (dropped[why] ?? 0) + n;
  const handed = batchesUsedBy(db, id).map(traceOf);
  const end = becauseOf(weight(late) > weight(book.ended) ? late : book.ended);
  return {
    ...nothing,
    ...end,
    because: book.goesOn === null ? end.because : `${wentOn(book.goesOn, handed)} ${end.because}`,
    choice: wish.settings.choice,
    mode: wish.settings.mode,
    models: [...new Set(calls.map(({ model }) => model))].sort(),
    decisions: {
      asked: (consulted?.asked ?? 0) + decisions.length - asked.length,
      changed,
      known: consulted?.known ?? 0,
    },
    changes: decisions,
    calls: calls.length,
    retries: calls.filter(({ attempt }) => attempt > 1).length,
    tokens: calls.reduce((sum, { counted }) => sum + counted.tokens, 0),
    usd,
    usdPerInsight: changed === 0 ? null : usd / changed,
    dropped,
    ordersInData: [...book.orders, ...(consulted?.orders ?? [])],
    gradings: consulted?.gradings ?? [],
    ...(book.reading === null ? {} : { reading: book.reading }),
    ...(handed.length === 0 ? {} : { batches: handed }),
    ...(book.goesOn === null ? {} : { goesOn: book.goesOn }),
    sent: {
      sessions: new Set(sent.map(({ session }) => session)).size,
      turns: sent.reduce((sum, one) => sum + one.turns, 0),
      bytes: sent.reduce((sum, one) => sum + one.bytes, 0),
      masked: sent.reduce((sum, one) => sum + one.masked, 0),
    },
  };
}
