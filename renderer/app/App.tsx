// The frame: rail and screen, the overlays that any screen may open, and the wires from bridge, keyboard and settings.
import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect, useMemo, useState } from 'react';
import { Redirect, Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { EvidenceSheet } from '../evidence/EvidenceSheet.tsx';
import { NightKeys } from '../tonight/NightKeys.tsx';
import { Announcer } from '../ui/Announcer.tsx';
import { Messages } from '../ui/Messages.tsx';
import { Loading } from '../ui/Page.tsx';
import { createFormats } from '../words/formats.ts';
import { secretTellers } from '../words/secrets.ts';
import { createSay, tells } from '../words/words.ts';
import {
  AppContext,
  useActions,
  useApp,
  useRemote,
  useValue,
  useWords,
  type AppThings,
  type Wording,
} from './AppContext.tsx';
import styles from './App.module.css';
import type { ActionId } from './actions.ts';
import { appearanceFor, wear, type System } from './appearance.ts';
import { Interrupted } from './Interrupted.tsx';
import { listenToKeys } from './listen-to-keys.ts';
import { handleLive } from './live.ts';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { firstPath, knownPath, pathTo, type Place } from './routes.ts';
import { Screens } from './Screens.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { useNow } from './use-now.ts';

export interface AppProps {
  readonly things: AppThings;
  /** The zone while the engine has not told one. */
  readonly zone: string;
}

/** Where a window opens depends on whether something waits. */
function FirstPlace() {
  const { stores } = useApp();
  const night = useRemote(stores.night.state);
  const settings = useRemote(stores.settings.settings);
  if ([night, settings].some(({ kind }) => kind === 'loading')) return <Loading />;
  // Whoever has dreamt no night yet is shown the first steps, until they are through or passed over.
  const isNew =
    stores.settings.settings.value()?.isOnboarded === false && stores.night.state.value()?.last === null;
  if (isNew) return <Redirect to={pathTo('welcome')} replace />;
  return <Redirect to={firstPath(night.kind === 'ready' ? night.value.reviewWaiting : 0)} replace />;
}

function useGlobalActions(openPalette: () => void, openHelp: () => void): void {
  const [, go] = useLocation();
  const to = (place: Place) => (): void => go(pathTo(place));
  useActions({
    'go.tonight': to('tonight'),
    'go.review': to('review'),
    'go.diary': to('diary'),
    'go.memory': to('memory'),
    'go.patterns': to('patterns'),
    'go.sources': to('sources'),
    'go.agents': to('agents'),
    'go.settings': to('settings'),
    'app.palette': openPalette,
    'app.help': openHelp,
  });
}

/** Live events, and keys, for as long as the window stands. */
function useWires(): void {
  const { bridge, stores, actions, isMac } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  useEffect(
    () =>
      bridge.listen((event) => {
        handleLive(event, stores, {
          go: (route) => {
            const path = knownPath(route);
            if (path !== null) go(path);
          },
          onEngine: (state) =>
            stores.news.tell({ title: say(state === 'lost' ? 'engine.lost' : 'engine.back') }),
        });
      }),
    [bridge, stores, say, go],
  );
  useEffect(
    () =>
      listenToKeys(actions, () => ({
        isMac,
        singleKeys: stores.settings.settings.value()?.singleKeys ?? true,
        keys: stores.settings.settings.value()?.keys ?? {},
      })),
    [actions, isMac, stores],
  );
}

function Frame() {
  const { actions } = useApp();
  const { say } = useWords();
  const [palette, setPalette] = useState<readonly ActionId[] | null>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useWires();
  useGlobalActions(
    () => setPalette(actions.available()),
    () => setIsHelpOpen(true),
  );
  const pick = (id: ActionId): void => {
    setPalette(null);
    // The palette must be gone first: what lies beneath it rests while it is open.
    setTimeout(() => actions.handler(id)?.());
  };
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main" onClick={skipToMain}>
        {say('app.skip')}
      </a>
      <Rail />
      <main id="main" className={styles['main']} tabIndex={-1}>
        <Interrupted />
        <Screens first={<FirstPlace />} />
      </main>
      <Messages />
      <Announcer />
      <NightKeys />
      <EvidenceSheet />
      <Palette actions={palette} onClose={() => setPalette(null)} onPick={pick} />
      <ShortcutHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </div>
  );
}

/** The address after # is a place of the app, so the link must not change it. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

function useSystem(): System {
  const { now } = useApp();
  const [prefersLight, setPrefersLight] = useState(() => matchMedia('(prefers-color-scheme: light)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: light)');
    const onChange = (): void => setPrefersLight(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  useNow();
  return { prefersLight, languages: navigator.languages, hour: new Date(now()).getHours() };
}

function Worded({ things, zone }: AppProps) {
  const settings = useValue(things.stores.settings.settings);
  const facts = useValue(things.stores.facts);
  const appearance = appearanceFor(settings?.appearance ?? null, useSystem());
  const { language, locale, theme, density, textSize, motion } = appearance;
  const zoneNow = facts?.zone ?? zone;
  const wording = useMemo(
    (): Wording => ({
      language,
      say: createSay(language, locale),
      tell: tells[language],
      told: (text) => tells[language](text) ?? text,
      secret: secretTellers[language],
      formats: createFormats(locale, zoneNow),
    }),
    [language, locale, zoneNow],
  );
  useEffect(() => {
    wear({ theme, density, textSize, motion, language, locale }, document.documentElement);
  }, [theme, density, textSize, motion, language, locale]);
  return (
    <AppContext things={things} wording={wording}>
      <Frame />
    </AppContext>
  );
}

/** Before words are known there is nothing to say, so only the things are at hand. */
const noWords: Wording = {
  language: 'en',
  say: createSay('en', 'en'),
  tell: tells.en,
  told: (text) => text,
  secret: secretTellers.en,
  formats: createFormats('en', 'UTC'),
};

export const App = (props: AppProps) => (
  <CSPProvider disableStyleElements>
    <Router hook={useHashLocation}>
      <AppContext things={props.things} wording={noWords}>
        <Worded {...props} />
      </AppContext>
    </Router>
  </CSPProvider>
);
