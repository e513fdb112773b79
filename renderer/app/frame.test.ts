// What the frame decides without drawing: places, appearance, and where live events go.
import { describe, expect, it } from 'vitest';
import type { Bridge, LiveEvent } from '../../shared/contract.ts';
import { createFixtureBridge, usualData } from '../fixtures/answers.ts';
import { at } from '../fixtures/make.ts';
import { dreaming } from '../fixtures/nights.ts';
import { createStores } from '../stores/stores.ts';
import { appearanceFor } from './appearance.ts';
import { pickBridge } from './bridge.ts';
import { handleLive } from './live.ts';
import { firstPath, knownPath, pathTo } from './routes.ts';

describe('places', () => {
  it('open on Review if something waits, else on Tonight', () => {
    expect([firstPath(7), firstPath(0)]).toEqual(['/review', '/tonight']);
  });

  it('take only links to places of ours', () => {
    expect(knownPath('review/2026-11-20')).toBe('/review/2026-11-20');
    expect(knownPath('#/settings/schedule')).toBe('/settings/schedule');
    expect(knownPath('https://example.com')).toBeNull();
    expect(knownPath('javascript:alert(1)')).toBeNull();
    expect(pathTo('memory', '~/shop/CLAUDE.md', '4')).toBe('/memory/~%2Fshop%2FCLAUDE.md/4');
  });
});

describe('appearance', () => {
  const system = { prefersLight: true, languages: ['zh-TW'], hour: 5 };
  const chosen = usualData.settings.appearance;
  it('follows the system, the hour, or a person', () => {
    expect(appearanceFor(null, system)).toMatchObject({ theme: 'morning', language: 'zh', locale: 'zh-TW' });
    expect(appearanceFor({ ...chosen, theme: 'follow-time' }, system).theme).toBe('night');
    expect(appearanceFor({ ...chosen, theme: 'follow-time' }, { ...system, hour: 6 }).theme).toBe('morning');
    expect(appearanceFor({ ...chosen, theme: 'night', language: 'en' }, system)).toMatchObject({
      theme: 'night',
      language: 'en',
    });
  });
});

describe('live events', () => {
  const createWatched = () => {
    const asked: string[] = [];
    const inner = createFixtureBridge(usualData);
    const bridge: Bridge = {
      call: (name, args) => {
        asked.push(name);
        return inner.call(name, args);
      },
      listen: (onEvent) => inner.listen(onEvent),
    };
    const gone: string[] = [];
    const stores = createStores(bridge, () => usualData.now);
    const hear = (event: LiveEvent): void =>
      handleLive(event, stores, { go: (route) => gone.push(route), onEngine: (state) => gone.push(state) });
    return { stores, hear, asked, gone };
  };

  it('ask again for what changed, once for what two subjects share, and never for what nobody opened', async () => {
    const { hear, asked, stores } = createWatched();
    hear({ kind: 'changed', subjects: ['review', 'night'] });
    expect(asked).toEqual([]);
    await Promise.all([stores.night.state.load(), stores.review.items.load()]);
    hear({ kind: 'changed', subjects: ['review', 'night'] });
    expect(asked.slice(2).toSorted()).toEqual(['night.state', 'review.list']);
  });

  it('show a run as it goes and what came of it', async () => {
    const { hear, stores } = createWatched();
    await stores.night.state.load();
    const { running } = dreaming;
    if (running === null) throw new Error('the fixture runs');
    hear({ kind: 'run', running: { ...running, done: 13 } });
    expect(stores.night.state.value()?.running?.done).toBe(13);
    hear({
      kind: 'run-ended',
      end: {
        run: 'run-1',
        kind: 'dream',
        receipt: null,
        imported: null,
        preview: null,
        waiting: 0,
        failure: null,
      },
    });
    expect(stores.night.state.value()?.running).toBeNull();
    expect(stores.night.ended.getState()?.run).toBe('run-1');
  });

  it('go to a screen and tell of the engine', () => {
    const { hear, gone } = createWatched();
    hear({ kind: 'go', route: '/diary' });
    hear({ kind: 'engine', state: 'lost' });
    expect(gone).toEqual(['/diary', 'lost']);
  });
});

describe('the bridge', () => {
  it('is the desktop’s where there is one', () => {
    const desktop = createFixtureBridge(usualData);
    const http = createFixtureBridge({ ...usualData, now: at('2026-11-21T03:00') });
    expect(pickBridge({ slowwave: desktop }, () => http)).toBe(desktop);
    expect(pickBridge({}, () => http)).toBe(http);
  });
});
