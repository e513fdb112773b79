// What the engine remembers of some stories: each saying in a session of its own, noticed, connected and decided on by
// the real stages, over several nights; what needs no person's eye is settled, as in a night with `--apply auto`.
import { connect } from '../../electron/engine/rem/rem.ts';
import { decide } from '../../electron/engine/deep/deep.ts';
import { noticeSession } from '../../electron/engine/light/light.ts';
import { propose } from '../../electron/engine/proposal/propose.ts';
import { applyChanges } from '../../electron/engine/proposal/apply.ts';
import { madeUpTranscript, madeUpTurn } from '../../electron/engine/store/testing/made-up.ts';
import type { SessionSignals } from '../../shared/dream.ts';
import { epochMs, nightId, sessionId, versionNumber, type EpochMs } from '../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../shared/memory.ts';
import type { Change } from '../../shared/proposal.ts';
import type { Story } from './story.ts';

const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 8, 1, 9);
// A phase of a story is two weeks, and its sayings are four days apart.
const [phaseDays, sayingDays] = [14, 4];

interface Heard {
  readonly phase: number;
  /** It is read this night, whenever it was said. */
  readonly night: number;
  readonly signals: SessionSignals;
}

const sessionName = (story: Story, phase: number, index: number): string => `${story.id}_${phase}_${index}`;

function hear(story: Story, place: number): readonly Heard[] {
  return story.phases.flatMap((sayings, phase) =>
    sayings.map((text, index) => {
      const name = sessionName(story, phase, index);
      const agent = (phase + index) % 2 === 0 ? 'claude-code' : 'codex';
      const day = phase * phaseDays + index * sayingDays;
      const turn = madeUpTurn(name, 0, { text, atMs: epochMs(firstMs + day * dayMs + place * 60_000) });
      const project = story.kind === 'project' ? `${story.id}_${phase}` : 'work';
      const { head } = madeUpTranscript(name, [], {
        id: sessionId(agent, name),
        agent,
        nativeId: name,
        project,
      });
      // what is imported out of order is read last though it was said first
      const night = story.kind === 'import' ? story.phases.length - 1 - phase : phase;
      return { phase, night, signals: noticeSession(head, [turn]) };
    }),
  );
}

export interface After {
  readonly active: readonly MemoryEntry[];
  /** Offered in the last night, and left to a person. */
  readonly waiting: readonly Change[];
}

const emptyMemory = (nowMs: EpochMs): MemoryVersion => ({
  number: versionNumber(1),
  parent: null,
  author: 'dream',
  reason: '',
  nightId: null,
  changeIds: [],
  createdAtMs: nowMs,
  entries: [],
});

/** Nights: `one` reads all at once; `each` sleeps after every phase. The memory after each of them. */
export function memoryAfter(stories: readonly Story[], nights: 'one' | 'each'): readonly After[] {
  const heard = stories.flatMap(hear);
  const last = Math.max(...heard.map(({ night }) => night));
  const list = nights === 'one' ? [last] : Array.from({ length: last + 1 }, (_, night) => night);
  let memory = emptyMemory(epochMs(firstMs));
  return list.map((night) => {
    const nowMs = epochMs(firstMs + (night + 1) * phaseDays * dayMs);
    const sessions = heard.filter((one) => one.night <= night).map(({ signals }) => signals);
    const decided = decide({ themes: connect(sessions), entries: memory.entries, instructions: null, nowMs });
    const { changes } = propose({ nightId: nightId(`night ${night}`), nowMs, base: memory, ...decided });
    const settled = changes.filter(({ flags }) => flags.length === 0);
    memory = { ...memory, entries: applyChanges(memory.entries, settled, nowMs) };
    return {
      active: memory.entries.filter(({ status }) => status === 'active'),
      waiting: changes.filter(({ flags }) => flags.length > 0),
    };
  });
}

/** Whether an entry rests on something said in the story. */
export const isOf = ({ evidence }: MemoryEntry, story: Story): boolean =>
  evidence.some(({ session }) => session.startsWith(`${story.id}_`));
