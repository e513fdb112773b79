import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { err, ok } from '../../shared/result.ts';
import { createFixtureBridge, unreachable, usualData } from '../fixtures/answers.ts';
import { scanned } from '../fixtures/more-scenarios.ts';
import { dreaming } from '../fixtures/nights.ts';
import { createEvidenceStore } from './evidence.ts';
import { createNews } from './news.ts';
import { createNightStore, plainWish } from './night.ts';
import { createRemote } from './remote.ts';
import { createReviewStore } from './review.ts';
import { createSettingsStore } from './settings.ts';
import { createSourcesStore } from './sources.ts';

/** Answers when told to, in any order. */
function createSlow<T>() {
  const waiting: ((answer: Result<T, Failure>) => void)[] = [];
  const ask = (): Promise<Result<T, Failure>> => new Promise((resolve) => waiting.push(resolve));
  return { ask, waiting };
}

describe('something remote', () => {
  it('keeps the answer to the question that was asked last', async () => {
    const { ask, waiting } = createSlow<string>();
    const store = createRemote(ask);
    const [first, second] = [store.load(), store.load()];
    waiting[1]?.(ok('new'));
    waiting[0]?.(ok('old'));
    await Promise.all([first, second]);
    expect(store.value()).toBe('new');
  });

  it('keeps what it knew when asking again fails, and says that it is stale', async () => {
    let answer: Result<string, Failure> = ok('known');
    const store = createRemote(() => Promise.resolve(answer));
    await store.load();
    answer = err(unreachable);
    await store.load();
    expect(store.getState()).toEqual({ kind: 'ready', value: 'known', stale: unreachable });
  });

  it('fails where it knows nothing, and loads again', async () => {
    let answer: Result<string, Failure> = err(unreachable);
    const store = createRemote(() => Promise.resolve(answer));
    await store.load();
    expect(store.getState()).toEqual({ kind: 'failed', failure: unreachable });
    answer = ok('there');
    const again = store.load();
    expect(store.getState().kind).toBe('loading');
    await again;
    expect(store.value()).toBe('there');
  });
});

const now = () => usualData.now;
async function openReview(bridge: Bridge = createFixtureBridge(usualData)) {
  const review = createReviewStore(bridge, now);
  await review.items.load();
  const [first] = review.items.value() ?? [];
  if (first === undefined) throw new Error('the fixture has changes');
  return { review, id: first.change.id };
}
const stateOf = (review: Awaited<ReturnType<typeof openReview>>['review'], id: string): string | undefined =>
  review.items.value()?.find(({ change }) => change.id === id)?.state;

describe('a decision', () => {
  it('shows at once, before the engine has answered', async () => {
    const { review, id } = await openReview();
    const kept = review.rule([id], { kind: 'rejected', reason: 'outdated' });
    expect(stateOf(review, id)).toBe('rejected');
    expect(await kept).toBeNull();
    expect(stateOf(review, id)).toBe('rejected');
  });

  it('goes back if it could not be kept', async () => {
    const { review, id } = await openReview(
      createFixtureBridge({ ...usualData, failing: { 'review.rule': unreachable } }),
    );
    expect(await review.rule([id], { kind: 'approved' })).toEqual(unreachable);
    expect(stateOf(review, id)).toBe('waiting');
  });

  it('that edits keeps the dream’s words beside the person’s', async () => {
    const { review, id } = await openReview();
    await review.rule([id], { kind: 'edited', text: 'Use pnpm.' });
    const item = review.items.value()?.find(({ change }) => change.id === id);
    expect(item).toMatchObject({ state: 'approved', change: { after: { text: 'Use pnpm.' } } });
    expect(item?.dreamText).toContain('Use pnpm for installs');
  });

  it('can be taken back, one after the other', async () => {
    const { review, id } = await openReview();
    await review.rule([id], { kind: 'approved' });
    expect(await review.undo()).toEqual(ok({ first: id, was: 'approved' }));
    expect(stateOf(review, id)).toBe('waiting');
    expect((await review.undo()).ok).toBe(false);
  });
});

describe('Apply', () => {
  it('leaves a receipt that takes all of it back', async () => {
    const { review, id } = await openReview();
    await review.rule([id], { kind: 'approved' });
    expect(await review.apply(true)).toBeNull();
    const { receipt } = review.getState();
    expect(receipt).toMatchObject({ applied: [id], isTakenBack: false });
    expect(receipt?.files?.written).toHaveLength(2);
    expect(stateOf(review, id)).toBeUndefined();
    expect(await review.takeBack()).toBeNull();
    expect(review.getState().receipt?.isTakenBack).toBe(true);
    expect(stateOf(review, id)).toBe('approved');
  });

  it('has the engine keep whose lines hold, and asks the plan anew', async () => {
    const asked: unknown[] = [];
    const inner = createFixtureBridge(usualData);
    const { review } = await openReview({
      call: (name, args) => {
        if (name === 'files.choose' || name === 'review.plan') asked.push(args);
        return inner.call(name, args);
      },
      listen: (onEvent) => inner.listen(onEvent),
    });
    expect(await review.choose('~/shop/CLAUDE.md', 'mine')).toBeNull();
    expect(asked).toEqual([
      { choice: { path: '~/shop/CLAUDE.md', changeIds: [], whose: 'mine' } },
      { choices: { extraFiles: [], blocks: {} } },
    ]);
  });
});

describe('tonight', () => {
  it('shows that it wakes before the engine has answered', async () => {
    const night = createNightStore(createFixtureBridge({ ...usualData, night: dreaming }));
    await night.state.load();
    const woken = night.wake();
    expect(night.state.value()?.running?.isWaking).toBe(true);
    expect(await woken).toBeNull();
  });

  it('gives the failure to show when a night could not begin', async () => {
    const failing = { 'night.start': unreachable };
    const night = createNightStore(createFixtureBridge({ ...usualData, failing }));
    expect(await night.start(plainWish)).toEqual(unreachable);
  });
});

describe('settings', () => {
  it('change at once and go back if they could not be kept', async () => {
    const settings = createSettingsStore(
      createFixtureBridge({ ...usualData, failing: { 'settings.set': unreachable } }),
    );
    await settings.settings.load();
    const kept = settings.set({ singleKeys: false });
    expect(settings.settings.value()?.singleKeys).toBe(false);
    expect(await kept).toEqual(unreachable);
    expect(settings.settings.value()?.singleKeys).toBe(true);
  });
});

describe('the evidence reader', () => {
  it('shows the quote that was opened last', async () => {
    const evidence = createEvidenceStore(createFixtureBridge(usualData));
    const all = usualData.items[0]?.change.after?.evidence ?? [];
    evidence.open(all, 0);
    evidence.turnTo(1);
    await new Promise((resolve) => setTimeout(resolve));
    const { view, open } = evidence.getState();
    expect(open?.at).toBe(1);
    expect(view).toMatchObject({ kind: 'ready', value: { agent: 'codex' } });
  });
});

describe('news', () => {
  it('tells equal sentences apart and shows three messages at most', () => {
    const news = createNews();
    news.announce('Approved. 4 left.');
    news.announce('Approved. 4 left.');
    expect(news.getState().announced).toEqual({ text: 'Approved. 4 left.', at: 2 });
    for (const title of ['one', 'two', 'three', 'four']) news.tell({ title });
    expect(news.getState().messages.map(({ title }) => title)).toEqual(['two', 'three', 'four']);
    news.dismiss(news.getState().messages[0]?.id ?? -1);
    expect(news.getState().messages).toHaveLength(2);
  });
});

describe('an import of a file that a person named', () => {
  const ended = { run: 'run-1', kind: 'import', receipt: null, preview: null, waiting: 0 } as const;

  it('says why it came to nothing, until another one is begun', async () => {
    const sources = createSourcesStore(createFixtureBridge(usualData));
    sources.onRunEnded({ ...ended, imported: null, failure: unreachable });
    expect(sources.failed.getState()).toEqual(unreachable);
    expect(await sources.scan(['~/a.zip'])).toBeNull();
    expect(sources.failed.getState()).toBeNull();
    sources.onRunEnded({ ...ended, kind: 'dream', imported: null, failure: unreachable });
    sources.onRunEnded({ ...ended, imported: null, failure: { ...unreachable, kind: 'woken' } });
    expect(sources.failed.getState()).toBeNull();
  });

  it('says what of it could not be read, and nothing of what else was left', async () => {
    const sources = createSourcesStore(createFixtureBridge(usualData));
    await sources.scan(['~/Downloads/a.zip']);
    const mine = { path: '/home/sam/Downloads/a.zip', why: 'is a damaged zip, or none' };
    const unread = [mine, { path: '.codex/b.jsonl', why: 'does not exist' }];
    sources.onRunEnded({ ...ended, imported: { ...scanned, unread }, failure: null });
    expect(sources.namedUnread.getState()).toEqual([mine]);
  });
});
