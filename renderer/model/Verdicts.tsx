// What a model decided otherwise than the engine, and how a grader of its own judged it: criterion by criterion, round by
// round, each with its reason.
import type { Grading, GradingRound, MindDecision, MindReceipt, OutcomeResult } from '../../shared/models.ts';
import { useWords } from '../app/AppContext.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { answerWords, droppedReason } from './mind-words.ts';
import styles from './Verdicts.module.css';

const resultTones: Readonly<Record<OutcomeResult, ChipTone>> = {
  satisfied: 'add',
  'needs-revision': 'warn',
  'round-limit': 'warn',
  failed: 'danger',
  interrupted: 'warn',
};

const verdictTones = { met: 'add', 'not-met': 'danger', 'not-applicable': 'plain' } as const;

function Decisions({ changes }: { readonly changes: readonly MindDecision[] }) {
  const { say } = useWords();
  const changed = changes.filter(({ isChanged }) => isChanged);
  const agreed = changes.length - changed.length;
  return (
    <section className={styles['part']} aria-label={say('mind.decisions')}>
      <h3>{say('mind.decisions')}</h3>
      {changed.length === 0 ? (
        <p className={styles['words']}>{say('mind.noneChanged')}</p>
      ) : (
        <Table
          caption={say('mind.decisions')}
          isCaptionHidden
          columns={[
            { title: say('mind.decision') },
            { title: say('mind.engine'), isShort: true },
            { title: say('mind.mind') },
            { title: say('mind.because') },
          ]}
          rows={changed.map((decision, i) => ({
            key: String(i),
            cells: [
              <span key="text" className={styles['about']}>
                <PlainText text={decision.text} />
                <span className={styles['what']}>{say(`mind.what.${decision.what}`)}</span>
              </span>,
              answerWords(decision.engine, say),
              <PlainText key="mind" text={answerWords(decision.mind, say)} />,
              <PlainText key="because" text={decision.because} />,
            ],
          }))}
        />
      )}
      {agreed > 0 && <p className={styles['words']}>{say('mind.agreedCount', { count: agreed })}</p>}
    </section>
  );
}

function Round({ round, n }: { readonly round: GradingRound; readonly n: number }) {
  const { say, told } = useWords();
  const title = say('mind.round', { n });
  return (
    <div className={styles['round']}>
      <p className={styles['roundHead']}>
        <strong>{title}</strong>
        <Chip tone={resultTones[round.result]}>{say(`mind.result.${round.result}`)}</Chip>
      </p>
      {round.criteria.length === 0 ? (
        <p className={styles['words']}>
          <PlainText text={told(round.explanation)} />
        </p>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { title: say('mind.criterion') },
            { title: say('mind.verdict'), isShort: true },
            { title: say('mind.reason') },
          ]}
          rows={round.criteria.map(({ criterion, verdict, reason, about }) => ({
            key: criterion,
            cells: [
              <PlainText key="criterion" text={criterion} />,
              <Chip key="verdict" tone={verdictTones[verdict]}>
                {say(`mind.verdict.${verdict}`)}
              </Chip>,
              <span key="reason" className={styles['about']}>
                <PlainText text={told(reason)} />
                {about.map((text) => (
                  <span key={text} className={styles['quoted']}>
                    <PlainText text={text} />
                  </span>
                ))}
              </span>,
            ],
          }))}
        />
      )}
    </div>
  );
}

function Graded({ grading }: { readonly grading: Grading }) {
  const { say } = useWords();
  const title =
    grading.project === null
      ? say('mind.gradingUsual')
      : say('mind.gradingFor', { project: grading.project });
  return (
    <section className={styles['graded']} aria-label={title}>
      <p className={styles['roundHead']}>
        <span>{title}</span>
        <Chip tone={resultTones[grading.result]}>{say(`mind.result.${grading.result}`)}</Chip>
      </p>
      {grading.rounds.map((round, i) => (
        <Round key={i} round={round} n={i + 1} />
      ))}
    </section>
  );
}

function Orders({ orders }: { readonly orders: MindReceipt['ordersInData'] }) {
  const { say } = useWords();
  if (orders.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={say('mind.orders')}>
      <h3>{say('mind.orders')}</h3>
      <ul className={styles['orders']}>
        {orders.map(({ session, turn, quote }) => (
          <li key={`${session}-${turn}-${quote}`}>
            <q>
              <PlainText text={quote} />
            </q>{' '}
            <span className={styles['what']}>
              <PlainText text={session} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dropped({ dropped }: { readonly dropped: MindReceipt['dropped'] }) {
  const { say, formats } = useWords();
  const rows = Object.entries(dropped).filter(([, n]) => n > 0);
  if (rows.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={say('mind.dropped')}>
      <h3>{say('mind.dropped')}</h3>
      <p className={styles['words']}>
        {rows.map(([reason, n]) => `${formats.number(n)} × ${droppedReason(reason, say)}`).join(' · ')}
      </p>
    </section>
  );
}

export function Verdicts({ mind }: { readonly mind: MindReceipt }) {
  const { say } = useWords();
  return (
    <div className={styles['verdicts']}>
      <Decisions changes={mind.changes} />
      <section className={styles['part']} aria-label={say('mind.gradings')}>
        <h3>{say('mind.gradings')}</h3>
        {mind.gradings.length === 0 && <p className={styles['words']}>{say('mind.noGrading')}</p>}
        {mind.gradings.map((grading) => (
          <Graded key={grading.project ?? ''} grading={grading} />
        ))}
      </section>
      <Dropped dropped={mind.dropped} />
      <Orders orders={mind.ordersInData} />
    </div>
  );
}
