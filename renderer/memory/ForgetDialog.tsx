// Forgetting for good: what is named, what it would take along, and afterwards the certificate that it was done.
import { useState } from 'react';
import type {
  ForgetCertificate,
  ForgetCounts,
  ForgetPreview,
  ForgetTarget,
} from '../../shared/forgetting.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { PlainKey } from '../words/words.ts';
import styles from './ForgetDialog.module.css';

type Kind = ForgetTarget['kind'];
const kinds: readonly Kind[] = ['word', 'entry', 'session', 'source'];

const targetOf = (kind: Kind, text: string): ForgetTarget => {
  if (kind === 'word') return { kind, text };
  return kind === 'source' ? { kind, place: text } : { kind, id: text };
};

const rows: readonly (readonly [keyof ForgetCounts, PlainKey])[] = [
  ['closedEntries', 'forget.closedEntries'],
  ['weakenedEntries', 'forget.weakenedEntries'],
  ['sessions', 'forget.sessions'],
  ['turns', 'forget.turns'],
  ['blankedTurns', 'forget.blankedTurns'],
  ['keptTurns', 'forget.keptTurns'],
  ['memoryFiles', 'forget.memoryFiles'],
  ['memoryLines', 'forget.memoryLines'],
  ['blankedVersions', 'forget.blankedVersions'],
  ['otherTexts', 'forget.otherTexts'],
  ['fileCopies', 'forget.fileCopies'],
];

function Counts({ title, counts }: { readonly title: string; readonly counts: ForgetCounts }) {
  const { say, formats } = useWords();
  const shown = rows.filter(([name]) => counts[name] > 0);
  if (shown.length === 0) return <p>{say('forget.nothing')}</p>;
  return (
    <Table
      caption={title}
      columns={[{ title: say('diary.what') }, { title: say('diary.count'), isNumber: true }]}
      rows={shown.map(([name, key]) => ({ key: name, cells: [say(key), formats.number(counts[name])] }))}
    />
  );
}

function Certificate({ certificate }: { readonly certificate: ForgetCertificate }) {
  const { say } = useWords();
  const { number, counts, scan, notes } = certificate;
  return (
    <div className={styles['all']}>
      <Banner
        tone={scan.hits === 0 ? 'plain' : 'danger'}
        title={say('memory.certificate', { number, hits: scan.hits })}
      >
        {scan.where.length > 0 && <PlainText text={scan.where.join('\n')} />}
      </Banner>
      <Counts title={say('forget.done')} counts={counts} />
      {notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
    </div>
  );
}

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'preview'; readonly preview: ForgetPreview }
  | { readonly kind: 'done'; readonly certificate: ForgetCertificate };

export interface ForgetStart {
  readonly kind: Kind;
  readonly text: string;
}

export interface ForgetDialogProps {
  readonly start: ForgetStart;
  readonly onClose: () => void;
}

function useForgetting(start: ForgetStart) {
  const { stores } = useApp();
  const { say, told } = useWords();
  const [kind, setKind] = useState<Kind>(start.kind);
  const [text, setText] = useState(start.text);
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  const [complaint, setComplaint] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const target = targetOf(kind, text.trim());
  const name = (part: { readonly kind?: Kind; readonly text?: string }): void => {
    if (part.kind !== undefined) setKind(part.kind);
    if (part.text !== undefined) setText(part.text);
    // What was looked at was of something else.
    setStep({ kind: 'asking' });
    setComplaint(null);
  };
  const look = async (): Promise<void> => {
    if (text.trim() === '') return setComplaint(say('forget.empty'));
    setIsWorking(true);
    const answer = await stores.memory.forgetPreview(target);
    setIsWorking(false);
    if (answer.ok) setStep({ kind: 'preview', preview: answer.value });
    else setComplaint(`${told(answer.error.happened)} ${told(answer.error.todo)}`);
    return undefined;
  };
  const forget = async (): Promise<void> => {
    setIsWorking(true);
    const answer = await stores.memory.forget(target);
    setIsWorking(false);
    if (answer.ok) setStep({ kind: 'done', certificate: answer.value });
    else stores.news.fail(answer.error);
  };
  return { kind, text, step, complaint, isWorking, name, look, forget };
}

function Asked({ forgetting }: { readonly forgetting: ReturnType<typeof useForgetting> }) {
  const { say } = useWords();
  const { kind, text, step, complaint, name } = forgetting;
  return (
    <div className={styles['all']}>
      <Tabs
        label={say('forget.kinds')}
        value={kind}
        onChange={(next) => name({ kind: next, text: '' })}
        tabs={kinds.map((value) => ({ value, label: say(`forget.kind.${value}`) }))}
        className={styles['tabs']}
      >
        <Field
          label={say(`forget.label.${kind}`)}
          hint={say(`forget.hint.${kind}`)}
          value={text}
          complaint={complaint}
          onChange={(next) => name({ text: next })}
        />
      </Tabs>
      {step.kind === 'preview' && (
        <>
          <Counts title={say('forget.preview')} counts={step.preview.counts} />
          {step.preview.alsoIn.length > 0 && (
            <p className={styles['note']}>
              {say('forget.alsoIn')} <PlainText text={step.preview.alsoIn.join(', ')} />
            </p>
          )}
          <p className={styles['note']}>{say('forget.final')}</p>
        </>
      )}
    </div>
  );
}

export function ForgetDialog({ start, onClose }: ForgetDialogProps) {
  const { say } = useWords();
  const forgetting = useForgetting(start);
  const { step, isWorking } = forgetting;
  const isDone = step.kind === 'done';
  return (
    <Dialog
      title={say(isDone ? 'forget.doneTitle' : 'forget.title')}
      {...(isDone ? {} : { description: say('forget.text') })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(isDone ? 'action.close' : 'action.cancel')}</Button>
          {step.kind === 'asking' && (
            <Button tone="primary" disabled={isWorking} onClick={() => void forgetting.look()}>
              {say('forget.look')}
            </Button>
          )}
          {step.kind === 'preview' && (
            <Button tone="danger" disabled={isWorking} onClick={() => void forgetting.forget()}>
              {say('forget.do')}
            </Button>
          )}
        </>
      }
    >
      {isDone ? <Certificate certificate={step.certificate} /> : <Asked forgetting={forgetting} />}
    </Dialog>
  );
}
