// Keeps what the shell knows of how things stand: asks the engine when it says that something changed, and never oftener
// than a person can see.
import type { LiveEvent } from '../../shared/contract.ts';
import type { EngineLink } from '../engine-host/index.ts';
import type { Standing } from './tray-view.ts';

interface StandingNeeds {
  readonly link: Pick<EngineLink, 'call' | 'listen'>;
  readonly onChange: (standing: Standing) => void;
}

/** Of a dream, so often a tray's first line is read at most. */
const againMs = 500;

/** Gives back how to read it. */
export function keepStanding({ link, onChange }: StandingNeeds): () => Standing {
  let standing: Standing = { night: null, settings: null, isEngineLost: false };
  let timer: NodeJS.Timeout | null = null;

  const changed = (news: Partial<Standing>): void => {
    standing = { ...standing, ...news };
    onChange(standing);
  };
  const ask = async (): Promise<void> => {
    const [night, settings] = await Promise.all([
      link.call('night.state', {}),
      link.call('settings.get', {}),
    ]);
    changed({
      ...(night.ok ? { night: night.value } : {}),
      ...(settings.ok ? { settings: settings.value } : {}),
    });
  };
  const askSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void ask();
    }, againMs);
  };
  const onEvent = (event: LiveEvent): void => {
    if (event.kind === 'engine') changed({ isEngineLost: event.state === 'lost' });
    // A run says itself what it is at: nothing to ask.
    if (event.kind === 'run' && standing.night !== null) {
      changed({ night: { ...standing.night, running: event.running } });
      return;
    }
    if (event.kind !== 'go' && !(event.kind === 'engine' && event.state === 'lost')) askSoon();
  };

  link.listen(onEvent);
  void ask();
  return () => standing;
}
