import { describe, expect, it } from 'vitest';
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import { decodeSignals, encodeSignals } from './signal-texts.ts';

const head = {
  session: sessionId('codex', 'one'),
  agent: 'codex',
  nativeId: 'one',
  project: 'shop',
} as const;

const plain: Signal = {
  id: 'sig_1',
  kind: 'preference',
  text: 'Prices are written with VAT.',
  quotes: [{ ordinal: 3, text: 'prices with VAT please' }],
  origin: 'person',
  language: 'en',
  terms: ['price', 'vat'],
  negated: [],
  values: [],
  cues: [],
  strength: 0,
  cued: 0,
  lasts: 0.5,
  afterSlip: false,
  slipTerms: [],
  announcesChange: false,
  atMs: null,
  steps: [],
  error: null,
  task: null,
};

const full: Signal = {
  ...plain,
  id: 'sig_2',
  negated: ['tax'],
  values: [{ word: 'friday', polarity: 'affirmed', kind: 'time' }],
  cues: ['always'],
  afterSlip: true,
  slipTerms: ['price'],
  announcesChange: true,
  atMs: epochMs(5),
  steps: ['npm test', 'npm run fix'],
  error: 'it failed',
  task: 'mend it',
};

const signals = (given: Partial<SessionSignals>): SessionSignals => ({
  ...head,
  signals: [],
  language: 'de',
  ordinary: {},
  failedFixes: [],
  work: '',
  leftOut: {},
  ...given,
});
const again = (given: SessionSignals): SessionSignals => decodeSignals(encodeSignals(given), head);

describe('signals as they lie in the store', () => {
  it('come back as they were, empty or full', () => {
    const some = signals({
      signals: [plain, full],
      ordinary: { bread: 2, 'src/a.ts': 1, salt: 2, constructor: 1 },
      failedFixes: [{ error: 'e', step: 's' }],
      leftOut: { question: 2 },
    });
    expect(again(some)).toEqual(some);
    expect(again(signals({}))).toEqual(signals({}));
  });

  it('keep words apart that hold a space or nothing at all', () => {
    const some = signals({ ordinary: { 'two words': 3, one: 3, '': 1, ['__proto__']: 3 } });
    expect(again(some)).toEqual(some);
  });

  it('are told whose they are by the session, not by their own text', () => {
    expect(encodeSignals(signals({}))).not.toContain('one');
    expect(encodeSignals(signals({}))).not.toContain('shop');
  });

  it('are half of what they would be as plain objects', () => {
    const some = signals({
      signals: [plain],
      ordinary: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`word${String(n)}`, 1])),
    });
    expect(encodeSignals(some).length).toBeLessThan(JSON.stringify(some).length * 0.6);
  });
});
