// The long work, each piece with its answer: what another process does with an engine of its own, so that no click waits.
import type { BackupReport, DeletedAll, RestoreReport, VerifyReport } from '../../shared/carry.ts';
import type {
  DreamOptions,
  Failure,
  ImportReport,
  Listening,
  NightResult,
  Progress,
} from '../../shared/engine.ts';
import type { ForgetCertificate, ForgetPreview, ForgetTarget } from '../../shared/forgetting.ts';
import type {
  MarkedNotSecret,
  MaskDecision,
  MaskedSecrets,
  MaskLook,
  MaskPlace,
} from '../../shared/masked.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { assertNever, ok, type Result } from '../../shared/result.ts';
import type { WholeEngine } from '../engine/index.ts';

/** What of a night goes to the window; the whole memory and every verdict stay in the store. */
export interface DreamDone {
  readonly receipt: Receipt;
  readonly imported: ImportReport;
  readonly waiting: number;
  /** For a preview. */
  readonly preview: readonly ReviewItem[] | null;
  /** For a dream that a program asked for. */
  readonly written?: NightResult['written'] & object;
}

interface JobKinds {
  readonly dream: { readonly asks: { readonly options: DreamOptions }; readonly gives: DreamDone };
  readonly import: { readonly asks: { readonly paths: readonly string[] }; readonly gives: ImportReport };
  readonly check: { readonly asks: object; readonly gives: { readonly problems: readonly string[] } };
  readonly masked: { readonly asks: object; readonly gives: MaskedSecrets };
  readonly 'look-at-mask': { readonly asks: { readonly place: MaskPlace }; readonly gives: MaskLook };
  readonly 'mark-not-secret': {
    readonly asks: { readonly decision: MaskDecision };
    readonly gives: MarkedNotSecret;
  };
  readonly backup: { readonly asks: Carrying; readonly gives: BackupReport };
  readonly restore: { readonly asks: Carrying; readonly gives: RestoreReport };
  readonly verify: { readonly asks: { readonly file: string }; readonly gives: VerifyReport };
  readonly 'delete-all': { readonly asks: { readonly confirm: string }; readonly gives: DeletedAll };
  readonly 'forget-preview': {
    readonly asks: { readonly target: ForgetTarget };
    readonly gives: ForgetPreview;
  };
  readonly forget: { readonly asks: { readonly target: ForgetTarget }; readonly gives: ForgetCertificate };
  readonly redact: {
    readonly asks: { readonly version: number; readonly entry: string };
    readonly gives: ForgetCertificate;
  };
}

interface Carrying {
  readonly file: string;
  readonly replace: boolean;
}

export type JobKind = keyof JobKinds;
export type JobOf<K extends JobKind> = { readonly kind: K } & JobKinds[K]['asks'];
export type Job = { readonly [K in JobKind]: JobOf<K> }[JobKind];
export type JobAnswer<K extends JobKind> = JobKinds[K]['gives'];

/** lost: its process died before it answered, or was ended. */
export type LongEnd<T> =
  | { readonly kind: 'answered'; readonly answer: Result<T, Failure> }
  | { readonly kind: 'lost'; readonly why: string };

export interface LongWork<T> {
  readonly end: Promise<LongEnd<T>>;
  /** It ends at its next safe point. */
  wake(): void;
  /** At once. */
  stop(): void;
}

/** Begins a job in a process of its own, over the person's own history or the sample's. */
export type StartLong = <K extends JobKind>(
  job: JobOf<K>,
  options: { readonly isSample: boolean; readonly onProgress: (event: Progress) => void },
) => LongWork<JobAnswer<K>>;

export async function doJob(
  engine: WholeEngine,
  job: Job,
  listening: Listening,
): Promise<Result<JobAnswer<JobKind>, Failure>> {
  switch (job.kind) {
    case 'dream': {
      const night = await engine.dream(job.options, listening);
      return night.ok ? ok(dreamDone(night.value, job.options.preview)) : night;
    }
    case 'import':
      return engine.import(job.paths, listening);
    case 'check':
      return engine.check();
    case 'masked':
      return engine.maskedSecrets();
    case 'look-at-mask':
      return engine.lookAtMask(job.place);
    case 'mark-not-secret':
      return engine.markNotSecret(job.decision);
    case 'backup':
      return engine.backup(job.file, { replace: job.replace });
    case 'restore':
      return engine.restore(job.file, { replace: job.replace });
    case 'verify':
      return engine.verifyBackup(job.file);
    case 'delete-all':
      return engine.deleteAll(job.confirm);
    case 'forget-preview':
      return engine.forgetPreview(job.target);
    case 'forget':
      return engine.forget(job.target);
    case 'redact':
      return engine.redact(job.version, job.entry);
    default:
      return assertNever(job);
  }
}

function dreamDone(night: NightResult, isPreview: boolean): DreamDone {
  const { receipt, imported, waiting, written } = night;
  const done = { receipt, imported, waiting, preview: isPreview ? previewItems(night) : null };
  return written === undefined ? done : { ...done, written };
}

/** As the review would show them. */
function previewItems({ proposal, memory }: NightResult): readonly ReviewItem[] {
  const entries = new Map(memory.map((entry) => [entry.id, entry]));
  return proposal.changes.map((change) => ({
    change,
    state: 'waiting',
    before: change.closes.flatMap(({ entryId }) => entries.get(entryId) ?? []),
    decision: null,
    dreamText: null,
  }));
}
