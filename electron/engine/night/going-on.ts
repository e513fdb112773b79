// Goes on with a night that waited for a batch: the same wish, the same models, under what that night left of its caps.
import type { DreamOptions, Failure } from '../../../shared/engine.ts';
import type { NightId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import type { Piece } from '../minds/pieces.ts';
import { batchesUsedBy, nightToGoOnWith, stoppedAmong } from '../store/model-batches.ts';
import { modelNight } from '../store/model-nights.ts';

/** As it was wished then. Refused where another one has gone on with it meanwhile. */
export function wishOf(db: ReadableDb, options: DreamOptions): Result<DreamOptions, Failure> {
  const { goesOn } = options;
  if (goesOn === undefined) return ok(options);
  const then = modelNight(db, goesOn);
  if (then === null || nightToGoOnWith(db) !== goesOn) {
    return err({
      kind: 'not-found',
      happened: 'There is no night to go on with: no batch was fetched that a night has not used.',
      safe: 'Nothing was asked, and nothing was changed.',
      todo: 'Dream anew.',
    });
  }
  const { mode, reader, consolidator, grader, nanoUsdMax, instructions, sessionsMax, sinceMs } = then;
  const usdMax = nanoUsdMax === null ? null : nanoUsdMax / 1e9;
  const model = { mode, reader, consolidator, grader, usdMax };
  return ok({ ...options, preview: false, instructions, sessionsMax, sinceMs, model });
}

/** What was said before that night handed anything in, and what its owner did not call off: the rest is a later night's. */
export function saidBefore(db: ReadableDb, night: NightId): (pieces: readonly Piece[]) => readonly Piece[] {
  const [first] = batchesUsedBy(db, night);
  const untilMs = first?.beganAtMs ?? Number.NEGATIVE_INFINITY;
  return (pieces) => {
    const stopped = stoppedAmong(
      db,
      pieces.map(({ hash }) => hash),
    );
    const isBefore = ({ turns }: Piece): boolean =>
      turns.every(({ at }) => at === null || Date.parse(at) <= untilMs);
    return pieces.filter((piece) => !stopped.has(piece.hash) && isBefore(piece));
  };
}
