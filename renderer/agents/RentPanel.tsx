// What memory costs: the tokens that each line took in the sessions of the last thirty days, the dearest first.
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';

const rowsMax = 12;

/** Nothing where nothing was loaded yet. */
export function RentPanel() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const all = useValue(stores.served.receipts);
  const paying = (all?.receipts ?? []).filter(({ rentTokens }) => rentTokens > 0);
  if (all === null || paying.length === 0) return null;
  return (
    <Panel title={say('serving.rentTitle', { tokens: formats.number(all.rentTokens) })}>
      <Table
        caption={say('serving.rentCaption')}
        isCaptionHidden
        columns={[
          { title: say('serving.line') },
          { title: say('serving.tokens'), isNumber: true },
          { title: say('serving.loads'), isNumber: true },
          { title: say('serving.rentMonth'), isNumber: true },
          { title: say('serving.again'), isNumber: true },
        ]}
        rows={paying.slice(0, rowsMax).map((receipt) => ({
          key: receipt.id,
          cells: [
            <PlainText key="text" text={receipt.text} />,
            formats.number(receipt.tokens),
            formats.number(receipt.loaded),
            formats.number(receipt.rentTokens),
            formats.number(receipt.violated),
          ],
        }))}
      />
    </Panel>
  );
}
