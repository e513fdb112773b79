// Marking a mask as no secret: where it stands and when that file was changed, what it would mean, and for what has the make
// of a real secret a second question. The value is nowhere to be seen: the file itself shows it.
import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/engine.ts';
import type { MaskLook, MaskPlace } from '../../shared/masked.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import { Check } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './Marks.module.css';
import { useMarkSecret } from './use-mark-secret.ts';
import { useReveal } from './use-reveal.ts';

interface LookProps {
  readonly look: MaskLook;
  /** Null where it is not asked a second time. */
  readonly isSure: boolean | null;
  readonly onSure: (isSure: boolean) => void;
}

function Look({ look, isSure, onSure }: LookProps) {
  const { say, formats, secret } = useWords();
  return (
    <>
      <div>
        <p className={styles['path']}>
          <PlainText text={look.path} />
        </p>
        <p className={styles['when']}>
          {say('notSecret.when', {
            changed: formats.moment(look.changedAtMs),
            read: formats.moment(look.readAtMs),
          })}
        </p>
      </div>
      {look.hasChanged && (
        <Banner tone="warn" title={say('notSecret.changed')}>
          <p>{say('notSecret.changedText')}</p>
        </Banner>
      )}
      {isSure !== null && (
        <>
          <div role="alert">
            <Banner tone="danger" title={say('notSecret.certain', { kind: secret(look.kind).slice(1, -1) })}>
              <p>{say('notSecret.certainText')}</p>
            </Banner>
          </div>
          <Check label={say('notSecret.sure')} isOn={isSure} onChange={onSure} />
        </>
      )}
    </>
  );
}

type Looking = MaskLook | Failure | null;
const isFailure = (found: MaskLook | Failure): found is Failure => 'happened' in found;

function useLook({ agent, session, turn, mark, turnHash }: MaskPlace): Looking {
  const { stores } = useApp();
  const [look, setLook] = useState<Looking>(null);
  useEffect(() => {
    let isGone = false;
    void stores.sources.lookAtMask({ agent, session, turn, mark, turnHash }).then((answer) => {
      if (!isGone) setLook(answer.ok ? answer.value : answer.error);
    });
    return () => void (isGone = true);
  }, [stores, agent, session, turn, mark, turnHash]);
  return look;
}

export interface NotSecretDialogProps {
  readonly place: MaskPlace;
  readonly kind: string;
  readonly onClose: () => void;
}

export function NotSecretDialog({ place, kind, onClose }: NotSecretDialogProps) {
  const { stores } = useApp();
  const { say, secret } = useWords();
  const found = useLook(place);
  const look = found === null || isFailure(found) ? null : found;
  // a tick, so that no double click says both words
  const [isSure, setIsSure] = useState<boolean | null>(null);
  const [isMarking, setIsMarking] = useState(false);
  const reveal = useReveal();
  const { again } = useMarkSecret();
  const mark = async ({ seen, isCertain }: MaskLook): Promise<void> => {
    if (isCertain && isSure === null) return setIsSure(false);
    setIsMarking(true);
    const answer = await stores.sources.markNotSecret({ place, seen, isSure: isSure === true });
    onClose();
    if (!answer.ok) return stores.news.fail(answer.error);
    const { number } = answer.value;
    stores.news.tell({
      title: say('notSecret.marked'),
      text: say('notSecret.markedText'),
      action: { label: say('notSecret.again'), run: () => void again(number) },
    });
    return undefined;
  };
  return (
    <Dialog
      title={say('notSecret.title', { kind: secret(kind).slice(1, -1) })}
      description={say('notSecret.text')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button onClick={() => void reveal(place)}>{say('evidence.openLocation')}</Button>
          <Button
            tone={isSure === null ? 'primary' : 'danger'}
            disabled={look === null || isMarking || isSure === false}
            onClick={() => look !== null && void mark(look)}
          >
            {say('notSecret.mark')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {found === null && <Loading />}
        {found !== null && isFailure(found) && <FailureBanner failure={found} />}
        {look !== null && <Look look={look} isSure={isSure} onSure={setIsSure} />}
      </div>
    </Dialog>
  );
}
