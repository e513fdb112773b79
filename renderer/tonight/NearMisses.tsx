// What nearly passed, the gate that stopped it, and what would have let it through; its owner may keep one anyway.
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Receipt } from '../../shared/dream.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { Told } from '../ui/Told.tsx';

// More would be a list to work through, and it is only an explanation.
const shownMax = 3;

function KeepAnyway({ text }: { readonly text: string }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const [isDone, setIsDone] = useState(false);
  const keep = async (): Promise<void> => {
    const answer = await stores.night.keepAnyway(text);
    if (!answer.ok) return stores.news.fail(answer.error);
    setIsDone(true);
    const id = answer.value[0]?.change.id;
    stores.news.tell({
      title: say('tonight.keptAnyway'),
      text: say('tonight.keptAnywayText'),
      ...(id === undefined
        ? {}
        : { action: { label: say('action.openReview'), run: () => go(pathTo('review', 'latest', id)) } }),
    });
    await stores.review.items.refresh();
    return undefined;
  };
  return (
    <Button
      isSmall
      disabled={isDone}
      aria-label={say('tonight.keepThisAnyway', { text })}
      onClick={() => void keep()}
    >
      {say(isDone ? 'tonight.kept' : 'tonight.keepAnyway')}
    </Button>
  );
}

export interface NearMissesProps {
  readonly misses: Receipt['nearestMisses'];
  /** Of the newest night, and no preview: only what it turned down can still be kept. */
  readonly canKeep?: boolean;
}

export function NearMisses({ misses, canKeep = false }: NearMissesProps) {
  const { say, formats } = useWords();
  return (
    <Table
      caption={say('tonight.nearMisses')}
      columns={[
        { title: say('tonight.nearMiss') },
        { title: say('tonight.score'), isNumber: true },
        { title: say('tonight.gate'), isShort: true },
        { title: say('tonight.flip') },
        ...(canKeep ? [{ title: say('tonight.yours'), isShort: true }] : []),
      ]}
      rows={misses.slice(0, shownMax).map(({ text, score, gate, flip }, i) => ({
        key: String(i),
        cells: [
          <PlainText key="text" text={text} />,
          formats.score(score),
          say(`gate.${gate}`),
          <Told key="flip" text={flip} />,
          ...(canKeep ? [<KeepAnyway key="keep" text={text} />] : []),
        ],
      }))}
    />
  );
}
