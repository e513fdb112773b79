// The guard: what others did to memory files in the last thirty days, each with its difference and the way back.
import { useState } from 'react';
import type { FileDeed, GuardReport } from '../../shared/agent-files.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { EmptyState } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import { Asked } from './CompareView.tsx';
import { Confirm } from './Confirm.tsx';
import styles from './OthersView.module.css';
import { useRestore } from './use-restore.ts';

const tones = { added: 'add', changed: 'acc', removed: 'del' } as const;

interface DeedProps {
  readonly deed: FileDeed;
  readonly onUndo: (deeds: readonly FileDeed[]) => void;
}

function Deed({ deed, onUndo }: DeedProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles['deed']}>
      <div className={styles['line']}>
        <Chip tone={tones[deed.what]}>{say(`memory.deed.${deed.what}`)}</Chip>
        <span className={styles['path']}>
          <PlainText text={deed.path} />
        </span>
        <span className={styles['meta']}>
          {agentName(deed.agent, say)} · +{formats.number(deed.linesAdded)} −
          {formats.number(deed.linesRemoved)}
        </span>
        <span className={styles['hands']}>
          <Button isSmall tone="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {say(isOpen ? 'memory.hideDiff' : 'memory.showDiff')}
          </Button>
          {deed.what !== 'added' && (
            <Button isSmall onClick={() => onUndo([deed])}>
              {say(deed.what === 'removed' ? 'memory.bringBack' : 'memory.asBefore')}
            </Button>
          )}
        </span>
      </div>
      {isOpen && (
        <Asked store={stores.memory.copyDiff.at(String(deed.copy))}>
          {(diff) => <FileDiff diff={diff} />}
        </Asked>
      )}
    </li>
  );
}

export function OthersView({ report }: { readonly report: GuardReport }) {
  const { say } = useWords();
  const { undoDeeds } = useRestore();
  const [asking, setAsking] = useState<readonly FileDeed[] | null>(null);
  const removed = report.deeds.filter(({ what }) => what === 'removed');
  return (
    <div className={styles['all']}>
      {report.deeds.length === 0 ? (
        <EmptyState kind="all-done" title={say('memory.othersNone')}>
          <p>{say('memory.othersNoneText', { count: report.files })}</p>
        </EmptyState>
      ) : (
        <>
          <ul className={styles['sentences']}>
            {report.sentences.map((sentence) => (
              <li key={sentence}>
                <Told text={sentence} />
              </li>
            ))}
          </ul>
          {removed.length > 1 && (
            <Button className={styles['many']} onClick={() => setAsking(removed)}>
              {say('memory.bringBackAll', { count: removed.length })}
            </Button>
          )}
          <ul>
            {report.deeds.map((deed) => (
              <Deed key={deed.copy} deed={deed} onUndo={setAsking} />
            ))}
          </ul>
        </>
      )}
      {report.unread.length > 0 && (
        <Banner tone="warn" title={say('memory.unread', { count: report.unread.length })}>
          <PlainText text={report.unread.map(({ path, why }) => `${path}: ${why}`).join('\n')} />
        </Banner>
      )}
      <Confirm
        title={say('memory.undoDeedsTitle', { count: asking?.length ?? 0 })}
        text={say('memory.undoDeedsText')}
        verb={say('memory.undoDeedsDo')}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onDo={() => asking !== null && void undoDeeds(asking)}
      />
    </div>
  );
}
