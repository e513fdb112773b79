// Test code: a home with doubts in it, a server of ours that answers by a script, and whole nights with its help.
import { onTestFinished } from 'vitest';
import type { DreamOptions, NightResult } from '../../../../shared/engine.ts';
import type { MindReceipt } from '../../../../shared/models.ts';
import { usualSettings, type Settings } from '../../../../shared/settings.ts';
import { createEngine, type WholeEngine } from '../../index.ts';
import { scriptedMind, type ScriptedRules } from '../../minds/testing/scripted-mind.ts';
import {
  startFakeClaude,
  type FakeClaude,
  type FakePlan,
  type FakeReply,
  type NoAnswer,
} from '../../models/testing/fake-claude.ts';
import {
  depsOf,
  fourDays,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  writeDay,
  type TempHome,
} from './temp-home.ts';

export function homeWithDoubts(): TempHome {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  writeDay(place, {
    id: 'day-e',
    day: 20,
    said: ['We deploy on Thursdays.', 'Use two browsers in tests.', 'ok'],
  });
  return place;
}

/** How batches go: null for an answer by the script. */
interface InBatch {
  readonly ends?: ((user: string, id: string) => NoAnswer | FakeReply | null) | undefined;
  looksUntilEnded?: number;
}

interface Served extends Partial<FakePlan> {
  readonly rules?: ScriptedRules;
  readonly inBatch?: InBatch;
}

export async function serve({ rules, inBatch, ...plan }: Served = {}): Promise<FakeClaude> {
  const mind = scriptedMind(rules);
  const server = await startFakeClaude({
    reply: (heard) => ({ kind: 'say', text: mind(heard) }),
    ...(inBatch === undefined
      ? {}
      : {
          batch: {
            get looksUntilEnded() {
              return inBatch.looksUntilEnded ?? 0;
            },
            ends: (id, heard) => inBatch.ends?.(heard.user, id) ?? { kind: 'say', text: mind(heard) },
          },
        }),
    ...plan,
  });
  onTestFinished(() => server.close());
  return server;
}

export interface With {
  readonly place: TempHome;
  readonly server: FakeClaude;
  readonly model?: Partial<Settings['model']>;
  readonly budget?: Partial<Settings['budget']>;
  readonly rubrics?: Settings['rubrics'];
  readonly atMs?: number;
}

export async function engineWith(given: With): Promise<WholeEngine> {
  const { place, server } = given;
  const engine = valueOf(await createEngine(depsOf(place, given.atMs ?? nightMs)));
  onTestFinished(() => engine.close());
  const model: Settings['model'] = {
    ...usualSettings.model,
    choice: 'server',
    baseUrl: server.url,
    consentTo: server.url,
    readerModel: 'claude-haiku-4-5',
    consolidatorModel: 'claude-sonnet-5',
    ...given.model,
  };
  const budget = { ...usualSettings.budget, ...given.budget };
  valueOf(await engine.setSettings({ model, budget, rubrics: given.rubrics ?? [] }));
  return engine;
}

export async function dreamWith(given: With, options: Partial<DreamOptions> = {}): Promise<NightResult> {
  const engine = await engineWith(given);
  const night = valueOf(await engine.dream({ ...plainNight, ...options }, {}));
  engine.close();
  return night;
}

export function mindOf(night: NightResult): MindReceipt {
  if (!night.receipt.mind) throw new Error('the receipt tells of the model');
  return night.receipt.mind;
}

export const titles = ({ proposal }: NightResult): readonly string[] =>
  proposal.changes.map(({ title }) => title).toSorted();
