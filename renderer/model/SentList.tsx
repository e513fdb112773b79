// What left the machine in a night, session by session.
import type { CallTrace } from '../../shared/models.ts';
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { sentSessions } from './calls.ts';
import styles from './TracePage.module.css';

export function SentList({ calls }: { readonly calls: readonly CallTrace[] }) {
  const { say, formats } = useWords();
  const sessions = sentSessions(calls);
  if (sessions.length === 0) return <p className={styles['words']}>{say('trace.sentNothing')}</p>;
  const sum = (of: (one: (typeof sessions)[number]) => number): number =>
    sessions.reduce((all, one) => all + of(one), 0);
  const models = [...new Set(calls.filter(({ sent }) => sent.length > 0).map(({ model }) => model))];
  return (
    <div className={styles['sent']}>
      <p className={styles['words']}>
        {say('trace.sentSum', {
          turns: sum(({ turns }) => turns),
          sessions: sessions.length,
          size: formats.bytes(sum(({ bytes }) => bytes)),
          masked: sum(({ masked }) => masked),
        })}
        {'. '}
        {say('trace.sentTo', { models: formats.list(models) })}
      </p>
      <Table
        caption={say('trace.sent')}
        isCaptionHidden
        columns={[
          { title: say('trace.session') },
          { title: say('trace.inCalls'), isShort: true },
          { title: say('trace.turns'), isNumber: true },
          { title: say('trace.size'), isNumber: true },
          { title: say('trace.masked'), isNumber: true },
        ]}
        rows={sessions.map(({ session, calls: numbers, turns, bytes, masked }) => ({
          key: session,
          cells: [
            <PlainText key="session" text={session} />,
            numbers.join(', '),
            formats.number(turns),
            formats.bytes(bytes),
            formats.number(masked),
          ],
        }))}
      />
    </div>
  );
}
