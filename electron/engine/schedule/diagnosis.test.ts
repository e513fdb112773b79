import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../../shared/dream.ts';
import { epochMs, nightId } from '../../../shared/ids.ts';
import { madeUpReceipt } from '../store/testing/made-up.ts';
import { diagnose } from './diagnosis.ts';

const empty = (nth: number, more: Partial<Receipt> = {}): Receipt =>
  madeUpReceipt(nightId(String(nth)), epochMs(nth), {
    outcome: 'empty',
    because: 'No theme passed.',
    ...more,
  });

describe('a diagnosis', () => {
  it('is made after three empty nights in a row and not after two', () => {
    expect(diagnose([])).toBeNull();
    expect(diagnose([empty(2), empty(1)])).toBeNull();
    expect(diagnose([empty(3), empty(2), empty(1)])).toContain('3 empty nights in a row');
    expect(diagnose([empty(3), empty(2), empty(1, { outcome: 'done' }), empty(0)])).toBeNull();
    expect(diagnose([empty(4, { outcome: 'failed' }), empty(3), empty(2), empty(1)])).toBeNull();
  });

  it('does not count previews', () => {
    expect(diagnose([empty(3), empty(2, { preview: true }), empty(1)])).toBeNull();
    const preview = empty(9, { preview: true, outcome: 'done' });
    expect(diagnose([preview, empty(3), empty(2), empty(1)])).not.toBeNull();
  });

  it('names the gate that stopped most, what to do, and the nearest miss', () => {
    const said = diagnose([
      empty(3, { turnedDown: { sessions: 4, trust: 1 } }),
      empty(2, {
        turnedDown: { sessions: 3, trust: 2 },
        nearestMisses: [
          { text: 'Use pnpm', score: 0.5, gate: 'sessions', flip: '1 more session, or "from now on"' },
        ],
      }),
      empty(1, { turnedDown: { trust: 3 } }),
    ]);
    expect(said).toBe(
      '3 empty nights in a row. The gate "sessions" stopped most (4 themes on the last of them): ' +
        'it was seen too seldom; say it in another session, or once with "from now on". ' +
        'The nearest was "Use pnpm": it wants 1 more session, or "from now on".',
    );
  });

  it('says where nothing was there to read, and where nothing was new', () => {
    const read = madeUpReceipt(nightId('r'), epochMs(0)).read;
    const nothing = { read: { ...read, sessions: 0, newSessions: 0 } };
    expect(diagnose([3, 2, 1].map((nth) => empty(nth, nothing)))).toContain('Sources');
    const old = { read: { ...read, sessions: 9, newSessions: 0 } };
    expect(diagnose([3, 2, 1].map((nth) => empty(nth, old)))).toContain('No new session');
  });
});
