// The doors to the eight places, always at the left.
import {
  AlarmClock,
  BookOpen,
  Command,
  FileText,
  Import,
  ListChecks,
  Repeat,
  SlidersHorizontal,
  SquareTerminal,
} from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { Mark } from '../ui/Mark.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useAction, useApp, useRemote, useWords } from './AppContext.tsx';
import { ariaKeys, keyLabel } from './keyboard.ts';
import { useKeys } from './use-keys.ts';
import styles from './Rail.module.css';
import { Standing } from './Standing.tsx';
import { pathTo, placeName, places, type Place } from './routes.ts';

const icons = {
  tonight: AlarmClock,
  review: ListChecks,
  diary: BookOpen,
  memory: FileText,
  patterns: Repeat,
  sources: Import,
  agents: SquareTerminal,
  settings: SlidersHorizontal,
} as const satisfies Readonly<Record<Place, unknown>>;

function Door({ place, waiting }: { readonly place: Place; readonly waiting: number }) {
  const { say } = useWords();
  const [path] = useLocation();
  const Icon = icons[place];
  const isHere = path.split('/')[1] === place;
  const count = place === 'review' ? waiting : 0;
  return (
    <li>
      <Link
        href={pathTo(place)}
        className={styles['door']}
        title={say(placeName[place])}
        aria-current={isHere ? 'page' : undefined}
      >
        <Icon size={16} aria-hidden="true" />
        <span className={styles['name']}>{say(placeName[place])}</span>
        {count > 0 && (
          <span className={styles['count']}>
            {count}
            <span className="visually-hidden"> {say('rail.waiting')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

export function Rail() {
  const { stores, isMac } = useApp();
  const { say } = useWords();
  const night = useRemote(stores.night.state);
  const openPalette = useAction('app.palette');
  const items = useStore(stores.review.items);
  // The list knows decisions that the night's count has not heard of yet.
  const waiting =
    items.kind === 'ready'
      ? items.value.filter(({ state }) => state === 'waiting').length
      : night.kind === 'ready'
        ? night.value.reviewWaiting
        : 0;
  const keys = useKeys()('app.palette');
  const [first] = keys;
  return (
    <nav className={styles['rail']} aria-label={say('rail.places')}>
      <div className={styles['brand']}>
        <Mark />
        <span className={styles['name']}>Slowwave</span>
      </div>
      <ul className={styles['doors']}>
        {places.map((place) => (
          <Door key={place} place={place} waiting={waiting} />
        ))}
      </ul>
      {night.kind === 'ready' && <Standing night={night.value} />}
      <button
        type="button"
        className={styles['door']}
        onClick={openPalette ?? undefined}
        {...(first === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys, isMac) })}
      >
        <Command size={16} aria-hidden="true" />
        <span className={styles['name']}>{say('action.palette')}</span>
        {first !== undefined && (
          <span className={styles['name']}>
            <Kbd>{keyLabel(first, isMac)}</Kbd>
          </span>
        )}
      </button>
    </nav>
  );
}
