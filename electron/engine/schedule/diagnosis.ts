// Three empty nights in a row are no accident: says what stopped most, and what its owner can do about it.
import type { GateName, Receipt } from '../../../shared/dream.ts';
import { gateNames } from '../../../shared/dream.ts';

/** "Three empty nights in a row bring a diagnosis." */
const emptyNightsMin = 3;

/** Newest first. Null where the newest three were not all empty. Previews are no nights. */
export function diagnose(receipts: readonly Receipt[]): string | null {
  const nights = receipts.filter((receipt) => !receipt.preview);
  const otherwise = nights.findIndex((receipt) => receipt.outcome !== 'empty');
  const empty = nights.slice(0, otherwise === -1 ? nights.length : otherwise);
  if (empty.length < emptyNightsMin) return null;
  const recent = empty.slice(0, emptyNightsMin);
  return `${empty.length} empty nights in a row. ${causeOf(recent)}`;
}

function causeOf(nights: readonly Receipt[]): string {
  const stopped = mostStopped(nights);
  if (stopped !== null) return gateCause(stopped, nights);
  const isNothingThere = nights.every(({ read }) => read.sessions === 0 && read.memoryLines === 0);
  if (isNothingThere) {
    return 'No session and no memory file was found: look under Sources whether your agents’ folders are where they are looked for.';
  }
  if (nights.every(({ read }) => read.newSessions === 0)) {
    return 'No new session was found: if your agents were at work, look under Sources whether their folders are still the ones that are read.';
  }
  const themes = nights[0]?.found.themes ?? 0;
  if (themes > 0) {
    return 'Whatever passed is in memory already: nothing is wrong, and there was nothing new to keep.';
  }
  return 'Nothing in the sessions was worded as something to keep: say "from now on" or "remember" where you mean it.';
}

interface Stopped {
  readonly gate: GateName;
  /** Themes on the newest night that it stopped: a theme stands before the same gate every night until it passes. */
  readonly themes: number;
}

function mostStopped(nights: readonly Receipt[]): Stopped | null {
  const sums = gateNames.map((gate) => ({
    gate,
    sum: nights.reduce((sum, night) => sum + (night.turnedDown[gate] ?? 0), 0),
  }));
  // Of equals the first: gates stand in the order in which they stop.
  const most = sums.reduce<(typeof sums)[number] | null>(
    (best, one) => (one.sum > (best?.sum ?? 0) ? one : best),
    null,
  );
  if (most === null) return null;
  const latest = nights.map((night) => night.turnedDown[most.gate] ?? 0).find((count) => count > 0) ?? 0;
  return { gate: most.gate, themes: latest };
}

function gateCause({ gate, themes }: Stopped, nights: readonly Receipt[]): string {
  const nearest = nights.flatMap((night) => night.nearestMisses).find((miss) => miss.gate === gate);
  const example =
    nearest === undefined ? '' : ` The nearest was "${nearest.text}": it wants ${nearest.flip}.`;
  const many = themes === 1 ? '1 theme' : `${themes} themes`;
  return `The gate "${gate}" stopped most (${many} on the last of them): ${whatToDo[gate]}${example}`;
}

const whatToDo = {
  evidence: 'what was found stands in no transcript word for word; import the sessions it came from.',
  trust: 'it was said by tools, pages or files and not by you; say it in your own words once.',
  owner: 'your own rules keep it out; look through the rules in Review and lift those you no longer want.',
  'stands-alone': 'it cannot be understood without the talk around it; name the thing you mean.',
  sessions: 'it was seen too seldom; say it in another session, or once with "from now on".',
  contexts: 'it was never worded as a rule; say once what you want in general.',
  score: 'it was too faint; it comes up by itself when it is said again, or write it into a memory file.',
  instructions: 'your focus leaves it out; widen or clear the focus in Settings.',
} as const satisfies Readonly<Record<GateName, string>>;
