// Settings typed in haste, sources and agents: what shows at once, what goes back, and what is kept of a scan.
import { describe, expect, it } from 'vitest';
import type { Bridge, CallAnswer, CallName } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import { createFixtureBridge, unreachable, usualData } from '../fixtures/answers.ts';
import { moreScenarios } from '../fixtures/more-scenarios.ts';
import { isTyped, needsTyping } from '../agents/modes.ts';
import { napWish, stepBeside, stepFrom } from '../welcome/steps.ts';
import { createAgentsStore } from './agents.ts';
import { createSettingsStore } from './settings.ts';
import { createSourcesStore, skippedByReason } from './sources.ts';

/** Answers to settings.set are given by hand. */
function createSlowSettings() {
  const bridge = createFixtureBridge(usualData);
  const waiting: {
    readonly patch: SettingsPatch;
    readonly give: (answer: Result<Settings, Failure>) => void;
  }[] = [];
  const call = ((name: CallName, args: { readonly patch: SettingsPatch }) =>
    name === 'settings.set'
      ? new Promise<Result<CallAnswer<'settings.set'>, Failure>>((give) =>
          waiting.push({ patch: args.patch, give }),
        )
      : bridge.call('settings.get', {})) as Bridge['call'];
  return { store: createSettingsStore({ ...bridge, call }), waiting };
}

describe('settings typed in haste', () => {
  it('keep what was typed last, though an older answer comes meanwhile', async () => {
    const { store, waiting } = createSlowSettings();
    await store.settings.load();
    const first = store.change(() => ({ focus: 'a' }));
    const second = store.change(() => ({ focus: 'ab' }));
    waiting[0]?.give(ok({ ...usualData.settings, focus: 'a' }));
    await first;
    expect(store.settings.value()?.focus).toBe('ab');
    waiting[1]?.give(ok({ ...usualData.settings, focus: 'ab' }));
    await second;
    expect(store.settings.value()?.focus).toBe('ab');
  });

  it('go back to what the app kept, not to what it refused before', async () => {
    const { store, waiting } = createSlowSettings();
    await store.settings.load();
    const both = [store.change(() => ({ focus: 'a' })), store.change(() => ({ focus: 'ab' }))];
    waiting[0]?.give(err(unreachable));
    waiting[1]?.give(err(unreachable));
    expect(await Promise.all(both)).toEqual([unreachable, unreachable]);
    expect(store.settings.value()).toEqual(usualData.settings);
  });

  it('are built upon what holds now', async () => {
    const { store, waiting } = createSlowSettings();
    expect(await store.change(() => ({ focus: 'too early' }))).toBeNull();
    await store.settings.load();
    void store.change((now) => ({ budget: { ...now.budget, usdPerNight: 1 } }));
    void store.change((now) => ({ budget: { ...now.budget, minutesPerNight: 5 } }));
    expect(waiting[1]?.patch.budget).toMatchObject({ usdPerNight: 1, minutesPerNight: 5 });
  });
});

describe('sources', () => {
  it('remember what the last scan came to', () => {
    const store = createSourcesStore(createFixtureBridge(usualData));
    const [live] = moreScenarios['sources-scanned'].data.live;
    if (live?.event.kind !== 'run-ended') throw new Error('the fixture ends a scan');
    store.onRunEnded(live.event.end);
    expect(store.scanned.getState()?.maskedSecrets).toBe(12);
    store.onRunEnded({ ...live.event.end, imported: null });
    expect(store.scanned.getState()?.maskedSecrets).toBe(12);
  });

  it('count skipped lines over all places, the most first', () => {
    expect(
      skippedByReason([{ skippedByReason: { cut: 1, glued: 2 } }, { skippedByReason: { cut: 4 } }]),
    ).toEqual([
      { reason: 'cut', lines: 5 },
      { reason: 'glued', lines: 2 },
    ]);
  });

  it('are asked for anew after forgetting, and a scan tells its failure', async () => {
    const store = createSourcesStore(
      createFixtureBridge({ ...usualData, failing: { 'source.import': unreachable } }),
    );
    expect((await store.forget('~/.codex')).ok).toBe(true);
    expect(store.value()).toEqual(usualData.sources);
    expect(await store.scan([])).toEqual(unreachable);
  });
});

describe('agents', () => {
  it('show a mode at once and take it back where it could not be kept', async () => {
    const store = createAgentsStore(
      createFixtureBridge({ ...usualData, failing: { 'agent.set': unreachable } }),
    );
    await store.load();
    const set = store.write({ agent: 'codex', mode: 'off', budgetTokens: null });
    expect(store.value()?.[1]?.writing.mode).toBe('off');
    expect(await set).toEqual(unreachable);
    expect(store.value()?.[1]?.writing.mode).toBe('review');
  });

  it('ask for their name only before the boldest way', () => {
    expect(needsTyping('auto-with-undo', 'review')).toBe(true);
    expect(needsTyping('auto-with-undo', 'auto-with-undo')).toBe(false);
    expect(needsTyping('auto-duplicates', 'review')).toBe(false);
    expect([isTyped(' claude code ', 'Claude Code'), isTyped('claude', 'Claude Code')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the first steps', () => {
  it('go on and back, and no further than their ends', () => {
    expect([stepBeside('found', -1), stepBeside('found', 1), stepBeside('when', 1)]).toEqual([
      null,
      'reading',
      null,
    ]);
    expect([stepFrom('when'), stepFrom('nowhere')]).toEqual(['when', 'found']);
  });

  it('end in a nap over the last seven days that is no preview', () => {
    expect(napWish(usualData.now, 'tests')).toMatchObject({
      preview: false,
      instructions: 'tests',
      sinceMs: usualData.now - 7 * 86_400_000,
    });
  });
});
