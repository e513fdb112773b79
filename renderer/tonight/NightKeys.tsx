// Dreaming and waking, from whatever screen one is on. Waking asks once.
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Running } from '../../shared/contract.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { isFirstRun } from './first-run.ts';
import { useNightHands } from './use-night-hands.ts';

function WakeDialog({
  running,
  isOpen,
  onClose,
}: {
  readonly running: Running;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const hands = useNightHands();
  const passed = running.passed ?? 0;
  const text = (): string => {
    if (running.kind === 'import') return say('live.wakeImportText');
    return passed > 0 ? say('live.wakePassed', { count: passed }) : say('live.wakeText');
  };
  return (
    <Dialog
      title={say('live.wakeTitle')}
      description={text()}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('live.keepGoing')}</Button>
          <Button
            tone="primary"
            onClick={() => {
              onClose();
              hands.wake();
            }}
          >
            {say('action.wake')}
          </Button>
        </>
      }
    />
  );
}

export function NightKeys() {
  const { stores } = useApp();
  const [, go] = useLocation();
  const hands = useNightHands();
  const night = useValue(stores.night.state);
  const hasRead = useValue(stores.facts)?.hasStore ?? true;
  const [isAsking, setIsAsking] = useState(false);
  const running = night?.running ?? null;
  const canStart = night !== null && running === null && !isFirstRun(night, hasRead);
  const start = (): void => {
    hands.start();
    go(pathTo('tonight'));
  };
  useActions({
    'night.start': canStart ? start : null,
    'night.wake': running === null || running.isWaking ? null : () => setIsAsking(true),
  });
  if (running === null) return null;
  return <WakeDialog running={running} isOpen={isAsking} onClose={() => setIsAsking(false)} />;
}
