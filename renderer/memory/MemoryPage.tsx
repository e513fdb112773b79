// Memory: files at the left, lines with their provenance in the middle, versions at the right. Nothing is overwritten:
// whatever is brought back becomes a new version.
import { useDeferredValue, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Asked, CompareView } from './CompareView.tsx';
import { CopyRail } from './CopyRail.tsx';
import { EntriesView, EntryList, SearchField } from './EntriesView.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { FileView } from './FileView.tsx';
import { ForgetDialog, type ForgetStart } from './ForgetDialog.tsx';
import { endOfDay, mark, pairOf } from './marks.ts';
import { allPlace, MemoryNav, othersPlace } from './MemoryNav.tsx';
import styles from './MemoryPage.module.css';
import { OthersView } from './OthersView.tsx';
import { SearchView } from './SearchView.tsx';
import { VersionRail } from './VersionRail.tsx';

interface Looking {
  readonly place: string;
  readonly query: string;
  readonly asOfMs: number | null;
  readonly marked: readonly number[];
}

interface Hands {
  readonly onOpen: (id: string) => void;
  readonly onMark: (number: number) => void;
  readonly onLookBack: (atMs: number | null) => void;
  readonly onUnmark: () => void;
}

function AsOf({ atMs, hands }: { readonly atMs: number; readonly hands: Hands }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  return (
    <Asked store={stores.memory.asOf.at(String(atMs))}>
      {(then) => (
        <>
          <div className={styles['then']}>
            <Banner
              tone="plain"
              title={say('memory.asOfTitle', { when: formats.moment(then.atMs), number: then.version })}
              actions={<Button onClick={() => hands.onLookBack(null)}>{say('memory.backToNow')}</Button>}
            >
              {say('memory.asOfText', { count: then.entries.length })}
            </Banner>
          </div>
          <EntryList label={say('memory.all')} entries={then.entries} onOpen={hands.onOpen} />
        </>
      )}
    </Asked>
  );
}

interface PartProps {
  readonly looking: Looking;
  readonly hands: Hands;
}

function Middle({ looking, hands }: PartProps) {
  const { stores } = useApp();
  const { place, query, asOfMs, marked } = looking;
  const pair = pairOf(marked);
  if (query !== '') {
    return (
      <Asked store={stores.memory.found.at(query)}>
        {(answer) => <SearchView answer={answer} onOpen={hands.onOpen} />}
      </Asked>
    );
  }
  if (pair !== null && place !== othersPlace) {
    return (
      <CompareView
        what={place === allPlace ? 'memory' : 'file'}
        from={pair.from}
        to={pair.to}
        onClose={hands.onUnmark}
        onOpen={hands.onOpen}
      />
    );
  }
  if (place === othersPlace) {
    return <Asked store={stores.memory.guard}>{(report) => <OthersView report={report} />}</Asked>;
  }
  if (place !== allPlace) {
    return (
      <Asked store={stores.memory.file.at(place)}>
        {(view) => <FileView key={place} view={view} onOpen={hands.onOpen} />}
      </Asked>
    );
  }
  if (asOfMs !== null) return <AsOf atMs={asOfMs} hands={hands} />;
  return (
    <Asked store={stores.memory.entries}>
      {(entries) => <EntriesView entries={entries} onOpen={hands.onOpen} />}
    </Asked>
  );
}

function Right({ looking, hands }: PartProps) {
  const { stores } = useApp();
  const { place, marked } = looking;
  if (place === othersPlace) return null;
  if (place === allPlace) {
    return (
      <Asked store={stores.memory.versions}>
        {(versions) => (
          <VersionRail
            versions={versions}
            marked={marked}
            onMark={hands.onMark}
            onLookBack={hands.onLookBack}
          />
        )}
      </Asked>
    );
  }
  return (
    <Asked store={stores.memory.copies.at(place)}>
      {(copies) => <CopyRail path={place} copies={copies} marked={marked} onMark={hands.onMark} />}
    </Asked>
  );
}

interface ToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onDay: (atMs: number | null) => void;
  readonly onForget: () => void;
}

function Tools({ query, onQuery, onDay, onForget }: ToolsProps) {
  const { say } = useWords();
  return (
    <>
      <SearchField value={query} onChange={onQuery} />
      <label className={styles['day']}>
        <span>{say('memory.asOf')}</span>
        <input type="date" onChange={(event) => onDay(endOfDay(event.target.value))} />
      </label>
      <Button onClick={onForget}>{say('memory.forget')}</Button>
    </>
  );
}

function Subtitle() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const newest = useValue(stores.memory.versions)?.[0];
  if (newest === undefined) return say('memory.noVersion');
  return say('memory.subtitle', {
    count: newest.active,
    number: newest.number,
    when: formats.moment(newest.createdAtMs),
  });
}

/** What is looked at, and every way to look at something else. */
function useLooking() {
  const [, go] = useLocation();
  const { file, version } = useParams<{ readonly file?: string; readonly version?: string }>();
  const place = file === undefined ? allPlace : decodeURIComponent(file);
  const [query, setQuery] = useState('');
  const [asOfMs, setAsOfMs] = useState<number | null>(null);
  const [marks, setMarks] = useState<{ readonly of: string; readonly all: readonly number[] } | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  // Marks belong to what they were set on; before any was, the address may name one.
  const named = /^\d{1,9}$/u.test(version ?? '') ? [Number(version)] : [];
  const marked = marks?.of === place ? marks.all : named;
  const toPlace = (next: string): void => {
    setQuery('');
    setAsOfMs(null);
    go(next === allPlace ? pathTo('memory') : pathTo('memory', next), { replace: true });
  };
  const looking: Looking = { place, query: useDeferredValue(query.trim()), asOfMs, marked };
  const hands: Hands = {
    onOpen: setOpened,
    onMark(number) {
      const all = mark(marked, number);
      setMarks({ of: place, all });
      // One that is marked can be come back to; two are a look, and no place.
      const one = all.length === 1 ? all.map(String) : [];
      go(one.length === 0 && place === allPlace ? pathTo('memory') : pathTo('memory', place, ...one), {
        replace: true,
      });
    },
    onLookBack(atMs) {
      if (atMs !== null && place !== allPlace) toPlace(allPlace);
      setMarks({ of: allPlace, all: [] });
      setQuery('');
      setAsOfMs(atMs);
    },
    onUnmark: () => setMarks({ of: place, all: [] }),
  };
  return { looking, hands, query, setQuery, toPlace, opened, close: () => setOpened(null) };
}

export function MemoryPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const { looking, hands, query, setQuery, toPlace, opened, close } = useLooking();
  const [forgetting, setForgetting] = useState<ForgetStart | null>(null);
  const files = useRemote(stores.memory.files);
  const entries = useValue(stores.memory.entries);
  const guard = useValue(stores.memory.guard);
  return (
    <Page
      isFull
      title={say('place.memory')}
      subtitle={<Subtitle />}
      actions={
        <Tools
          query={query}
          onQuery={setQuery}
          onDay={hands.onLookBack}
          onForget={() => setForgetting({ kind: 'word', text: '' })}
        />
      }
    >
      <div className={looking.place === othersPlace ? styles['two'] : styles['three']}>
        <MemoryNav
          files={files.kind === 'ready' ? files.value : []}
          entries={entries?.filter(({ status }) => status === 'active').length ?? null}
          deeds={guard?.deeds ?? null}
          open={looking.place}
          onOpen={toPlace}
        />
        <div className={styles['middle']}>
          <Middle looking={looking} hands={hands} />
        </div>
        <Right looking={looking} hands={hands} />
      </div>
      {opened !== null && (
        <EntrySheet
          id={opened}
          onClose={close}
          onForget={(id) => {
            close();
            setForgetting({ kind: 'entry', text: id });
          }}
        />
      )}
      {forgetting !== null && <ForgetDialog start={forgetting} onClose={() => setForgetting(null)} />}
    </Page>
  );
}
