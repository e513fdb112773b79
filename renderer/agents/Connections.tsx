// Whether agents can ask for memory themselves: what would be written into each one's own configuration, as a diff first,
// then the write, and the way back.
import { useState } from 'react';
import type { Connection } from '../../shared/serving.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading, Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import styles from './Connections.module.css';
import { clientNames } from './client-names.ts';

interface ConnectProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

function ConnectDialog({ connection, onClose }: ConnectProps) {
  const { stores } = useApp();
  const { say, told } = useWords();
  const { agent, plan } = connection;
  const name = clientNames[agent];
  const takeBack = async (apply: number): Promise<void> => {
    const failure = await stores.agents.disconnect(apply);
    if (failure !== null) stores.news.fail(failure);
  };
  const write = async (): Promise<void> => {
    const done = await stores.agents.connect(agent);
    onClose();
    if (!done.ok) return stores.news.fail(done.error);
    const { apply, questions } = done.value;
    const [question] = questions;
    if (apply === null)
      return stores.news.tell({
        title: question === undefined ? say('connect.there', { agent: name }) : told(question.sentence),
      });
    stores.news.tell({
      title: say('connect.saidConnected', { agent: name }),
      action: { label: say('connect.undo'), run: () => void takeBack(apply) },
    });
  };
  return (
    <Dialog
      title={say('connect.sure', { agent: name })}
      description={say('connect.sureText')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" onClick={() => void write()}>
            {say('connect.write')}
          </Button>
        </>
      }
    >
      {plan !== null && <FileDiff diff={plan.diff} />}
    </Dialog>
  );
}

function Row({ connection, onConnect }: { readonly connection: Connection; readonly onConnect: () => void }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { agent, plan, failure, apply } = connection;
  const name = clientNames[agent];
  const takeBack = async (number: number): Promise<void> => {
    const failed = await stores.agents.disconnect(number);
    if (failed === null) stores.news.announce(say('connect.saidTakenBack', { agent: name }));
    else stores.news.fail(failed);
  };
  return (
    <li className={styles['row']} aria-label={name}>
      <span className={styles['name']}>{name}</span>
      <Chip tone={plan?.isThere === true ? 'acc' : 'plain'}>
        {say(plan === null ? 'connect.cannot' : plan.isThere ? 'connect.connected' : 'connect.not')}
      </Chip>
      <span className={styles['place']}>
        {plan === null ? <Told text={failure?.happened ?? ''} /> : <PlainText text={plan.path} />}
      </span>
      {plan !== null && !plan.isThere && (
        <Button aria-label={say('connect.show', { agent: name })} onClick={onConnect}>
          {say('connect.connect')}
        </Button>
      )}
      {apply !== null && (
        <Button
          tone="quiet"
          aria-label={say('connect.undoFor', { agent: name })}
          onClick={() => void takeBack(apply)}
        >
          {say('connect.undo')}
        </Button>
      )}
    </li>
  );
}

export function Connections() {
  const { stores } = useApp();
  const { say } = useWords();
  const connections = useRemote(stores.agents.connections);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = connections.kind === 'ready' ? connections.value : [];
  const asked = all.find(({ agent }) => agent === chosen);
  return (
    <Panel title={say('connect.title')}>
      <div className={styles['all']}>
        <p className={styles['words']}>{say('connect.text')}</p>
        {connections.kind === 'loading' && <Loading />}
        {connections.kind === 'failed' && (
          <Failed failure={connections.failure} onRetry={() => void stores.agents.connections.load()} />
        )}
        {connections.kind === 'ready' && all.length === 0 && (
          <p className={styles['words']}>{say('connect.unknown')}</p>
        )}
        {all.length > 0 && (
          <ul className={styles['list']}>
            {all.map((one) => (
              <Row key={one.agent} connection={one} onConnect={() => setChosen(one.agent)} />
            ))}
          </ul>
        )}
        {asked !== undefined && <ConnectDialog connection={asked} onClose={() => setChosen(null)} />}
      </div>
    </Panel>
  );
}
