// The table of prices that every cost is reckoned with; its owner corrects what has changed.
import { useState } from 'react';
import type { PriceList, PriceRow } from '../../shared/models.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './BudgetSection.module.css';
import { Group } from './Group.tsx';
import { readAmount } from './readings.ts';

/** Prices change a few times a year. */
const oldAfterMs = 183 * 86_400_000;

// The dearest that the app takes (electron/door/pieces.ts).
const readPrice = readAmount({ min: 0, max: 10_000 });

interface EditingProps {
  /** Null: a model that has none yet. */
  readonly row: PriceRow | null;
  readonly onClose: () => void;
}

function Editing({ row, onClose }: EditingProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [name, setName] = useState(row?.model ?? '');
  const [input, setInput] = useState(row === null ? '' : String(row.price.input));
  const [output, setOutput] = useState(row === null ? '' : String(row.price.output));
  const [dollarsIn, dollarsOut] = [readPrice(input), readPrice(output)];
  const canKeep = name.trim() !== '' && name.trim().length <= 200 && dollarsIn.ok && dollarsOut.ok;
  const keep = async (): Promise<void> => {
    if (!dollarsIn.ok || !dollarsOut.ok) return;
    const price = { input: dollarsIn.value, output: dollarsOut.value };
    const failure = await stores.model.setPrice(name.trim(), price);
    if (failure === null) onClose();
    else stores.news.fail(failure);
  };
  const wrong = (text: string, isRead: boolean): string | null =>
    text === '' || isRead ? null : say('model.priceWrong');
  return (
    <Dialog
      isOpen
      title={row === null ? say('model.priceEditTitle') : row.model}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={!canKeep} onClick={() => void keep()}>
            {say('action.save')}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {row === null && (
          <Field
            label={say('model.priceName')}
            hint={say('model.priceNameHint')}
            value={name}
            onChange={setName}
          />
        )}
        <Field
          label={say('model.priceInLabel')}
          value={input}
          onChange={setInput}
          complaint={wrong(input, dollarsIn.ok)}
        />
        <Field
          label={say('model.priceOutLabel')}
          value={output}
          onChange={setOutput}
          complaint={wrong(output, dollarsOut.ok)}
        />
      </div>
    </Dialog>
  );
}

function Rows({ list, onEdit }: { readonly list: PriceList; readonly onEdit: (row: PriceRow) => void }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const drop = async (model: string): Promise<void> => {
    const failure = await stores.model.setPrice(model, null);
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <Table
      caption={say('model.prices')}
      isCaptionHidden
      columns={[
        { title: say('model.priceModel') },
        { title: say('model.priceIn'), isNumber: true },
        { title: say('model.priceOut'), isNumber: true },
        { title: say('model.priceWhose'), isShort: true },
        { title: say('model.priceChange'), isNumber: true },
      ]}
      rows={list.rows.map((row) => ({
        key: row.model,
        cells: [
          <PlainText key="model" text={row.model} />,
          formats.money(row.price.input),
          formats.money(row.price.output),
          <Chip key="whose" {...(row.isOwn ? { tone: 'acc' } : {})}>
            {say(row.isOwn ? 'model.priceOwn' : 'model.priceOurs')}
          </Chip>,
          <span key="hands" className={styles['hands']}>
            <Button
              tone="quiet"
              isSmall
              aria-label={say('model.priceEdit', { name: row.model })}
              onClick={() => onEdit(row)}
            >
              {say('action.edit')}
            </Button>
            {row.isOwn && (
              <Button
                tone="quiet"
                isSmall
                aria-label={say('model.priceDrop', { name: row.model })}
                onClick={() => void drop(row.model)}
              >
                {say('model.rubricGone')}
              </Button>
            )}
          </span>,
        ],
      }))}
    />
  );
}

function Known({ list }: { readonly list: PriceList }) {
  const { now } = useApp();
  const { say, formats } = useWords();
  const [editing, setEditing] = useState<PriceRow | 'new' | null>(null);
  const askedMs = Date.parse(`${list.asOf}-15T12:00:00Z`);
  const month = Number.isFinite(askedMs) ? formats.month(askedMs) : list.asOf;
  const isOld = Number.isFinite(askedMs) && now() - askedMs > oldAfterMs;
  return (
    <div className={styles['prices']}>
      <p className={styles['spent']}>{say('model.pricesText', { month })}</p>
      {isOld && <p className={styles['old']}>{say('model.pricesOld')}</p>}
      <Rows list={list} onEdit={setEditing} />
      <div className={styles['more']}>
        <Button isSmall onClick={() => setEditing('new')}>
          {say('model.priceAdd')}
        </Button>
        <span className={styles['place']}>{say('model.pricesPlace', { place: list.place })}</span>
      </div>
      {editing !== null && (
        <Editing row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

export function PricesGroup() {
  const { stores } = useApp();
  const { say, told } = useWords();
  const prices = useRemote(stores.model.prices);
  const content = () => {
    switch (prices.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return (
          <Banner
            tone="danger"
            title={say('model.pricesFailed')}
            actions={<Button onClick={() => void stores.model.prices.load()}>{say('action.retry')}</Button>}
          >
            {told(prices.failure.happened)} {told(prices.failure.todo)}
          </Banner>
        );
      case 'ready':
        return <Known list={prices.value} />;
      default:
        return assertNever(prices);
    }
  };
  return <Group title={say('model.prices')}>{content()}</Group>;
}
