// The engines that answer windows: the person's own history, and beside it, where they asked for it, the sample's. What
// a person has set and when nights fall is always their own.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { WholeEngine } from '../engine/index.ts';

export type OpenEngine = (isSample: boolean) => Promise<Result<WholeEngine, Failure>>;

export interface Engines {
  readonly own: WholeEngine;
  /** What is shown now. */
  shown(): WholeEngine;
  isSample(): boolean;
  showSample(): Promise<Result<null, Failure>>;
  /** Made-up days never mix with a person's: the sample goes whole. */
  leaveSample(): void;
  /** Lets go of what is open; the next question opens it anew. */
  renew(): void;
}

export async function createEngines(
  open: OpenEngine,
  places: { readonly data: string; readonly hasSample: boolean },
): Promise<Result<Engines, Failure>> {
  const own = await open(false);
  if (!own.ok) return own;
  const folder = join(places.data, 'sample');
  // Beside its home, so that it goes with it.
  const mark = join(folder, 'shown');
  let sample: WholeEngine | null = null;
  const showSample = async (): Promise<Result<null, Failure>> => {
    if (!places.hasSample) return err(noSample);
    if (sample !== null) return ok(null);
    const opened = await open(true);
    if (!opened.ok) return opened;
    if (!opened.value.isSample()) return err(noSample);
    sample = opened.value;
    writeFileSync(mark, '');
    return ok(null);
  };
  if (places.hasSample && existsSync(mark)) await showSample();
  return ok({
    own: own.value,
    shown: () => sample ?? own.value,
    isSample: () => sample !== null,
    showSample,
    leaveSample: () => {
      sample?.close();
      sample = null;
      rmSync(folder, { recursive: true, force: true });
    },
    renew: () => {
      own.value.close();
      sample?.close();
    },
  });
}

const noSample: Failure = {
  kind: 'not-found',
  happened: 'There is no sample to show here.',
  safe: 'Nothing was changed.',
  todo: 'Read your own sessions instead: Sources shows what was found.',
};
