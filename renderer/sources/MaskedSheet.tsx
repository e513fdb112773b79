// Which secrets were masked, and where: each place opens in its transcript, where its mark stands and nothing of it; and which
// of them are none by their owner's word.
import { FolderOpen } from 'lucide-react';
import { useEffect } from 'react';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { useMarkSecret } from '../evidence/use-mark-secret.ts';
import { useReveal } from '../evidence/use-reveal.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './MaskedSheet.module.css';
import type { MaskedSecrets, NotSecret } from '../../shared/masked.ts';
import type { Evidence } from '../../shared/memory.ts';

/** As it stands in texts, without its brackets. */
function Kind({ kind }: { readonly kind: string }) {
  const { secret } = useWords();
  return <span>{secret(kind).slice(1, -1)}</span>;
}

/** "Claude Code · shop · 19 Nov 16:20". */
function useWhere(): (place: Where) => string {
  const { say, formats } = useWords();
  return ({ agent, project, atMs }) =>
    [agentName(agent, say), project, atMs === null ? null : formats.moment(atMs)]
      .filter((part) => part !== null)
      .join(' · ');
}
type Where = Pick<Evidence, 'agent' | 'project' | 'atMs'>;

/** What its owner said is no secret, each with the way back. */
function NotSecrets({ listed }: { readonly listed: readonly NotSecret[] }) {
  const { say, formats, secret } = useWords();
  const whereOf = useWhere();
  const { again } = useMarkSecret();
  if (listed.length === 0) return null;
  return (
    <section aria-label={say('notSecret.list')}>
      <h3>{say('notSecret.list')}</h3>
      <ul className={styles['places']}>
        {listed.map(({ number, kind, markedAtMs, place, project, isInForce }) => (
          <li key={number} className={styles['row']}>
            <span className={styles['listed']}>
              <Kind kind={kind} />
              <span className={styles['where']}>
                <PlainText text={whereOf({ agent: place.agent, project, atMs: null })} />
                {` · ${say('notSecret.markedAt', { when: formats.moment(markedAtMs) })}`}
              </span>
              {!isInForce && <span className={styles['where']}>{say('notSecret.notInForce')}</span>}
            </span>
            <Button
              isSmall
              aria-label={say('notSecret.againNamed', {
                kind: secret(kind),
                when: formats.moment(markedAtMs),
              })}
              onClick={() => void again(number)}
            >
              {say('notSecret.again')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Places({
  masked,
  onOpen,
}: {
  readonly masked: MaskedSecrets;
  readonly onOpen: (at: number) => void;
}) {
  const { say } = useWords();
  const whereOf = useWhere();
  const reveal = useReveal();
  return (
    <section aria-label={say('sources.maskedPlaces')}>
      <h3>{say('sources.maskedPlaces')}</h3>
      <ul className={styles['places']}>
        {masked.places.map(({ kinds, evidence }, at) => (
          <li key={`${evidence.session} ${evidence.turn}`} className={styles['row']}>
            <button type="button" className={styles['place']} onClick={() => onOpen(at)}>
              <span>
                {kinds.map((kind, i) => (
                  <span key={kind}>
                    {i > 0 && ', '}
                    <Kind kind={kind} />
                  </span>
                ))}
              </span>
              <span className={styles['where']}>
                <PlainText text={whereOf(evidence)} />
              </span>
            </button>
            <Button
              isSmall
              tone="quiet"
              aria-label={say('sources.maskedLocation', { place: whereOf(evidence) })}
              icon={<FolderOpen size={16} aria-hidden="true" />}
              onClick={() => void reveal(evidence)}
            />
          </li>
        ))}
      </ul>
      {masked.turns > masked.places.length && (
        <p className={styles['where']}>
          {say('sources.maskedOlder', { count: masked.turns - masked.places.length })}
        </p>
      )}
    </section>
  );
}

export function MaskedSheet({ onClose }: { readonly onClose: () => void }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const { masked, notSecrets } = stores.sources;
  const state = useRemote(masked);
  // What was read since it was last looked at belongs to it as well.
  const listed = useRemote(notSecrets);
  useEffect(() => {
    void masked.load();
    void notSecrets.load();
  }, [masked, notSecrets]);
  const content = () => {
    if (state.kind === 'loading') return <Loading />;
    if (state.kind === 'failed') return <Failed failure={state.failure} onRetry={() => void masked.load()} />;
    const { value } = state;
    const own = listed.kind === 'ready' ? listed.value : [];
    if (value.secrets === 0 && own.length === 0) return <p>{say('sources.maskedNothing')}</p>;
    const open = (at: number): void => {
      onClose();
      stores.evidence.open(
        value.places.map(({ evidence }) => evidence),
        at,
      );
    };
    return (
      <div className={styles['body']}>
        <Table
          caption={say('sources.maskedKinds')}
          columns={[
            { title: say('sources.maskedKind') },
            { title: say('sources.maskedCount'), isNumber: true },
          ]}
          rows={value.kinds.map(({ kind, secrets }) => ({
            key: kind,
            cells: [<Kind key="kind" kind={kind} />, formats.number(secrets)],
          }))}
        />
        <NotSecrets listed={own} />
        <Places masked={value} onOpen={open} />
      </div>
    );
  };
  return (
    <Sheet
      title={say('sources.maskedTitle')}
      description={say('sources.maskedText')}
      isOpen
      onClose={onClose}
    >
      {content()}
    </Sheet>
  );
}
