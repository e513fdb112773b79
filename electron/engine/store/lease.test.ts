import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { beat, release, silenceMaxMs, takeLease, thisProcess } from './lease.ts';
import { startOtherProcess } from './testing/other-process.ts';
import { failureFrom, noonMs, openTempStore, tempFolder, valueOf } from './testing/temp-store.ts';

const realNowMs = () => epochMs(new Date().getTime());

describe('a lease', () => {
  it('is given to one and names it to the next, with the time', () => {
    const { db } = openTempStore();
    valueOf(takeLease(db, 'dream', thisProcess('the nightly run'), noonMs));
    const failure = failureFrom(
      takeLease(db, 'dream', thisProcess('the command line'), epochMs(noonMs + 1000)),
    );
    expect(failure.kind).toBe('store-busy');
    expect(failure.happened).toContain('the nightly run');
    expect(failure.happened).toContain('2025-10-01T12:00:00.000Z');
  });

  it('is one of each kind', () => {
    const { db } = openTempStore();
    valueOf(takeLease(db, 'dream', thisProcess('a'), noonMs));
    expect(takeLease(db, 'apply', thisProcess('b'), noonMs).ok).toBe(true);
  });

  it('can be had again after it was given back', () => {
    const { db } = openTempStore();
    const lease = valueOf(takeLease(db, 'dream', thisProcess('a'), noonMs));
    release(db, lease);
    expect(takeLease(db, 'dream', thisProcess('b'), noonMs).ok).toBe(true);
  });

  it('is taken over after ten minutes without a beat, and its old holder is told at the next one', () => {
    const { db } = openTempStore();
    const old = valueOf(takeLease(db, 'dream', thisProcess('a'), noonMs));
    expect(beat(db, old, epochMs(noonMs + 1000))).toBe(true);
    const later = epochMs(noonMs + 1000 + silenceMaxMs);
    expect(takeLease(db, 'dream', thisProcess('b'), later).ok).toBe(false);
    const next = valueOf(takeLease(db, 'dream', thisProcess('b'), epochMs(later + 1)));
    expect(beat(db, old, epochMs(later + 2))).toBe(false);
    release(db, old);
    expect(beat(db, next, epochMs(later + 3))).toBe(true);
  });

  it('of another machine is not judged by a process number of ours', () => {
    const { db } = openTempStore();
    valueOf(takeLease(db, 'dream', { pid: 2 ** 22 + 1, host: 'elsewhere', what: 'a' }, noonMs));
    expect(takeLease(db, 'dream', thisProcess('b'), noonMs).ok).toBe(false);
  });

  it('holds against another process while that one lives, and not after it was killed', async () => {
    const dataFolder = tempFolder();
    const other = await startOtherProcess({ dataFolder, takesDreamLease: true });
    const { db } = openTempStore(dataFolder);
    const failure = failureFrom(takeLease(db, 'dream', thisProcess('this test'), realNowMs()));
    expect(failure.kind).toBe('store-busy');
    expect(failure.happened).toContain(`the other process (process ${other.pid}`);
    await other.kill();
    expect(takeLease(db, 'dream', thisProcess('this test'), realNowMs()).ok).toBe(true);
  });
});
