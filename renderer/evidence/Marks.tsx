// The masks in a turn, each with the words around it: its owner may say of one that it hides no secret.
import { useState } from 'react';
import type { EvidenceView, TranscriptTurn } from '../../shared/contract.ts';
import { marksIn, type Mark } from '../../shared/masked-words.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './Marks.module.css';
import { NotSecretDialog } from './NotSecretDialog.tsx';

// More in one turn are a list of settings; "slowwave masked allow" names any of them.
const marksMax = 20;
// A few words: the whole stands right above.
const aroundMax = 24;

export interface MarksProps {
  readonly view: EvidenceView;
  readonly turn: TranscriptTurn;
}

export function Marks({ view, turn }: MarksProps) {
  const { say, secret } = useWords();
  const [asked, setAsked] = useState<Mark | null>(null);
  const { turnHash } = turn;
  const marks = turnHash === null ? [] : marksIn(turn.text);
  if (turnHash === null || marks.length === 0) return null;
  return (
    <>
      <ul className={styles['marks']} aria-label={say('evidence.marks')}>
        {marks.slice(0, marksMax).map((one) => (
          <li key={one.mark} className={styles['mark']}>
            <span>
              <PlainText
                text={`${one.before.slice(-aroundMax)}⟦masked:${one.kind}⟧${one.after.slice(0, aroundMax)}`}
              />
            </span>
            <Button
              isSmall
              aria-haspopup="dialog"
              aria-label={say('evidence.notSecretNamed', { kind: secret(one.kind), at: one.mark })}
              onClick={() => setAsked(one)}
            >
              {say('evidence.notSecret')}
            </Button>
          </li>
        ))}
        {marks.length > marksMax && <li>{say('evidence.marksLeft', { count: marks.length - marksMax })}</li>}
      </ul>
      {asked !== null && (
        <NotSecretDialog
          place={{ agent: view.agent, session: view.session, turn: turn.ordinal, mark: asked.mark, turnHash }}
          kind={asked.kind}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
