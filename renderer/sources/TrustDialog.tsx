// Believing an agent's sessions nothing, at all times or from one day to another: what it would change is shown first,
// and it can be taken back.
import { useEffect, useState } from 'react';
import { epochMs } from '../../shared/ids.ts';
import type { TrustEffect, TrustWindow } from '../../shared/quarantine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './Quarantine.module.css';
import { dayBegins, dayEnds } from './days.ts';

/** Null where either day is none, or the second comes first. */
function windowOf(from: string, until: string): TrustWindow | null {
  const [fromMs, untilMs] = [dayBegins(from), dayEnds(until)];
  if (fromMs === 'wrong' || untilMs === 'wrong') return null;
  if (fromMs !== null && untilMs !== null && fromMs > untilMs) return null;
  return {
    fromMs: fromMs === null ? null : epochMs(fromMs),
    untilMs: untilMs === null ? null : epochMs(untilMs),
  };
}

function useEffectOf(place: string, window: TrustWindow | null): TrustEffect | null {
  const { stores } = useApp();
  const [effect, setEffect] = useState<TrustEffect | null>(null);
  const key = JSON.stringify(window);
  useEffect(() => {
    let isGone = false;
    setEffect(null);
    if (window !== null) {
      void stores.quarantine.trustEffect(place, window).then((answer) => {
        if (isGone) return;
        if (answer.ok) setEffect(answer.value);
        else stores.news.fail(answer.error);
      });
    }
    return () => void (isGone = true);
    // the window is made anew with each look; what it says is what counts
  }, [stores, place, key]);
  return effect;
}

function Effect({ effect }: { readonly effect: TrustEffect }) {
  const { say } = useWords();
  return (
    <div className={styles['words']}>
      <p>{say('trust.sessions', { count: effect.sessions })}</p>
      {effect.entries.length === 0 ? (
        <p className={styles['note']}>{say('trust.noEntries')}</p>
      ) : (
        <ul aria-label={say('trust.entries')}>
          {effect.entries.map((entry) => (
            <li key={entry.id}>
              <PlainText text={entry.text} />{' '}
              <span className={styles['note']}>{say(entry.isAlone ? 'trust.wouldGo' : 'trust.stays')}</span>
            </li>
          ))}
          {effect.files.map((file) => (
            <li key={file}>
              → <PlainText text={file} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export interface TrustDialogProps {
  readonly agent: string;
  readonly onClose: () => void;
}

export function TrustDialog({ agent, onClose }: TrustDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const window = windowOf(from, until);
  const effect = useEffectOf(agent, window);
  const set = async (): Promise<void> => {
    const failure = await stores.quarantine.setTrust(agent, 'nobody', window);
    onClose();
    if (failure === null) stores.news.tell({ title: say('trust.set') });
    else stores.news.fail(failure);
  };
  const complaint = (text: string): string | null =>
    dayBegins(text) === 'wrong' ? say('trust.wrongDay') : null;
  return (
    <Dialog
      title={say('trust.title', { agent: agentName(agent, say) })}
      description={say('trust.text')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="danger" disabled={effect === null} onClick={() => void set()}>
            {say('trust.do')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Field
          label={say('trust.from')}
          placeholder="2026-11-03"
          value={from}
          onChange={setFrom}
          complaint={complaint(from)}
        />
        <Field
          label={say('trust.until')}
          placeholder="2026-11-10"
          value={until}
          onChange={setUntil}
          complaint={complaint(until) ?? (window === null ? say('trust.endsBefore') : null)}
        />
      </div>
      {window !== null && (effect === null ? <Loading /> : <Effect effect={effect} />)}
    </Dialog>
  );
}
