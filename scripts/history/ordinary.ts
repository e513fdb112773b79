// A working day without anything to learn: tasks, files, commands, tests that fail and pass again, and talk.
import type { Person, Voice } from './bank.ts';
import type { Chance } from './chance.ts';
import type { Exchange, Session, Step } from './day.ts';
import { amid, asTyped, createFill, type Speaker } from './speech.ts';

const filler = 'row cell value note draft table field share part list page line mark unit stock shift'.split(
  ' ',
);

/** Text that a file may hold a lot of: nobody's words. */
export const padding = (kib: number, chance: Chance): string => {
  const lines: string[] = [];
  for (let size = 0; size < kib * 1024;) {
    const words = Array.from({ length: 6 + chance.whole(8) }, () => chance.pick(filler));
    const line = `${words.join(' ')} ${chance.whole(1_000_000)}`;
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
};

export interface Work {
  readonly person: Person;
  readonly voices: Readonly<Record<string, Voice>>;
  readonly chance: Chance;
  readonly padKib: number;
}

export const speakerFor = (work: Work, session: Session, language: string | null): Speaker => {
  const voice = work.voices[language ?? session.project.language];
  if (voice === undefined) throw new Error(`no voice for ${language ?? session.project.language}`);
  return { person: work.person, project: session.project, voice, chance: work.chance };
};

const saidByThem = (text: string, speaker: Speaker): Step => ({
  by: 'person',
  text: asTyped(text, speaker, { must: [], mustNot: [] }),
});

const task = (work: Work, session: Session, speaker: Speaker): Exchange => {
  const { chance, padKib } = work;
  const { project } = session;
  const fill = createFill(project, chance);
  const tool = (
    call: { tool: 'shell' | 'read' | 'edit'; target: string; output: string },
    failed = false,
  ): Step => ({
    by: 'tool',
    call: { ...call, failed },
  });
  const file = fill('{file}');
  const look = (): Step[] => {
    if (project.commands.length === 0) return [];
    const { command, output } = chance.pick(project.commands);
    return [tool({ tool: 'shell', target: fill(command), output: fill(output) })];
  };
  const edit = tool({ tool: 'edit', target: file, output: `The file ${file} has been updated.` });
  const content = fill(chance.pick(project.contents)) + (padKib > 0 ? `\n${padding(padKib, chance)}` : '');
  const steps: Step[] = [
    saidByThem(amid(fill(chance.pick(project.tasks)), true, speaker), speaker),
    { by: 'agent', text: fill(chance.pick(project.starts)) },
    tool({ tool: 'read', target: file, output: content }),
  ];
  if (chance.happens(0.5)) steps.push(edit);
  if (chance.happens(0.55)) steps.push(...look());
  if (project.failing.length > 0 && chance.happens(0.12)) {
    const { command, output, passed } = chance.pick(project.failing);
    steps.push(tool({ tool: 'shell', target: command, output: fill(output) }, true), ...look(), edit);
    steps.push(tool({ tool: 'shell', target: command, output: fill(passed) }));
  }
  const long = project.answers.length > 0 && chance.happens(0.25);
  steps.push({ by: 'agent', text: fill(chance.pick(long ? project.answers : project.ends)) });
  return steps;
};

const chat = (speaker: Speaker): Exchange => {
  const fill = createFill(speaker.project, speaker.chance);
  const { say, reply } = speaker.chance.pick(speaker.voice.chatter);
  return [saidByThem(fill(say), speaker), { by: 'agent', text: fill(reply) }];
};

const aside = (speaker: Speaker): Exchange => {
  const fill = createFill(speaker.project, speaker.chance);
  return [
    saidByThem(fill(speaker.chance.pick(speaker.voice.asides)), speaker),
    { by: 'agent', text: speaker.chance.pick(speaker.voice.acks) },
  ];
};

/** Fills the sessions; `lengthMax`: ordinary tasks in one, at the most. */
export const workThrough = (sessions: readonly Session[], work: Work, lengthMax: number): void => {
  for (const session of sessions) {
    const speaker = speakerFor(work, session, null);
    const tasks = 1 + work.chance.whole(lengthMax);
    for (let done = 0; done < tasks; done++) {
      session.exchanges.push(task(work, session, speaker));
      if (work.chance.happens(0.35)) session.exchanges.push(chat(speaker));
      if (speaker.voice.asides.length > 0 && work.chance.happens(0.35)) {
        session.exchanges.push(aside(speaker));
      }
    }
  }
};
