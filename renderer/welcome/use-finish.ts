// Ends the first steps: they are not shown by themselves again, and the window goes on.
import { useLocation } from 'wouter';
import { useApp } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { napWish } from './steps.ts';

export interface Finish {
  readonly finish: (path: string) => void;
  /** Begins the first short night, and shows it; its end opens the review. */
  readonly nap: () => void;
}

export function useFinish(): Finish {
  const { stores, now } = useApp();
  const [, go] = useLocation();
  const { settings, night, news } = stores;
  const finish = (path: string): void => {
    void settings.set({ isOnboarded: true }).then((failure) => {
      if (failure !== null) news.fail(failure);
    });
    go(path);
  };
  const nap = (): void => {
    const focus = settings.settings.value()?.focus ?? null;
    void night.nap(napWish(now(), focus)).then((failure) => {
      if (failure === null) finish(pathTo('tonight'));
      else news.fail(failure);
    });
  };
  return { finish, nap };
}
