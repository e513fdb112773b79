// Every version of memory, and what can be done with one: look back to it, bring it back as a new one, take back its night.
import { useState } from 'react';
import type { VersionSummary } from '../../shared/engine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Confirm } from './Confirm.tsx';
import { History } from './History.tsx';

export interface VersionRailProps {
  readonly versions: readonly VersionSummary[];
  readonly marked: readonly number[];
  readonly onMark: (number: number) => void;
  readonly onLookBack: (atMs: number) => void;
}

function useVersionHands(newest: number) {
  const { stores } = useApp();
  const { say } = useWords();
  const rollBack = async (to: number): Promise<void> => {
    const answer = await stores.memory.rollBack(to);
    if (!answer.ok) return stores.news.fail(answer.error);
    stores.news.tell({
      title: say('memory.restored', { number: answer.value.number, to }),
      text: say('memory.filesFollow'),
      action: { label: say('memory.undo'), run: () => void rollBack(newest) },
    });
    return undefined;
  };
  const takeBack = async (night: string): Promise<void> => {
    const answer = await stores.memory.takeBackNight(night);
    if (!answer.ok) return stores.news.fail(answer.error);
    const { takenBack, conflicts } = answer.value;
    const stays = conflicts.map(({ because }) => because).join(' ');
    stores.news.tell({
      title: say('diary.takenBack', { count: takenBack.length }),
      text: stays === '' ? say('memory.filesFollow') : `${say('diary.stays')} ${stays}`,
    });
    return undefined;
  };
  return { rollBack, takeBack };
}

function OneVersion({
  version,
  newest,
  onLookBack,
}: {
  readonly version: VersionSummary;
  readonly newest: number;
  readonly onLookBack: (atMs: number) => void;
}) {
  const { say } = useWords();
  const [asking, setAsking] = useState<'restore' | 'night' | null>(null);
  const hands = useVersionHands(newest);
  const { number, nightId, createdAtMs } = version;
  const close = (): void => setAsking(null);
  return (
    <>
      <Button onClick={() => onLookBack(createdAtMs)}>{say('memory.lookBack')}</Button>
      {number !== newest && (
        <Button onClick={() => setAsking('restore')}>{say('memory.restoreVersion')}</Button>
      )}
      {nightId !== null && <Button onClick={() => setAsking('night')}>{say('diary.rollBack')}</Button>}
      <Confirm
        title={say('memory.restoreTitle', { number })}
        text={say('memory.restoreText', { number, next: newest + 1 })}
        verb={say('memory.restoreDo')}
        isOpen={asking === 'restore'}
        onClose={close}
        onDo={() => void hands.rollBack(number)}
      />
      <Confirm
        title={say('diary.rollBackTitle')}
        text={say('diary.rollBackText')}
        verb={say('diary.rollBackDo')}
        isDanger
        isOpen={asking === 'night'}
        onClose={close}
        onDo={() => nightId !== null && void hands.takeBack(nightId)}
      />
    </>
  );
}

export function VersionRail({ versions, marked, onMark, onLookBack }: VersionRailProps) {
  const { say } = useWords();
  const newest = versions[0]?.number ?? 0;
  const one = marked.length === 1 ? versions.find(({ number }) => number === marked[0]) : undefined;
  return (
    <History
      title={say('memory.versions')}
      rows={versions.map((version) => ({
        number: version.number,
        hand: version.author,
        who: say('memory.versionBy', { number: version.number, who: say(`memory.hand.${version.author}`) }),
        atMs: version.createdAtMs,
        added: version.added,
        removed: version.closed,
        text: version.reason,
      }))}
      marked={marked}
      onMark={onMark}
    >
      {one !== undefined && <OneVersion version={one} newest={newest} onLookBack={onLookBack} />}
    </History>
  );
}
