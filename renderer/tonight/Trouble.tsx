// What can be done about a night that failed: go on from what is kept, another model, its log, and a report that its owner
// reads before anybody else does.
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Running } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { saveText } from '../diary/save-text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './Trouble.module.css';
import { useNightHands } from './use-night-hands.ts';

type Text = Result<{ readonly text: string | null }, Failure>;

/** Asked anew each time it is opened. */
function useText(call: 'app.report' | 'app.log'): Text | null {
  const { bridge } = useApp();
  const [text, setText] = useState<Text | null>(null);
  useEffect(() => {
    let isGone = false;
    void bridge.call(call, {}).then((answer) => {
      if (!isGone) setText(answer);
    });
    return () => {
      isGone = true;
    };
  }, [bridge, call]);
  return text;
}

interface ShownProps {
  readonly text: Text | null;
  readonly label: string;
  readonly onRetry: () => void;
}

function Shown({ text, label, onRetry }: ShownProps) {
  const { say } = useWords();
  if (text === null) return <Loading />;
  if (!text.ok) return <Failed failure={text.error} onRetry={onRetry} />;
  if (text.value.text === null) return <p>{say('trouble.noLog')}</p>;
  return (
    <pre className={styles['text']} tabIndex={0} role="group" aria-label={label} lang="en">
      <PlainText text={text.value.text} />
    </pre>
  );
}

function LogDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const text = useText('app.log');
  const title = say('trouble.logTitle');
  return (
    <Dialog
      title={title}
      description={say('trouble.logText')}
      isOpen
      isWide
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('action.close')}</Button>}
    >
      <Shown text={text} label={title} onRetry={onClose} />
    </Dialog>
  );
}

function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { stores } = useApp();
  const { say } = useWords();
  const text = useText('app.report');
  const title = say('trouble.reportTitle');
  const words = text?.ok === true ? text.value.text : null;
  const copy = async (): Promise<void> => {
    if (words === null) return;
    try {
      await navigator.clipboard.writeText(words);
      stores.news.tell({ title: say('trouble.reportCopied') });
    } catch {
      // A shell may let no page near the clipboard: the file is the other way.
      saveText('slowwave-report.md', words);
    }
  };
  return (
    <Dialog
      title={title}
      description={say('trouble.reportText')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.close')}</Button>
          <Button disabled={words === null} onClick={() => saveText('slowwave-report.md', words ?? '')}>
            {say('trouble.reportSave')}
          </Button>
          <Button tone="primary" disabled={words === null} onClick={() => void copy()}>
            {say('trouble.reportCopy')}
          </Button>
        </>
      }
    >
      <Shown text={text} label={title} onRetry={onClose} />
    </Dialog>
  );
}

/** `kind`: of the run that failed; a night where it is left out. */
export function Trouble({ kind = 'dream' }: { readonly kind?: Running['kind'] }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const hands = useNightHands();
  const [shown, setShown] = useState<'log' | 'report' | null>(null);
  const hasModel = (useValue(stores.settings.settings)?.model.choice ?? 'none') !== 'none';
  const close = (): void => setShown(null);
  return (
    <>
      {kind === 'dream' && <Button onClick={hands.start}>{say('trouble.retryHere')}</Button>}
      {kind === 'dream' && hasModel && (
        <Button onClick={() => go(pathTo('settings', 'model'))}>{say('trouble.otherModel')}</Button>
      )}
      <Button tone="quiet" onClick={() => setShown('log')}>
        {say('trouble.showLog')}
      </Button>
      <Button tone="quiet" onClick={() => setShown('report')}>
        {say('trouble.report')}
      </Button>
      {shown === 'log' && <LogDialog onClose={close} />}
      {shown === 'report' && <ReportDialog onClose={close} />}
    </>
  );
}
