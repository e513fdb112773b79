// The transcript around a quoted line, as inert text: no links, no markup, invisible letters shown as marks.
import { ChevronLeft, ChevronRight, Copy, FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { EvidenceView, TranscriptTurn } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import type { EvidenceState } from '../stores/evidence.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { classes } from '../ui/classes.ts';
import styles from './EvidenceSheet.module.css';
import { Marks } from './Marks.tsx';
import { Secrets } from './Secrets.tsx';
import { useReveal } from './use-reveal.ts';

interface TurnProps {
  readonly view: EvidenceView;
  readonly turn: TranscriptTurn;
  readonly isQuoted: boolean;
}

function Turn({ view, turn, isQuoted }: TurnProps) {
  const { say, formats } = useWords();
  const speaker = turn.origin === 'person' ? 'turn.person' : 'turn.agent';
  return (
    <li className={classes(styles['turn'], isQuoted && styles['quoted'])} data-quoted={isQuoted || undefined}>
      <div className={styles['meta']}>
        <span className={styles['speaker']}>
          {say(turn.kind === 'message' ? speaker : `turn.${turn.kind}`)}
        </span>
        <Chip tone={turn.origin === 'person' ? 'acc' : 'plain'}>{say(`origin.${turn.origin}`)}</Chip>
        <span>{turn.atMs === null ? say('evidence.noTime') : formats.moment(turn.atMs)}</span>
      </div>
      <div className={classes(styles['text'], turn.kind !== 'message' && styles['machine'])}>
        <PlainText text={turn.text} marks={turn.marks} />
      </div>
      <Marks view={view} turn={turn} />
      {turn.cutChars > 0 && <p className={styles['cut']}>{say('evidence.cut', { count: turn.cutChars })}</p>}
    </li>
  );
}

/** Where its file lies; opened by its session's own record, never by what stands in it. */
function Place({ view }: { readonly view: EvidenceView }) {
  const { stores } = useApp();
  const { say } = useWords();
  const reveal = useReveal();
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  if (view.path === null) return <p className={styles['path']}>{say('evidence.gone')}</p>;
  return (
    <div className={styles['lies']}>
      <p className={styles['path']}>
        <PlainText text={view.path} />
      </p>
      <Button
        isSmall
        icon={isDesktop ? <FolderOpen size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
        onClick={() => void reveal()}
      >
        {say(isDesktop ? 'evidence.openFolder' : 'evidence.copyPath')}
      </Button>
    </div>
  );
}

function Transcript({ view, isPoison }: { readonly view: EvidenceView; readonly isPoison: boolean }) {
  const { say } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-quoted]')?.scrollIntoView({ block: 'center' });
  }, [view]);
  return (
    <>
      <p className={styles['note']}>{say('evidence.inert')}</p>
      {isPoison && <p className={styles['notWritten']}>{say('evidence.notWritten')}</p>}
      <Secrets view={view} />
      <ol ref={list} className={styles['turns']}>
        {view.turns.map((turn) => (
          <Turn key={turn.ordinal} view={view} turn={turn} isQuoted={turn.marks.length > 0} />
        ))}
      </ol>
      <Place view={view} />
    </>
  );
}

function Content({ open, view }: EvidenceState) {
  const { stores } = useApp();
  switch (view.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed failure={view.failure} onRetry={() => stores.evidence.turnTo(open?.at ?? 0)} />;
    case 'ready':
      return <Transcript view={view.value} isPoison={open?.isPoison === true} />;
    default:
      return assertNever(view);
  }
}

function Source({ state }: { readonly state: EvidenceState }) {
  const { say } = useWords();
  const quote = state.open?.all[state.open.at];
  if (quote === undefined) return null;
  const title = state.view.kind === 'ready' ? state.view.value.title : null;
  return (
    <span className={styles['source']}>
      <span>{say(`agent.${quote.agent}`)}</span>
      {quote.project !== null && <span>{quote.project}</span>}
      {title !== null && (
        <span>
          <PlainText text={title} />
        </span>
      )}
    </span>
  );
}

/** From quote to quote. */
function Steps({ open }: { readonly open: NonNullable<EvidenceState['open']> }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { all, at } = open;
  if (all.length < 2) return null;
  return (
    <>
      <span className={styles['place']}>{say('evidence.place', { at: at + 1, all: all.length })}</span>
      <Button
        icon={<ChevronLeft size={16} aria-hidden="true" />}
        disabled={at === 0}
        onClick={() => stores.evidence.turnTo(at - 1)}
      >
        {say('evidence.previous')}
      </Button>
      <Button
        icon={<ChevronRight size={16} aria-hidden="true" />}
        disabled={at === all.length - 1}
        onClick={() => stores.evidence.turnTo(at + 1)}
      >
        {say('evidence.next')}
      </Button>
    </>
  );
}

export function EvidenceSheet() {
  const { stores } = useApp();
  const { say } = useWords();
  const state = useStore(stores.evidence);
  const { open } = state;
  return (
    <Sheet
      title={say('evidence.title')}
      description={<Source state={state} />}
      isOpen={open !== null}
      onClose={() => stores.evidence.close()}
      {...(open !== null && open.all.length > 1 ? { actions: <Steps open={open} /> } : {})}
    >
      {open !== null && <Content {...state} />}
    </Sheet>
  );
}
