// Does what the tray and the menu were asked for. What could not be done is said, in the engine's own three sentences.
import { app, dialog, shell } from 'electron';
import type { Failure } from '../../shared/engine.ts';
import { assertNever, type Result } from '../../shared/result.ts';
import type { EngineLink } from '../engine-host/index.ts';
import type { Wish } from './tray-view.ts';
import type { Words } from './words.ts';

interface WishNeeds {
  readonly link: Pick<EngineLink, 'call'>;
  readonly logFile: string;
  readonly words: () => Words;
  readonly show: (route: string | null) => void;
}

export function createWishes(needs: WishNeeds): (wish: Wish) => void {
  const { link, logFile, words, show } = needs;
  return (wish) => {
    switch (wish.kind) {
      case 'open':
        return show(wish.route);
      case 'dream':
        return void link
          .call('night.start', { preview: false, instructions: null, sessionsMax: null, sinceMs: null })
          .then(sayFailure);
      case 'wake':
        return void wakeIfMeant(link, words());
      case 'pause':
        return void link.call('night.pause', { untilMs: wish.untilMs }).then(sayFailure);
      case 'show-log':
        return shell.showItemInFolder(logFile);
      case 'quit':
        return app.quit();
      default:
        return assertNever(wish);
    }
  };
}

/** Asked once: a dream of half an hour is not ended by a slip of the hand. */
async function wakeIfMeant(link: WishNeeds['link'], words: Words): Promise<void> {
  const state = await link.call('night.state', {});
  if (!state.ok || state.value.running === null) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.wakeAsk,
    detail: words.wakeDetail,
    buttons: [words.wakeYes, words.wakeNo],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) sayFailure(await link.call('night.wake', {}));
}

function sayFailure(answer: Result<unknown, Failure>): void {
  if (answer.ok) return;
  const { happened, safe, todo } = answer.error;
  void dialog.showMessageBox({ type: 'warning', message: happened, detail: `${safe} ${todo}` });
}
