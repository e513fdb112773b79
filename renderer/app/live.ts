// What happens while the window looks on: a live event goes to the stores it concerns, and what "changed" is asked again.
import type { LiveEvent, Subject } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import type { Stores } from '../stores/stores.ts';

export interface LiveDoors {
  /** A link, the tray or the menu asks for a screen. */
  go(route: string): void;
  onEngine(state: 'lost' | 'back'): void;
}

type Concerned = (stores: Stores) => readonly { refresh(): Promise<void> }[];

/** What each subject concerns. A screen that was never opened loads nothing. */
const concerned: Readonly<Record<Subject, Concerned>> = {
  night: ({ night, diary, model }) => [
    night.state,
    night.nights,
    diary.records,
    ...diary.page.known(),
    ...diary.found.known(),
    ...model.concernedByNights(),
  ],
  review: ({ review, night, diary }) => [
    review.items,
    review.expired,
    review.discarded,
    review.conflicts,
    night.state,
    ...diary.changes.known(),
  ],
  memory: ({ review, memory }) => [review.conflicts, ...memory.concernedByMemory()],
  files: ({ agents, memory, review }) => [
    agents,
    agents.connections,
    ...agents.history.known(),
    review.plan,
    ...memory.concernedByFiles(),
  ],
  sources: ({ sources, night, quarantine }) => [
    sources,
    sources.notSecrets,
    night.state,
    quarantine.items,
    quarantine.trust,
  ],
  settings: ({ settings, agents, model, sources }) => [
    settings.settings,
    agents,
    sources,
    ...model.concernedBySettings(),
  ],
  patterns: ({ patterns, work, served }) => [
    patterns.patterns,
    ...patterns.charts.known(),
    work.playbooks,
    work.skills,
    work.judgement,
    ...served.concerned(),
  ],
};

export function handleLive(event: LiveEvent, stores: Stores, doors: LiveDoors): void {
  switch (event.kind) {
    case 'run':
      stores.night.onRun(event.running);
      return stores.model.onRun(event.running);
    case 'run-ended':
      stores.night.onRunEnded(event.end);
      stores.sources.onRunEnded(event.end);
      // whether anything was read, and whose days they are, is another thing after an import
      for (const store of [stores.facts, stores.night.state, stores.night.nights, stores.review.items]) {
        void store.refresh();
      }
      return;
    case 'changed': {
      const all = event.subjects.flatMap((subject) => concerned[subject](stores));
      for (const store of new Set(all)) void store.refresh();
      return;
    }
    case 'go':
      return doors.go(event.route);
    case 'engine':
      return doors.onEngine(event.state);
    default:
      return assertNever(event);
  }
}
