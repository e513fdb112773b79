// Every state of a file that was seen and kept: compared, pinned, and brought back to the byte.
import { useState } from 'react';
import type { FileCopy } from '../../shared/agent-files.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Confirm } from './Confirm.tsx';
import { History, type Hand } from './History.tsx';
import { useRestore } from './use-restore.ts';

export interface CopyRailProps {
  readonly path: string;
  readonly copies: readonly FileCopy[];
  readonly marked: readonly number[];
  readonly onMark: (number: number) => void;
}

const hands: Readonly<Record<FileCopy['by'], Hand>> = {
  us: 'dream',
  others: 'agent',
  'first-seen': 'import',
};

export function CopyRail({ path, copies, marked, onMark }: CopyRailProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const { restore } = useRestore();
  const one = marked.length === 1 ? copies.find(({ copy }) => copy === marked[0]) : undefined;
  // Somebody else has written it since: what they wrote need not go.
  const isForeign = copies[0]?.by === 'others' && !copies[0].isGone;
  // The bytes that stood there before, brought back by whomever: its name is that of its content.
  const sameAs = (copy: FileCopy): number | null =>
    copies.find((older) => older.copy < copy.copy && older.name === copy.name && copy.name !== null)?.copy ??
    null;
  const isNewest = one !== undefined && one === copies[0];
  const pin = async (copy: FileCopy): Promise<void> => {
    const failure = await stores.memory.pinCopy(path, copy.copy, !copy.isPinned);
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <History
      title={say('memory.copies')}
      rows={copies.map((copy) => ({
        number: copy.copy,
        hand: hands[copy.by],
        who: [
          say(`memory.by.${copy.by}`),
          copy.name && say('memory.copyName', { n: copy.copy, name: copy.name }),
        ]
          .filter(Boolean)
          .join(' · '),
        atMs: copy.seenAtMs,
        added: copy.linesAdded,
        removed: copy.linesRemoved,
        text: copy.isGone
          ? say('memory.gone')
          : sameAs(copy) === null
            ? null
            : say('memory.asCopy', { n: sameAs(copy) ?? 0 }),
        origin: sameAs(copy),
        chips: copy.isPinned ? [say('memory.pinned')] : [],
      }))}
      marked={marked}
      onMark={onMark}
    >
      {one !== undefined && (
        <>
          {!isNewest && <Button onClick={() => setIsAsking(true)}>{say('memory.restoreFile')}</Button>}
          <Button aria-pressed={one.isPinned} onClick={() => void pin(one)}>
            {say(one.isPinned ? 'memory.unpin' : 'memory.pinCopy')}
          </Button>
          <Confirm
            title={say('memory.restoreFileTitle', { day: formats.moment(one.seenAtMs) })}
            text={[
              say(one.isGone ? 'memory.restoreGoneText' : 'memory.restoreFileText', { path }),
              isForeign && !one.isGone
                ? say('memory.changedSince', { copy: `${path}.copy-${one.copy}` })
                : '',
            ].join(' ')}
            verb={say('memory.restoreFileDo')}
            isOpen={isAsking}
            onClose={() => setIsAsking(false)}
            onDo={() => void restore([one.copy])}
            other={
              isForeign && !one.isGone
                ? { verb: say('memory.keepBoth'), onDo: () => void restore([one.copy], 'beside') }
                : null
            }
          />
        </>
      )}
    </History>
  );
}
