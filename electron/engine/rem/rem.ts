// Dreaming: connect. All signals of all nights become themes, derived anew each time from the signals themselves; what
// an earlier night made of them is never read.
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import { announcedIn, joinAnnounced, type Announced } from './announced.ts';
import { clusterForms, valueLinks } from './cluster.ts';
import { handedOverIn, joinHandedOver } from './handed-over.ts';
import { inOneBreath, joinCompanions, type Subject } from './one-breath.ts';
import { mendsOf, workflowThemes } from './habits.ts';
import { splitOtherThings } from './other-things.ts';
import { routineThemes } from './routines.ts';
import { stancesOf, type Stance } from './stance.ts';
import { formsOf, weighTerms, type Form, type Sighting, type TermWeights } from './statement-forms.ts';
import { splitFaint, supportersOf } from './supporters.ts';
import { joinTurned } from './turned.ts';
import { withoutTemplates } from './templates.ts';
import { themeOf } from './theme.ts';
import { bestWording, coreTerms } from './wording.ts';

// A request may be one more saying of what somebody wants; of how things are it says nothing.
const supportable: ReadonlySet<string> = new Set(['preference', 'correction']);

function themeOfStance(
  stance: Stance,
  pairs: Subject['pairs'],
  weights: TermWeights,
  closedBy: string | null,
  supporters: readonly Sighting[] = [],
): Theme {
  const core = coreTerms(stance.sightings);
  const own = new Set(stance.sightings);
  const joined = pairs
    .filter((pair) => pair.every((sighting) => own.has(sighting)))
    .flatMap((pair) => inOneBreath(pair) ?? []);
  const best = bestWording([...stance.sightings, ...joined], core, weights, stance.holds).signal;
  const terms = new Set([...core, ...stance.holds, ...best.terms]);
  const negated = [...terms].filter(
    (term) =>
      best.negated.includes(term) ||
      stance.sightings.every(({ signal }) => !signal.terms.includes(term) || signal.negated.includes(term)),
  );
  return themeOf({
    sightings: stance.sightings,
    supporters: supportable.has(best.kind) ? supporters : [],
    best,
    terms: [...terms].sort(),
    negated: negated.sort(),
    closesValues: stance.closes,
    closedBy,
  });
}

const changesIn = (forms: readonly Form[], weights: TermWeights): readonly Announced[] => [
  ...announcedIn(forms, weights),
  ...handedOverIn(forms, weights),
];

function themesOfSubject(
  { forms, pairs }: Subject,
  weights: TermWeights,
  supporters: readonly Sighting[],
): readonly Theme[] {
  const [current, ...others] = stancesOf(forms, changesIn(forms, weights));
  if (!current) return [];
  const theme = themeOfStance(current, pairs, weights, null, supporters);
  return [
    theme,
    ...others.map((stance) => themeOfStance(stance, pairs, weights, stance.isClosed ? theme.text : null)),
  ];
}

/** Pure. The sessions in any order; themes sorted by id. */
export function connect(sessions: readonly SessionSignals[]): readonly Theme[] {
  const ordered = withoutTemplates([...sessions].sort((a, b) => (a.session < b.session ? -1 : 1)));
  const all = formsOf(ordered);
  const { own, faint } = splitFaint(all);
  const weights = weighTerms(own, ordered);
  const groups = joinTurned(
    joinAnnounced(joinHandedOver(clusterForms(own, weights), weights), weights),
  ).flatMap((forms) => splitOtherThings(forms, (some) => changesIn(some, weights)));
  const subjects = joinCompanions(groups);
  const supporters = supportersOf(
    subjects.map(({ forms }) => forms),
    faint,
    weighTerms(all, ordered),
    valueLinks(own),
  );
  const statements = subjects.flatMap((subject, at) =>
    themesOfSubject(subject, weights, supporters.get(at) ?? []),
  );
  return [...statements, ...mendsOf(ordered), ...workflowThemes(ordered), ...routineThemes(ordered)].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  );
}
