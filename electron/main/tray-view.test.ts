import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { dream, dueAtMs, eveningMs, recordOf, settingsInUtc, standing } from './testing/standing.ts';
import { trayView, type Standing, type TrayItem } from './tray-view.ts';
import { wordsFor } from './words.ts';

const words = wordsFor('en', 'en-GB');
const view = (given: Standing, nowMs = eveningMs): ReturnType<typeof trayView> =>
  trayView(given, words, nowMs);
const labels = (items: readonly TrayItem[]): readonly string[] =>
  items.map((item) => (item.kind === 'line' ? '—' : item.label));
const paused = (untilMs: number): Standing =>
  standing(
    {},
    {
      settings: {
        ...settingsInUtc,
        schedule: { ...settingsInUtc.schedule, pausedUntilMs: epochMs(untilMs) },
      },
    },
  );

describe('the tray', () => {
  it('says on a quiet evening when the next night falls', () => {
    const { picture, status, items } = view(standing());
    expect([picture, status]).toEqual(['idle', 'Next: Sat 03:00']);
    expect(labels(items)).toEqual([
      'Next: Sat 03:00',
      '—',
      'Dream now',
      'Pause',
      '—',
      'Open Slowwave',
      'Settings…',
      '—',
      'Quit (quitting means no dream tonight)',
    ]);
  });

  it('says what a dream is at, and offers to wake it', () => {
    const { picture, status, items } = view(standing({ running: dream }));
    expect([picture, status]).toEqual(['rem', 'Dreaming · REM · 12/41 · $0.11']);
    expect(labels(items)).toContain('Wake');
    expect(labels(items)).not.toContain('Dream now');
    expect(labels(items)).toContain('Next: Sat 03:00');
  });

  it.each([
    [null, 'light'],
    ['import', 'light'],
    ['light', 'light'],
    ['rem', 'rem'],
    ['deep', 'deep'],
    ['propose', 'deep'],
  ] as const)('shows at stage %s the picture for %s', (stage, picture) => {
    expect(view(standing({ running: { ...dream, stage } })).picture).toBe(picture);
  });

  it('does not offer to wake a dream that is waking', () => {
    const { items, status } = view(standing({ running: { ...dream, isWaking: true } }));
    expect(status).toBe('Waking · REM · 12/41 · $0.11');
    expect(labels(items)).not.toContain('Wake');
  });

  it('shows that changes wait, and opens them', () => {
    const { picture, items, status } = view(standing({ reviewWaiting: 7, records: [recordOf('ran')] }));
    expect([picture, status]).toEqual(['review', '7 changes to review']);
    expect(items).toContainEqual({
      kind: 'wish',
      label: 'Review 7 changes',
      wish: { kind: 'open', route: '/review' },
    });
    expect(labels(items)).toEqual(expect.arrayContaining(['Last night: done', 'Next: Sat 03:00']));
    expect(view(standing({ reviewWaiting: 1 })).status).toBe('1 change to review');
  });

  it('shows a pause while it lasts, and ends it', () => {
    const { picture, status, items } = view(paused(eveningMs + 3_600_000));
    expect([picture, status]).toEqual(['paused', 'Paused until Fri 22:00']);
    expect(labels(items)).toContain('End the pause');
    expect(view(paused(eveningMs - 1)).picture).toBe('idle');
  });

  it('pauses tonight’s night and no other', () => {
    const pause = view(standing()).items.find((item) => item.kind === 'more');
    const [tonight, day] = pause?.kind === 'more' ? pause.items : [];
    expect(tonight).toMatchObject({ label: 'Tonight', wish: { kind: 'pause', untilMs: dueAtMs + 60_000 } });
    expect(day).toMatchObject({ wish: { kind: 'pause', untilMs: eveningMs + 86_400_000 } });
  });

  it('shows a problem: a night that stopped, an engine that is gone', () => {
    expect(view(standing({ records: [recordOf('failed')], reviewWaiting: 2 })).picture).toBe('problem');
    const lost = view(standing({ running: dream }, { isEngineLost: true }));
    expect([lost.picture, lost.status]).toEqual(['problem', words.engineLost]);
    expect(labels(lost.items)).not.toContain('Wake');
    expect(view(standing({ records: [recordOf('ran'), recordOf('failed')] })).picture).toBe('idle');
  });

  it('says that nights are off, or that it is starting', () => {
    const off = { ...settingsInUtc, schedule: { ...settingsInUtc.schedule, isOn: false } };
    expect(view(standing({}, { settings: off }))).toMatchObject({
      picture: 'paused',
      status: 'Nights are off',
    });
    const early = view({ night: null, settings: null, isEngineLost: false });
    expect(early.status).toBe('Starting');
    expect(labels(early.items)).toEqual(expect.arrayContaining(['Open Slowwave', words.quit]));
  });

  it('speaks Chinese', () => {
    const { items } = trayView(standing({ reviewWaiting: 3 }), wordsFor('system', 'zh-TW'), eveningMs);
    expect(labels(items)).toContain('3 处修改待审阅');
    expect(wordsFor('en', 'zh').open).toBe(words.open);
  });
});
