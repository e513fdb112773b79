// What memory and transcripts say of the words looked for; true now first, then what was.
import type { FoundEntry, FoundPassage, SearchAnswer } from '../../shared/search.ts';
import type { Evidence } from '../../shared/memory.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { useScopeName } from '../words/scope-name.ts';
import styles from './SearchView.module.css';

const speakerOrigin = { person: 'person', agent: 'agent', tool: 'tool' } as const;

/** The best turn of a passage, as a quote that the evidence reader opens. */
function quoteOf(passage: FoundPassage): Evidence | null {
  const turn = passage.turns.find(({ ordinal }) => ordinal === passage.ordinal) ?? passage.turns[0];
  if (turn === undefined) return null;
  return {
    session: passage.nativeId,
    turn: turn.ordinal,
    agent: passage.agent,
    atMs: turn.atMs,
    quote: turn.excerpt.text,
    origin: speakerOrigin[turn.speaker],
    project: passage.project,
  };
}

function Entry({ found, onOpen }: { readonly found: FoundEntry; readonly onOpen: (id: string) => void }) {
  const { say } = useWords();
  const scopeName = useScopeName();
  const { entry, excerpt } = found;
  return (
    <li>
      <button
        type="button"
        className={styles['found']}
        data-entry={entry.id}
        onClick={() => onOpen(entry.id)}
      >
        <span>
          <PlainText text={excerpt.text} marks={excerpt.marks} />
        </span>
        <span className={styles['meta']}>
          {entry.status === 'closed' && (
            <Chip>{say(found.wasTrue ? 'memory.wasTrue' : 'memory.closed')}</Chip>
          )}
          <span>
            {scopeName(entry.scope)} · {say(`kind.${entry.kind}`)}
          </span>
        </span>
      </button>
    </li>
  );
}

function Passage({ passage }: { readonly passage: FoundPassage }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const turn = passage.turns.find(({ ordinal }) => ordinal === passage.ordinal) ?? passage.turns[0];
  const quote = quoteOf(passage);
  if (turn === undefined || quote === null) return null;
  const { excerpt } = turn;
  const source = [
    agentName(passage.agent, say),
    passage.project,
    passage.atMs === null ? say('evidence.noTime') : formats.moment(passage.atMs),
    say(`origin.${speakerOrigin[turn.speaker]}`),
  ].filter((part) => part !== null);
  return (
    <li>
      <button type="button" className={styles['found']} onClick={() => stores.evidence.open([quote], 0)}>
        <span className={styles['said']}>
          {excerpt.isCutBefore && '…'}
          <PlainText text={excerpt.text} marks={excerpt.marks} />
          {excerpt.isCutAfter && '…'}
        </span>
        <span className={styles['meta']}>{source.join(' · ')}</span>
      </button>
    </li>
  );
}

export interface SearchViewProps {
  readonly answer: SearchAnswer;
  readonly onOpen: (id: string) => void;
}

export function SearchView({ answer, onOpen }: SearchViewProps) {
  const { say } = useWords();
  const { memory, passages } = answer;
  if (memory.length + passages.length === 0) {
    return (
      <div className={styles['all']}>
        <EmptyState kind="empty" title={say('memory.noneFound')}>
          <p>{say('memory.noneFoundText')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles['all']}>
      {memory.length > 0 && (
        <section>
          <h2>{say('memory.foundMemory', { count: memory.length })}</h2>
          <ul>
            {memory.map((found) => (
              <Entry key={found.entry.id} found={found} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
      {passages.length > 0 && (
        <section>
          <h2>{say('memory.foundPassages', { count: passages.length })}</h2>
          <ul>
            {passages.map((passage) => (
              <Passage key={`${passage.session}:${passage.ordinal}`} passage={passage} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
