// Where a line comes from: its score, its quotes, the files that say it, every version of it; and pin, redact and forget.
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { EntryNotes } from '../../shared/decisions.ts';
import type { MemoryEntry } from '../../shared/memory.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { rawFacts } from '../review/raw-facts.ts';
import { BlastDialog } from '../sources/BlastDialog.tsx';
import { plainWish } from '../stores/night.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { ScoreBars } from '../ui/ScoreBars.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import { useScopeName } from '../words/scope-name.ts';
import { Confirm } from './Confirm.tsx';
import styles from './EntrySheet.module.css';
import { ReceiptFacts } from './ReceiptFacts.tsx';

function Facts({ entry, notes }: { readonly entry: MemoryEntry; readonly notes: EntryNotes }) {
  const { say, formats } = useWords();
  const scopeName = useScopeName();
  const { knownFromMs, trueUntilMs } = entry.validity;
  const { letIn } = notes;
  const lost = notes.lostQuotes.reduce((sum, { quotes }) => sum + quotes, 0);
  return (
    <>
      <div className={styles['chips']}>
        <Chip>{scopeName(entry.scope)}</Chip>
        <Chip>{say(`kind.${entry.kind}`)}</Chip>
        <Chip>{say(`origin.${entry.taint}`)}</Chip>
        {notes.pinnedAtMs !== null && <Chip tone="acc">{say('memory.pinned')}</Chip>}
        {entry.status === 'closed' && <Chip tone="del">{say('memory.closed')}</Chip>}
      </div>
      <p className={styles['meta']}>
        {say(entry.origin === 'dream' ? 'card.fromDream' : 'card.knownSince', {
          day: formats.date(knownFromMs),
        })}
        {trueUntilMs !== null && ` · ${say('memory.trueUntil', { day: formats.date(trueUntilMs) })}`}
        {letIn !== undefined && ` · ${say(`memory.letIn.${letIn.by}`, { day: formats.date(letIn.atMs) })}`}
      </p>
      {letIn !== undefined && letIn.night !== null && (
        <Link className={styles['night']} href={pathTo('diary', formats.isoDay(letIn.night.startedAtMs))}>
          {say('memory.letIn.night', { day: formats.date(letIn.night.startedAtMs) })}
        </Link>
      )}
      {entry.closedBecause !== null && (
        <p className={styles['meta']}>
          <Told text={entry.closedBecause} />
        </p>
      )}
      {notes.dreamText !== null && (
        <p className={styles['meta']}>
          {say('card.dreamWords')}: <PlainText text={notes.dreamText} />
        </p>
      )}
      {lost > 0 && <p className={styles['meta']}>{say('memory.lostQuotes', { count: lost })}</p>}
    </>
  );
}

function Quotes({ entry }: { readonly entry: MemoryEntry }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  if (entry.evidence.length === 0) return <p className={styles['meta']}>{say('card.noEvidence')}</p>;
  return (
    <ul className={styles['list']}>
      {entry.evidence.map((quote, i) => (
        <li key={i}>
          <button
            type="button"
            className={styles['quote']}
            onClick={() => stores.evidence.open(entry.evidence, i)}
          >
            <q>
              <PlainText text={quote.quote} />
            </q>
            <span className={styles['meta']}>
              {[
                agentName(quote.agent, say),
                quote.project,
                quote.atMs === null ? null : formats.moment(quote.atMs),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Versions({ entry }: { readonly entry: MemoryEntry }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const versions = useValue(stores.memory.entryVersions.at(entry.id)) ?? [];
  const [redacting, setRedacting] = useState<number | null>(null);
  const redact = async (version: number): Promise<void> => {
    const answer = await stores.memory.redact(version, entry.id);
    if (!answer.ok) return stores.news.fail(answer.error);
    stores.news.tell({
      title: say('memory.redacted', { number: version }),
      text: say('memory.certificate', { number: answer.value.number, hits: answer.value.scan.hits }),
    });
    return undefined;
  };
  return (
    <>
      <ul className={styles['list']}>
        {versions.map((version) => (
          <li key={version.number} className={styles['version']}>
            <span>
              {say('memory.versionBy', {
                number: version.number,
                who: say(`memory.hand.${version.author}`),
              })}{' '}
              <span className={styles['meta']}>{formats.moment(version.createdAtMs)}</span>
            </span>
            <Button isSmall tone="quiet" onClick={() => setRedacting(version.number)}>
              {say('memory.redact')}
            </Button>
          </li>
        ))}
      </ul>
      <Confirm
        title={say('memory.redactTitle', { number: redacting ?? 0 })}
        text={say('memory.redactText')}
        verb={say('memory.redactDo')}
        isDanger
        isOpen={redacting !== null}
        onClose={() => setRedacting(null)}
        onDo={() => redacting !== null && void redact(redacting)}
      />
    </>
  );
}

function Content({ entry, notes }: { readonly entry: MemoryEntry; readonly notes: EntryNotes }) {
  const { say, formats } = useWords();
  return (
    <div className={styles['all']}>
      <p className={styles['text']}>
        <PlainText text={entry.text} />
      </p>
      <Facts entry={entry} notes={notes} />
      {entry.score !== null && entry.dimensions !== null && (
        <section>
          <h3>{say('card.why')}</h3>
          <ScoreBars
            score={entry.score}
            needed={null}
            dimensions={entry.dimensions}
            facts={rawFacts(entry, say, formats)}
          />
        </section>
      )}
      {entry.status === 'active' && <ReceiptFacts id={entry.id} />}
      <section>
        <h3>{say('card.evidence')}</h3>
        <Quotes entry={entry} />
      </section>
      {entry.places.length > 0 && (
        <section>
          <h3>{say('memory.standsIn')}</h3>
          <ul className={styles['list']}>
            {entry.places.map((place) => (
              <li key={`${place.path}:${place.line}`} className={styles['path']}>
                <PlainText
                  text={[`${place.path}:${place.line}`, place.heading].filter(Boolean).join(' › ')}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{say('memory.versions')}</h3>
        <Versions entry={entry} />
      </section>
    </div>
  );
}

export interface EntrySheetProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onForget: (id: string) => void;
}

export function EntrySheet({ id, onClose, onForget }: EntrySheetProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const [isBlasting, setIsBlasting] = useState(false);
  const store = stores.memory.entry.at(id);
  const state = useRemote(store);
  const isPinned = state.kind === 'ready' && state.value.notes.pinnedAtMs !== null;
  const pin = async (): Promise<void> => {
    const failure = await stores.memory.pin(id, !isPinned);
    if (failure !== null) return stores.news.fail(failure);
    stores.news.announce(say(isPinned ? 'memory.saidUnpinned' : 'memory.saidPinned'));
    return undefined;
  };
  const ask = async (text: string): Promise<void> => {
    const failure = await stores.night.start({ ...plainWish, preview: true, instructions: text });
    if (failure !== null) return stores.news.fail(failure);
    return go(pathTo('tonight'));
  };
  const content = () => {
    switch (state.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={state.failure} onRetry={() => void store.load()} />;
      case 'ready':
        return <Content {...state.value} />;
      default:
        return assertNever(state);
    }
  };
  return (
    <Sheet
      title={say('action.provenance')}
      isOpen
      onClose={onClose}
      actions={
        state.kind === 'ready' && (
          <>
            <Button tone="danger" onClick={() => onForget(id)}>
              {say('memory.forget')}
            </Button>
            <Button onClick={() => setIsBlasting(true)}>{say('quarantine.blast')}</Button>
            <Button onClick={() => void ask(state.value.entry.text)}>{say('memory.askDream')}</Button>
            <Button aria-pressed={isPinned} onClick={() => void pin()}>
              {say(isPinned ? 'memory.unpin' : 'memory.pin')}
            </Button>
          </>
        )
      }
    >
      {content()}
      {isBlasting && <BlastDialog target={{ kind: 'entry', id }} onClose={() => setIsBlasting(false)} />}
    </Sheet>
  );
}
