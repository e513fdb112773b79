// The Diary: the month's nights at the left, the chosen night's story or facts at the right.
import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Evidence } from '../../shared/memory.ts';
import { assertNever } from '../../shared/result.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { useActions, useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo, tracePath } from '../app/routes.ts';
import { useSettled } from '../app/use-settled.ts';
import { MindSummary } from '../model/MindSummary.tsx';
import { Verdicts } from '../model/Verdicts.tsx';
import { newestNight, type DiaryPage as NightPage } from '../stores/diary.ts';
import { ActionButton, Button } from '../ui/Button.tsx';
import { EmptyState, Failed, Loading, Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Told } from '../ui/Told.tsx';
import { secretsTold } from '../words/secrets.ts';
import type { PlainKey } from '../words/words.ts';
import { agentsOf, daysOf, isOfAgent, nightKey, noonOf, says, type DiaryDay } from './calendar.ts';
import styles from './DiaryPage.module.css';
import { Facts } from './Facts.tsx';
import { NightChanges } from './NightChanges.tsx';
import { NightReceipt } from './NightReceipt.tsx';
import { NightsIndex, type Found } from './NightsIndex.tsx';
import { saveText } from './save-text.ts';
import { Story } from './Story.tsx';
import { filterStory, ofAgent, readStory } from './story.ts';

type View = 'story' | 'facts' | 'mind';

/** Quotes of all that is remembered or proposed: where the notes of a story are looked up. */
function useEvidence(): readonly Evidence[] {
  const { stores } = useApp();
  const entries = useValue(stores.memory.entries) ?? [];
  const items = useValue(stores.review.items) ?? [];
  return [
    ...items
      .flatMap(({ change, before }) => [change.after, ...before])
      .flatMap((entry) => entry?.evidence ?? []),
    ...entries.flatMap(({ evidence }) => evidence),
  ];
}

interface TheNightProps {
  readonly page: NightPage;
  readonly wanted: string;
  readonly agent: AgentKind | null;
}

function TheNight({ page, wanted, agent }: TheNightProps) {
  const { say } = useWords();
  const pool = useEvidence();
  const blocks = filterStory(ofAgent(readStory(page.text), agent), wanted);
  return blocks.length === 0 ? (
    <p className={styles['none']}>{say('diary.noneFound')}</p>
  ) : (
    <Story blocks={blocks} pool={pool} wanted={wanted} />
  );
}

interface NightProps {
  readonly day: DiaryDay;
  readonly agent: AgentKind | null;
  /** Words looked for; empty for none. */
  readonly wanted: string;
  readonly view: View;
  readonly onView: (view: View) => void;
}

function Night({ day, agent, wanted, view, onView }: NightProps) {
  const { stores } = useApp();
  const { say, secret } = useWords();
  const store = stores.diary.page.at(day.night === null ? newestNight : nightKey(day.night));
  const page = useRemote(store);
  const [, go] = useLocation();
  const receipt = page.kind === 'ready' ? page.value.receipt : null;
  const mind = receipt?.mind ?? null;
  useActions({
    'night.trace': receipt !== null && (mind?.calls ?? 0) > 0 ? () => go(tracePath(receipt.nightId)) : null,
  });
  switch (page.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed failure={page.failure} onRetry={() => void store.load()} />;
    case 'ready':
      return (
        <>
          <NightReceipt receipt={page.value.receipt} />
          {mind !== null && (
            <div className={styles['mind']}>
              <MindSummary mind={mind} nightId={page.value.receipt.nightId} hasKey />
            </div>
          )}
          <Tabs
            label={say('diary.views')}
            value={mind === null && view === 'mind' ? 'story' : view}
            onChange={onView}
            tabs={[
              { value: 'story', label: say('diary.story') },
              { value: 'facts', label: say('diary.facts') },
              ...(mind === null ? [] : [{ value: 'mind' as const, label: say('mind.model') }]),
            ]}
            aside={
              <Button
                icon={<Download size={14} aria-hidden="true" />}
                onClick={() => saveText(`slowwave-${day.day}.md`, secretsTold(page.value.text, secret))}
              >
                {say('diary.export')}
              </Button>
            }
            className={styles['tabs']}
          >
            {view === 'story' || (view === 'mind' && mind === null) ? (
              <TheNight page={page.value} wanted={wanted} agent={agent} />
            ) : view === 'mind' && mind !== null ? (
              <Verdicts mind={mind} />
            ) : (
              <div className={styles['facts']}>
                <NightChanges night={page.value.receipt.nightId} />
                <Facts receipt={page.value.receipt} />
              </div>
            )}
          </Tabs>
        </>
      );
    default:
      return assertNever(page);
  }
}

const fates: Readonly<Record<DiaryDay['fate'], PlainKey>> = {
  missed: 'diary.noNight.missed',
  skipped: 'diary.noNight.skipped',
  failed: 'diary.noNight.failed',
  ran: 'diary.noNight.gone',
  empty: 'diary.noNight.gone',
  woken: 'diary.noNight.gone',
};

/** It was due and not dreamt, and this is why. */
function NoNight({ day }: { readonly day: DiaryDay }) {
  const { say } = useWords();
  const isOfClock = day.fate === 'missed' || day.fate === 'skipped';
  return (
    <EmptyState
      kind={day.fate === 'failed' ? 'failed' : 'missed'}
      title={say(fates[day.fate])}
      {...(isOfClock
        ? { actions: <Link href={pathTo('settings', 'schedule')}>{say('diary.toSchedule')}</Link> }
        : {})}
    >
      {day.record !== null && (
        <p>
          <Told text={day.record.because} />
        </p>
      )}
      <p>{say('tonight.failedSafe')}</p>
    </EmptyState>
  );
}

/** Words looked for, and in which nights they were found; null while nobody knows. */
function useFound(typed: string): Found {
  const { stores } = useApp();
  const wanted = useSettled(typed.trim());
  const found = useRemote(stores.diary.found.at(wanted));
  const known = found.kind === 'ready' ? found.value : null;
  const lines = known === null ? null : new Map(known.map((night) => [night.nightId, night.lines]));
  return {
    wanted,
    lines: wanted === '' ? null : lines,
    failure: found.kind === 'failed' ? found.failure : null,
  };
}

function Nights({ days, newest }: { readonly days: readonly DiaryDay[]; readonly newest: DiaryDay }) {
  const { say, formats } = useWords();
  const [, go] = useLocation();
  const { date } = useParams<{ readonly date?: string }>();
  const [view, setView] = useState<View>('story');
  const [agent, setAgent] = useState<AgentKind | null>(null);
  const [typed, setTyped] = useState('');
  const found = useFound(typed);
  const shown = days.filter((day) => isOfAgent(day, agent) && says(day, found.lines));
  const asked = days.find(({ day }) => day === date) ?? newest;
  // What was opened stays open where it is one of those; where none is, too.
  const chosen = shown.includes(asked) ? asked : (shown.findLast(({ night }) => night !== null) ?? asked);
  const choose = (day: string): void => go(pathTo('diary', day), { replace: true });
  const step = (by: 1 | -1): (() => void) | null => {
    const to =
      by === 1 ? shown.find(({ day }) => day > chosen.day) : shown.findLast(({ day }) => day < chosen.day);
    return to === undefined ? null : () => choose(to.day);
  };
  useActions({ 'list.previousNight': step(-1), 'list.nextNight': step(1) });
  return (
    <Page
      isFull
      title={formats.day(noonOf(chosen.day))}
      subtitle={say('place.diary')}
      actions={
        <>
          <ActionButton action="list.previousNight" tone="quiet" />
          <ActionButton action="list.nextNight" tone="quiet" />
        </>
      }
    >
      <div className={styles['desk']}>
        <aside className={styles['side']} aria-label={say('diary.calendar')}>
          <NightsIndex
            days={shown}
            agents={agentsOf(days)}
            agent={agent}
            onAgent={setAgent}
            typed={typed}
            onType={setTyped}
            found={found}
            chosen={chosen.day}
            onChoose={choose}
          />
        </aside>
        <article className={styles['night']} key={chosen.day} aria-label={formats.day(noonOf(chosen.day))}>
          {chosen.night === null ? (
            <NoNight day={chosen} />
          ) : (
            <Night day={chosen} agent={agent} wanted={found.wanted} view={view} onView={setView} />
          )}
        </article>
      </div>
    </Page>
  );
}

export function DiaryPage() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const nights = useRemote(stores.night.nights);
  const records = useRemote(stores.diary.records);
  const alone = (content: ReactNode) => <Page title={say('place.diary')}>{content}</Page>;
  const load = (): void => {
    void stores.night.nights.load();
    void stores.diary.records.load();
  };
  if (nights.kind === 'failed') return alone(<Failed failure={nights.failure} onRetry={load} />);
  if (records.kind === 'failed') return alone(<Failed failure={records.failure} onRetry={load} />);
  if (nights.kind === 'loading' || records.kind === 'loading') return alone(<Loading />);
  const days = daysOf(records.value, nights.value, (ms) => formats.isoDay(ms));
  const newest = days.findLast(({ night }) => night !== null) ?? days.at(-1);
  if (newest === undefined) {
    return alone(
      <EmptyState kind="first-run" title={say('diary.none')}>
        <p>{say('diary.noneText')}</p>
      </EmptyState>,
    );
  }
  return <Nights days={days} newest={newest} />;
}
