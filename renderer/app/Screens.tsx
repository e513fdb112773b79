// The screens by their places. Each comes with its own code when it is first seen, so that the window opens with little;
// the others are fetched while nothing else is done, so that none is waited for.
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { Loading } from '../ui/Page.tsx';
import { patterns, places, type BesidesPlace, type Place } from './routes.ts';

type Load = () => Promise<{ readonly default: ComponentType }>;

const loads: Readonly<Record<Place | BesidesPlace, Load>> = {
  tonight: () => import('../tonight/TonightPage.tsx').then((it) => ({ default: it.TonightPage })),
  review: () => import('../review/ReviewPage.tsx').then((it) => ({ default: it.ReviewPage })),
  diary: () => import('../diary/DiaryPage.tsx').then((it) => ({ default: it.DiaryPage })),
  memory: () => import('../memory/MemoryPage.tsx').then((it) => ({ default: it.MemoryPage })),
  patterns: () => import('../patterns/PatternsPage.tsx').then((it) => ({ default: it.PatternsPage })),
  sources: () => import('../sources/SourcesPage.tsx').then((it) => ({ default: it.SourcesPage })),
  agents: () => import('../agents/AgentsPage.tsx').then((it) => ({ default: it.AgentsPage })),
  settings: () => import('../settings/SettingsPage.tsx').then((it) => ({ default: it.SettingsPage })),
  trace: () => import('../model/TracePage.tsx').then((it) => ({ default: it.TracePage })),
  welcome: () => import('../welcome/WelcomePage.tsx').then((it) => ({ default: it.WelcomePage })),
};

const named = [...places, 'welcome', 'trace'] as const;
const screens = named.map((place) => ({
  place,
  Screen: lazy(loads[place]),
}));

/** When nothing else is to be done; a screen that cannot be fetched now is asked for again when it is opened. */
function useTheRestSoon(): void {
  useEffect(() => {
    const wish = requestIdleCallback(() => {
      for (const load of Object.values(loads)) void load().catch(() => undefined);
    });
    return () => cancelIdleCallback(wish);
  }, []);
}

/** `first`: where nothing is named, whatever finds the place. */
export function Screens({ first }: { readonly first: ReactNode }) {
  useTheRestSoon();
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        {screens.map(({ place, Screen }) => (
          <Route key={place} path={patterns[place]}>
            <Screen />
          </Route>
        ))}
        <Route>{first}</Route>
      </Switch>
    </Suspense>
  );
}
