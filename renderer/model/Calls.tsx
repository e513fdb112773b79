// Every call of a night: at the left by stage, at the right the one that is looked at.
import { useState } from 'react';
import type { CallTrace } from '../../shared/models.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Check } from '../ui/Field.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { Told } from '../ui/Told.tsx';
import { FactRows } from '../ui/FactRows.tsx';
import styles from './Calls.module.css';
import { aboutWords, groupedCalls, isFaulty, isUnderWay, outcomeWords } from './calls.ts';

/** "at most" where the server did not say what it took. */
function useCost(): (call: CallTrace) => string {
  const { say, formats } = useWords();
  return ({ counted }) => {
    const usd = formats.moneyExact(counted.usd);
    return counted.isReserved ? say('trace.atMost', { usd }) : usd;
  };
}

interface RowProps {
  readonly call: CallTrace;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ call, isChosen, onChoose }: RowProps) {
  const { say, formats } = useWords();
  const cost = useCost();
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles['rowAbout']}>
          <PlainText text={aboutWords(call.about, say)} />
          {call.attempt > 1 && ` · ${say('trace.try', { n: call.attempt })}`}
        </span>
        <span className={styles['rowCost']}>{cost(call)}</span>
        <span className={isFaulty(call) ? styles['faulty'] : styles['rowMeta']}>
          {say(outcomeWords(call))}
        </span>
        <span className={styles['rowMeta']}>{formats.compact(call.counted.tokens)}</span>
      </button>
    </li>
  );
}

/** An answer that we packed ourselves, laid out; anything else as it is. */
function laidOut(answer: string): string {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2);
  } catch {
    return answer;
  }
}

function Sent({ call }: { readonly call: CallTrace }) {
  const { say, formats } = useWords();
  if (call.sent.length === 0) return <p className={styles['words']}>{say('trace.noInput')}</p>;
  return (
    <Table
      caption={say('trace.input')}
      isCaptionHidden
      columns={[
        { title: say('trace.session') },
        { title: say('trace.turns'), isNumber: true },
        { title: say('trace.size'), isNumber: true },
        { title: say('trace.masked'), isNumber: true },
      ]}
      rows={call.sent.map(({ session, turns, bytes, masked }, i) => ({
        key: `${i}-${session}`,
        cells: [
          <PlainText key="session" text={session} />,
          formats.number(turns),
          formats.bytes(bytes),
          formats.number(masked),
        ],
      }))}
    />
  );
}

function useFacts(call: CallTrace): readonly (readonly [string, string])[] {
  const { say, formats } = useWords();
  const cost = useCost();
  const { usage, tookMs, reserved } = call;
  const rows: readonly (readonly [string, string] | null)[] = [
    [say('trace.role'), say(`trace.role.${call.role}`)],
    [say('trace.model'), call.model],
    [say('trace.began'), formats.timeExact(call.beganAtMs)],
    tookMs === null ? null : [say('trace.took'), say('trace.ms', { ms: tookMs })],
    usage === null
      ? null
      : [
          say('trace.tokensIn'),
          formats.number(usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens),
        ],
    usage === null || usage.cacheReadTokens === 0
      ? null
      : [say('trace.tokensCached'), formats.number(usage.cacheReadTokens)],
    usage === null ? null : [say('trace.tokensOut'), formats.number(usage.outputTokens)],
    [say('trace.cost'), cost(call)],
    [
      say('trace.reserved'),
      say('trace.reservedValue', {
        usd: formats.moneyExact(reserved.usd),
        tokens: formats.number(reserved.tokens),
      }),
    ],
    call.requestId === null ? null : [say('trace.request'), call.requestId],
  ];
  return rows.filter((row) => row !== null);
}

function Detail({ call }: { readonly call: CallTrace }) {
  const { say } = useWords();
  const facts = useFacts(call);
  const title = `${say('trace.call', { number: call.number })} · ${aboutWords(call.about, say)}`;
  return (
    <article className={styles['detail']} aria-label={title}>
      <header className={styles['head']}>
        <h2>
          <PlainText text={title} />
        </h2>
        <Chip tone={isFaulty(call) ? 'danger' : isUnderWay(call) ? 'warn' : 'add'}>
          {say(outcomeWords(call))}
        </Chip>
        {call.attempt > 1 && <Chip>{say('trace.try', { n: call.attempt })}</Chip>}
        {call.isBatch && <Chip>{say('trace.batch')}</Chip>}
      </header>
      {call.detail !== null && (
        <p className={styles['fault']}>
          <Told text={call.detail} />
        </p>
      )}
      <FactRows isDense rows={facts} />
      {call.counted.isReserved && !isUnderWay(call) && (
        <p className={styles['words']}>{say('trace.atMostHint')}</p>
      )}
      <h3>{say('trace.input')}</h3>
      <Sent call={call} />
      <h3>{say('trace.answer')}</h3>
      {call.answer === null ? (
        <p className={styles['words']}>{say('trace.noAnswer')}</p>
      ) : (
        <pre className={styles['answer']} tabIndex={0} aria-label={say('trace.answer')}>
          <PlainText text={laidOut(call.answer)} />
        </pre>
      )}
    </article>
  );
}

export function Calls({ calls }: { readonly calls: readonly CallTrace[] }) {
  const { say } = useWords();
  const { stores } = useApp();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isErrorsOnly, setIsErrorsOnly] = useState(false);
  const shown = isErrorsOnly ? calls.filter(isFaulty) : calls;
  const call = shown.find(({ number }) => number === chosen) ?? shown[0];
  const choose = (next: CallTrace): void => {
    setChosen(next.number);
    stores.news.announce(say('trace.call', { number: next.number }));
  };
  return (
    <div className={styles['desk']}>
      <nav className={styles['list']} aria-label={say('trace.list')}>
        <Check label={say('trace.errorsOnly')} isOn={isErrorsOnly} onChange={setIsErrorsOnly} />
        {groupedCalls(shown).map(([group, all]) => (
          <section key={group} aria-label={say(`trace.group.${group}`)}>
            <h3 className={styles['group']}>{say(`trace.group.${group}`)}</h3>
            <ul>
              {all.map((one) => (
                <Row key={one.number} call={one} isChosen={one === call} onChoose={() => choose(one)} />
              ))}
            </ul>
          </section>
        ))}
      </nav>
      {call === undefined ? (
        <p className={styles['words']}>{say('trace.noErrors')}</p>
      ) : (
        <Detail call={call} />
      )}
    </div>
  );
}
