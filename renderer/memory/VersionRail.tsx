// Every version of memory, and what can be done with one: look back to it, bring it back as a new one, take back its night.
import { useState } from 'react';
import type { VersionSummary } from '../../shared/engine.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { History, type HistoryRow } from './History.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';

export interface VersionRailProps {
  readonly versions: readonly VersionSummary[];
  readonly marked: readonly number[];
  readonly onMark: (number: number) => void;
  readonly onLookBack: (atMs: number) => void;
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
  const { number, nightId, createdAtMs } = version;
  const close = (): void => setAsking(null);
  return (
    <>
      <Button onClick={() => onLookBack(createdAtMs)}>{say('memory.lookBack')}</Button>
      {number !== newest && (
        <Button onClick={() => setAsking('restore')}>{say('memory.restoreVersion')}</Button>
      )}
      {nightId !== null && <Button onClick={() => setAsking('night')}>{say('diary.rollBack')}</Button>}
      {asking === 'restore' && (
        <TakeBackDialog
          target={{ kind: 'version', version: number }}
          title={say('memory.restoreTitle', { number })}
          text={say('memory.restoreText', { number, next: newest + 1 })}
          verb={say('memory.restoreDo')}
          onClose={close}
        />
      )}
      {asking === 'night' && nightId !== null && (
        <TakeBackDialog
          target={{ kind: 'night', id: nightId }}
          title={say('diary.rollBackTitle')}
          onClose={close}
        />
      )}
    </>
  );
}

export function VersionRail({ versions, marked, onMark, onLookBack }: VersionRailProps) {
  const { stores } = useApp();
  const { say, told, formats } = useWords();
  const newest = versions[0]?.number ?? 0;
  const nights = useValue(stores.night.nights) ?? [];
  const nightOf = (id: VersionSummary['nightId']): NonNullable<HistoryRow['link']> | null => {
    const night = id === null ? undefined : nights.find(({ nightId }) => nightId === id);
    if (night === undefined) return null;
    const { startedAtMs } = night;
    return {
      href: pathTo('diary', formats.isoDay(startedAtMs)),
      words: say('memory.letIn.night', { day: formats.date(startedAtMs) }),
    };
  };
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
        text: told(version.reason),
        origin: version.restores ?? null,
        link: nightOf(version.nightId),
      }))}
      marked={marked}
      onMark={onMark}
    >
      {one !== undefined && <OneVersion version={one} newest={newest} onLookBack={onLookBack} />}
    </History>
  );
}
