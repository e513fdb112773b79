// The run trace: every call of a night, what left the machine, what was decided for it, and how it was graded.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { NightTrace } from '../../shared/models.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { useNow } from '../app/use-now.ts';
import { saveText } from '../diary/save-text.ts';
import { newestTrace } from '../stores/model.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Calls } from './Calls.tsx';
import { isUnderWay, redacted } from './calls.ts';
import { CallStrip } from './CallStrip.tsx';
import { MindSummary } from './MindSummary.tsx';
import { SentList } from './SentList.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './TracePage.module.css';
import { Verdicts } from './Verdicts.tsx';

type View = 'calls' | 'timeline' | 'sent' | 'verdicts';

function CopyButton({ trace }: { readonly trace: NightTrace }) {
  const { stores } = useApp();
  const { say } = useWords();
  const copy = async (): Promise<void> => {
    const report = JSON.stringify(redacted(trace.calls), null, 2);
    try {
      await navigator.clipboard.writeText(report);
      stores.news.tell({ title: say('trace.copied') });
    } catch {
      // A shell may let no page near the clipboard: the file is the other way.
      saveText(`slowwave-trace-${trace.nightId}.json`, report);
      stores.news.tell({ title: say('trace.saved') });
    }
  };
  return (
    <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy()}>
      {say('trace.copy')}
    </Button>
  );
}

function Content({ trace, view }: { readonly trace: NightTrace; readonly view: View }) {
  const { say } = useWords();
  const isLive = trace.calls.some(isUnderWay);
  const now = useNow(isLive ? 1_000 : 60_000);
  switch (view) {
    case 'calls':
      return <Calls calls={trace.calls} />;
    case 'timeline':
      return <Timeline calls={trace.calls} nowMs={now} />;
    case 'sent':
      return <SentList calls={trace.calls} />;
    case 'verdicts':
      return trace.mind === null ? (
        <p className={styles['words']}>{say('mind.noGrading')}</p>
      ) : (
        <Verdicts mind={trace.mind} />
      );
    default:
      return assertNever(view);
  }
}

function Ready({ trace }: { readonly trace: NightTrace }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [view, setView] = useState<View>('calls');
  const now = useNow(trace.mind === null ? 1_000 : 60_000);
  const settings = useValue(stores.settings.settings);
  const night = (useValue(stores.night.nights) ?? []).find(({ nightId }) => nightId === trace.nightId);
  const first = trace.calls[0];
  const startedAtMs = night?.startedAtMs ?? first?.beganAtMs ?? null;
  const day = startedAtMs === null ? null : say('trace.night', { day: formats.day(startedAtMs) });
  const isRunning = (useValue(stores.night.state)?.running ?? null) !== null && trace.mind === null;
  if (trace.calls.length === 0) {
    return (
      <Page title={say('trace.title')} subtitle={day ?? undefined}>
        <EmptyState kind="empty" title={say('trace.noneThis')}>
          <p>{say('trace.noneThisText')}</p>
        </EmptyState>
      </Page>
    );
  }
  const tabs = (['calls', 'timeline', 'sent', 'verdicts'] as const).map((value) => ({
    value,
    label: say(`trace.${value}`),
    ...(value === 'calls' ? { count: trace.calls.length } : {}),
  }));
  return (
    <Page
      title={say('trace.title')}
      subtitle={[day, isRunning ? say('trace.live') : null].filter((part) => part !== null).join(' · ')}
      actions={
        <>
          {night !== undefined && (
            <Link className={styles['diary']} href={pathTo('diary', formats.isoDay(night.startedAtMs))}>
              {say('trace.diary')}
            </Link>
          )}
          <CopyButton trace={trace} />
        </>
      }
    >
      <Panel>
        {trace.mind !== null && <MindSummary mind={trace.mind} nightId={null} />}
        <CallStrip calls={trace.calls} usdMax={settings?.budget.usdPerNight ?? 0} nowMs={now} />
      </Panel>
      <Panel>
        <Tabs label={say('trace.views')} value={view} onChange={setView} tabs={tabs}>
          <div className={styles['view']}>
            <Content trace={trace} view={view} />
          </div>
        </Tabs>
      </Panel>
    </Page>
  );
}

export function TracePage() {
  const { stores } = useApp();
  const { say } = useWords();
  const { night } = useParams<{ readonly night?: string }>();
  const store = stores.model.trace.at(night ?? newestTrace);
  const trace = useRemote(store);
  switch (trace.kind) {
    case 'loading':
      return (
        <Page title={say('trace.title')}>
          <Loading />
        </Page>
      );
    case 'failed':
      return (
        <Page title={say('trace.title')}>
          {trace.failure.kind === 'not-found' ? (
            <EmptyState
              kind="first-run"
              title={say('trace.none')}
              actions={<Link href={pathTo('settings', 'model')}>{say('model.toSettings')}</Link>}
            >
              <p>{say('trace.noneText')}</p>
            </EmptyState>
          ) : (
            <Failed failure={trace.failure} onRetry={() => void store.load()} />
          )}
        </Page>
      );
    case 'ready':
      return <Ready trace={trace.value} />;
    default:
      return assertNever(trace);
  }
}
