// What nearly passed, the gate that stopped it, and what would have let it through.
import type { Receipt } from '../../shared/dream.ts';
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';

// More would be a list to work through, and it is only an explanation.
const shownMax = 3;

export function NearMisses({ misses }: { readonly misses: Receipt['nearestMisses'] }) {
  const { say, formats } = useWords();
  return (
    <Table
      caption={say('tonight.nearMisses')}
      columns={[
        { title: say('tonight.nearMiss') },
        { title: say('tonight.score'), isNumber: true },
        { title: say('tonight.gate') },
        { title: say('tonight.flip') },
      ]}
      rows={misses.slice(0, shownMax).map(({ text, score, gate, flip }, i) => ({
        key: String(i),
        cells: [<PlainText key="text" text={text} />, formats.score(score), say(`gate.${gate}`), flip],
      }))}
    />
  );
}
