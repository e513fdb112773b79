// Plants what is to be found, and what is to be left alone, and writes down the truth about both.
import { isWanted, type Call, type Item, type ItemType } from './bank.ts';
import type { Chance } from './chance.ts';
import { dayMs, insert, placeOf, type Session, type Step } from './day.ts';
import { speakerFor, type Work } from './ordinary.ts';
import { makeSecret } from './secrets.ts';
import { amid, ask, asTyped, createFill } from './speech.ts';
import type { Wording } from './words.ts';

/** Words that prove an item, and where they stand: a session's id, or a memory file's path below home. */
export interface Saying {
  readonly at: string;
  readonly text: string;
  readonly by: 'person' | 'tool' | 'file';
}

export interface TruthItem extends Wording {
  readonly id: string;
  readonly type: ItemType;
  readonly want: 'remember' | 'absent';
  /** What its scope must be; null where any will do. */
  readonly scope: string | null;
  readonly secrets: readonly string[];
  /** In how many sessions it was said or done. */
  readonly planted: number;
  readonly said: readonly Saying[];
}

export interface Truth {
  readonly bank: string;
  readonly person: string;
  readonly nowMs: number;
  readonly items: readonly TruthItem[];
  readonly secrets: readonly string[];
  /** Lines of memory files that must still be there afterwards. */
  readonly lines: readonly string[];
}

export interface PlantedLine {
  readonly file: string;
  readonly line: string;
}

/** A number of sessions by chance, spread over agents and projects as evenly as they allow; oldest first. */
export const choose = (from: readonly Session[], count: number, chance: Chance): readonly Session[] => {
  const left = [...chance.shuffle(from)];
  const taken = new Map<string, number>();
  const takenAt = (session: Session): number => taken.get(placeOf(session)) ?? 0;
  const chosen: Session[] = [];
  while (chosen.length < count && left.length > 0) {
    const fewest = Math.min(...left.map(takenAt));
    const [session] = left.splice(
      left.findIndex((each) => takenAt(each) === fewest),
      1,
    );
    if (session === undefined) break;
    taken.set(placeOf(session), fewest + 1);
    chosen.push(session);
  }
  return chosen.sort((one, other) => one.startMs - other.startMs);
};

const mapTexts = (item: Item, change: (text: string) => string): Item => {
  const all = (texts: readonly string[]): readonly string[] => texts.map(change);
  return {
    ...item,
    say: all(item.say),
    slip: all(item.slip),
    ack: all(item.ack),
    task: all(item.task),
    restate: all(item.restate),
    questions: all(item.questions),
    earlier: item.earlier.map(all),
    calls: item.calls.map((call) => ({ ...call, target: change(call.target), output: change(call.output) })),
    memory: item.memory.map(({ file, line }) => ({ file, line: change(line) })),
  };
};

interface Planting {
  readonly item: Item;
  readonly work: Work;
  readonly fitting: readonly Session[];
  readonly said: Saying[];
}

/** What the person says, as typed, amid other things. */
const say = (planting: Planting, session: Session, phrase: string, first: boolean): Step => {
  const { item, work, said } = planting;
  const speaker = speakerFor(work, session, item.language);
  const filled = createFill(session.project, work.chance)(phrase);
  const typed = item.alone ? filled : asTyped(filled, speaker, item);
  const text = item.alone ? typed : amid(typed, first, speaker);
  // After "ok so" the first letter may have become small.
  const inText = text.includes(typed) ? typed : typed.charAt(0).toLowerCase() + typed.slice(1);
  said.push({ at: session.id, text: inText, by: 'person' });
  return { by: 'person', text };
};

const use = (planting: Planting, session: Session, calls: readonly Call[]): readonly Step[] => {
  const { chance } = planting.work;
  const fill = createFill(session.project, chance);
  return calls.flatMap((call, index): Step[] => {
    const done = { ...call, target: fill(call.target), output: fill(call.output) };
    planting.said.push(
      { at: session.id, text: done.target, by: 'tool' },
      { at: session.id, text: done.output, by: 'tool' },
    );
    const thought: Step[] =
      index > 0 && chance.happens(0.3)
        ? [{ by: 'agent', text: fill(chance.pick(session.project.starts)) }]
        : [];
    return [...thought, { by: 'tool', call: done }];
  });
};

const plantOnce = (planting: Planting, session: Session, index: number): void => {
  const { item, work } = planting;
  const { chance } = work;
  const speaker = speakerFor(work, session, item.language);
  const steps: Step[] = [];
  const phrase = item.say[index % Math.max(1, item.say.length)];
  if (item.slip.length > 0 || item.calls.length > 0) {
    const text = item.task.length > 0 ? chance.pick(item.task) : ask(speaker);
    steps.push({ by: 'person', text: createFill(session.project, chance)(text) });
  }
  if (item.slip.length > 0) {
    steps.push({ by: 'agent', text: createFill(session.project, chance)(chance.pick(item.slip)) });
  }
  // Several calls of a tool that each bring something by themselves (pages, files) take turns.
  const each = item.calls.every((call) => call.tool === 'web' || call.tool === 'read');
  const calls = each
    ? item.calls.slice(index % item.calls.length, (index % item.calls.length) + 1)
    : item.calls;
  steps.push(...use(planting, session, calls));
  if (phrase !== undefined) steps.push(say(planting, session, phrase, steps.length === 0));
  const replies =
    item.ack.length > 0 ? item.ack : phrase === undefined ? session.project.ends : speaker.voice.acks;
  steps.push({ by: 'agent', text: createFill(session.project, chance)(chance.pick(replies)) });
  insert(session, steps, chance);
};

/** What held before, stage by stage, each said only before the next one was. */
const plantEarlier = (planting: Planting, firstMs: number): void => {
  const { item, work, fitting } = planting;
  let beforeMs = firstMs;
  for (const [index, phrases] of [...item.earlier.entries()].toReversed()) {
    const before = fitting.filter((session) => session.startMs < beforeMs - dayMs);
    // A middle stage takes the later half, so that the ones before it have room.
    const room = index === 0 ? before : before.slice(Math.floor(before.length / 2));
    const chosen = choose(room, item.earlierTimes, work.chance);
    const aside: Planting = { ...planting, said: [] };
    for (const [turn, session] of chosen.entries()) {
      const phrase = phrases[turn % phrases.length];
      if (phrase === undefined) continue;
      const { voice } = speakerFor(work, session, item.language);
      insert(
        session,
        [say(aside, session, phrase, true), { by: 'agent', text: work.chance.pick(voice.acks) }],
        work.chance,
      );
    }
    beforeMs = chosen[0]?.startMs ?? beforeMs;
  }
};

/** The agent's restatements and the person's questions: the same words, and no evidence. */
const plantEchoes = ({ item, work, fitting }: Planting): void => {
  const { chance } = work;
  const near = fitting.length > 0 ? fitting : [];
  if (near.length === 0) return;
  for (const text of item.restate) {
    const session = chance.pick(near);
    const speaker = speakerFor(work, session, null);
    insert(
      session,
      [
        { by: 'person', text: ask(speaker) },
        { by: 'agent', text },
      ],
      chance,
    );
  }
  for (const text of item.questions) {
    const session = chance.pick(near);
    const reply = item.restate.length > 0 ? chance.pick(item.restate) : chance.pick(session.project.ends);
    const fill = createFill(session.project, chance);
    insert(
      session,
      [
        { by: 'person', text: fill(text) },
        { by: 'agent', text: fill(reply) },
      ],
      chance,
    );
  }
};

const scopeOf = (item: Item, work: Work): string | null => {
  if (item.scope === 'project') return `project:${item.projects[0] ?? ''}`;
  const agent = work.person.agents.find((each) => each.key === item.agents[0]);
  if (item.scope === 'agent') return `agent:${agent?.kind ?? ''}`;
  return item.scope;
};

export interface Planted {
  readonly truth: TruthItem;
  readonly lines: readonly PlantedLine[];
}

export const plant = (planned: Item, sessions: readonly Session[], work: Work, nowMs: number): Planted => {
  const { chance } = work;
  const secrets = planned.secrets.map((kind) => makeSecret(kind, chance));
  const item = mapTexts(planned, (text) =>
    text.replace(/\{secret(\d)\}/g, (whole, index: string) => secrets[Number(index)] ?? whole),
  );
  const fitting = sessions.filter(
    (session) =>
      (item.agents.length === 0 || item.agents.includes(session.agent.key)) &&
      (item.projects.length === 0 || item.projects.includes(session.project.name)),
  );
  const { withinDays, times } = item;
  const recent =
    withinDays === null ? fitting : fitting.filter((each) => each.startMs >= nowMs - withinDays * dayMs);
  // A small history may have too few since then; its newest ones have to do.
  const room = recent.length >= times ? recent : fitting.slice(-times);
  const spoken = item.say.length > 0 || item.calls.length > 0;
  const chosen = spoken ? choose(room, times, chance) : [];
  const planting: Planting = { item, work, fitting, said: [] };
  for (const [index, session] of chosen.entries()) plantOnce(planting, session, index);
  plantEarlier(planting, chosen[0]?.startMs ?? nowMs);
  plantEchoes(planting);
  const lines = item.memory.map(({ file, line }) => ({ file: datedPath(file, nowMs), line }));
  const want = isWanted(item.type) ? 'remember' : 'absent';
  const { id, type, must, mustNot } = item;
  const said = [
    ...planting.said,
    ...lines.map(({ file, line }): Saying => ({ at: file, text: line, by: 'file' })),
  ];
  const truth: TruthItem = {
    id,
    type,
    want,
    must,
    mustNot,
    scope: scopeOf(item, work),
    secrets,
    planted: chosen.length,
    said: want === 'remember' ? said : [],
  };
  return { truth, lines };
};

/** `{day:12}`: the date of twelve days before now, as daily notes are named. */
export const datedPath = (path: string, nowMs: number): string =>
  path.replace(/\{day:(\d+)\}/g, (_, days: string) =>
    new Date(nowMs - Number(days) * dayMs).toISOString().slice(0, 10),
  );
