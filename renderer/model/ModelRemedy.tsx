// A model that was not reached, or that refused its key: try it again here, or change it. What came of it is said beside it.
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useApp, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';

export function ModelRemedy() {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const isAsking = useStore(stores.model.tested) === 'asking';
  return (
    <>
      <Button disabled={isAsking} onClick={() => void stores.model.test()}>
        {say(isAsking ? 'model.testing' : 'model.testAgain')}
      </Button>
      <Button tone="quiet" onClick={() => go(pathTo('settings', 'model'))}>
        {say('model.change')}
      </Button>
    </>
  );
}

/** Empty while nobody tried. */
export function TestedNow() {
  const { stores } = useApp();
  const { say, told } = useWords();
  const tested = useStore(stores.model.tested);
  const said = (): string => {
    if (tested === null || tested === 'asking') return '';
    if (!tested.ok) return `${told(tested.error.happened)} ${told(tested.error.todo)}`;
    const { address, tookMs, models } = tested.value;
    return say('model.tested', { address, ms: tookMs, count: models.length });
  };
  return <p role="status">{said()}</p>;
}
