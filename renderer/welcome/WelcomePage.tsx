// The first steps: what was found, what may be read, who dreams, and when. Each can be passed over; the window is usable
// all the while, and nothing leaves the computer.
import { Check as CheckMark } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useStore } from 'zustand';
import type { Settings } from '../../shared/settings.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { Dreaming } from './Dreaming.tsx';
import { Found } from './Found.tsx';
import { Reading } from './Reading.tsx';
import { stepBeside, stepFrom, stepName, steps, type Step } from './steps.ts';
import { useFinish } from './use-finish.ts';
import styles from './WelcomePage.module.css';
import { When } from './When.tsx';

function Trail({ here }: { readonly here: Step }) {
  const { say } = useWords();
  const at = steps.indexOf(here);
  return (
    <nav aria-label={say('welcome.steps')}>
      <ol className={styles['trail']}>
        {steps.map((step, i) => (
          <li key={step}>
            <Link
              href={pathTo('welcome', step)}
              className={styles['step']}
              aria-current={i === at ? 'step' : undefined}
            >
              <span className={styles['number']} aria-hidden="true">
                {i < at ? <CheckMark size={12} /> : i + 1}
              </span>
              {say(stepName[step])}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepProps {
  readonly step: Step;
  readonly settings: Settings;
}

function Content({ step, settings }: StepProps) {
  switch (step) {
    case 'found':
      return <Found />;
    case 'reading':
      return <Reading settings={settings} />;
    case 'dreaming':
      return <Dreaming settings={settings} />;
    case 'when':
      return <When settings={settings} />;
    default:
      return assertNever(step);
  }
}

function Moves({ step }: { readonly step: Step }) {
  const { say } = useWords();
  const { stores } = useApp();
  const [, go] = useLocation();
  const { finish } = useFinish();
  const [before, after] = [stepBeside(step, -1), stepBeside(step, 1)];
  // One primary deed at a time: until something was read, that is the first step's own.
  const isReading = useStore(stores.sources.scanned) === null && step === 'found';
  return (
    <footer className={styles['moves']}>
      {before !== null && (
        <Button onClick={() => go(pathTo('welcome', before))}>{say('welcome.back')}</Button>
      )}
      {after === null ? (
        <Button tone="primary" onClick={() => finish(pathTo('tonight'))}>
          {say('welcome.done')}
        </Button>
      ) : (
        <Button tone={isReading ? 'plain' : 'primary'} onClick={() => go(pathTo('welcome', after))}>
          {say('welcome.next')}
        </Button>
      )}
    </footer>
  );
}

/** A step has its own heading, and each move brings the focus to it. */
function StepPanel({ step, settings }: StepProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  return (
    <Panel>
      <h2 ref={heading} tabIndex={-1} className={styles['heading']}>
        {say(stepName[step])}
      </h2>
      <Content step={step} settings={settings} />
      <Moves step={step} />
    </Panel>
  );
}

export function WelcomePage() {
  const { stores } = useApp();
  const { say } = useWords();
  const { step: name } = useParams<{ readonly step?: string }>();
  const step = stepFrom(name);
  const settings = useRemote(stores.settings.settings);
  const { finish } = useFinish();
  const content = () => {
    switch (settings.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={settings.failure} onRetry={() => void stores.settings.settings.load()} />;
      case 'ready':
        return <StepPanel step={step} settings={settings.value} />;
      default:
        return assertNever(settings);
    }
  };
  return (
    <Page
      title={say('welcome.title')}
      actions={
        <Button tone="quiet" onClick={() => finish(pathTo('tonight'))}>
          {say('welcome.skip')}
        </Button>
      }
    >
      <p className={styles['lead']}>{say('welcome.lead')}</p>
      <Trail here={step} />
      {content()}
    </Page>
  );
}
