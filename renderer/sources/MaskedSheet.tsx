// Which secrets were masked, and where: each place opens in its transcript, where its mark stands and nothing of it.
import { useEffect } from 'react';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './MaskedSheet.module.css';
import type { MaskedSecrets } from '../../shared/masked.ts';

/** As it stands in texts, without its brackets. */
function Kind({ kind }: { readonly kind: string }) {
  const { secret } = useWords();
  return <span>{secret(kind).slice(1, -1)}</span>;
}

function Places({
  masked,
  onOpen,
}: {
  readonly masked: MaskedSecrets;
  readonly onOpen: (at: number) => void;
}) {
  const { say, formats } = useWords();
  return (
    <section aria-label={say('sources.maskedPlaces')}>
      <h3>{say('sources.maskedPlaces')}</h3>
      <ul className={styles['places']}>
        {masked.places.map(({ kinds, evidence }, at) => (
          <li key={`${evidence.session} ${evidence.turn}`}>
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
                {agentName(evidence.agent, say)}
                {evidence.project !== null && (
                  <>
                    {' · '}
                    <PlainText text={evidence.project} />
                  </>
                )}
                {evidence.atMs !== null && ` · ${formats.moment(evidence.atMs)}`}
              </span>
            </button>
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
  const { masked } = stores.sources;
  const state = useRemote(masked);
  // What was read since it was last looked at belongs to it as well.
  useEffect(() => void masked.load(), [masked]);
  const content = () => {
    if (state.kind === 'loading') return <Loading />;
    if (state.kind === 'failed') return <Failed failure={state.failure} onRetry={() => void masked.load()} />;
    const { value } = state;
    if (value.secrets === 0) return <p>{say('sources.maskedNothing')}</p>;
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
