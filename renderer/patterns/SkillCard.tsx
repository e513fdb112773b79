// One skill: the file as it would be, what its description did in sessions kept aside, and whether it is loaded since. It is
// written, turned down or taken back here, and by nothing else.
import { structuredPatch } from 'diff';
import { useId, useState } from 'react';
import type { Evidence } from '../../shared/memory.ts';
import type { Skill, SkillState, SkillTrial } from '../../shared/skills.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { SkillEdit } from './SkillEdit.tsx';
import styles from './SkillCard.module.css';
import { WeekBars } from './WeekBars.tsx';

const tones: Readonly<Record<SkillState, ChipTone>> = {
  offered: 'acc',
  later: 'plain',
  'failed-trial': 'warn',
  standing: 'plain',
  yours: 'plain',
  'turned-down': 'plain',
  retired: 'plain',
};

/** Against what lies there, whole where nothing does. */
function diffOf({ path, standing, text }: Skill): string {
  const { hunks } = structuredPatch('', path, standing ?? '', text, '', '', { context: 3 });
  return [`+++ ~/${path}`, ...hunks.flatMap(({ lines }) => lines)].join('\n');
}

function Quotes({ title, some }: { readonly title: string; readonly some: readonly Evidence[] }) {
  const { stores } = useApp();
  if (some.length === 0) return null;
  return (
    <div className={styles['quotes']}>
      <p className={styles['meta']}>{title}</p>
      <ul>
        {some.map((one, i) => (
          <li key={`${one.session}-${one.turn}`}>
            <button type="button" className={styles['quote']} onClick={() => stores.evidence.open(some, i)}>
              <PlainText text={one.quote} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Trial({ trial }: { readonly trial: SkillTrial }) {
  const { say } = useWords();
  const { work, others, fired, firedWrongly } = trial;
  return (
    <>
      <p className={styles['words']}>
        {say('skill.trial', { fired, work, wrongly: firedWrongly, count: others })}
      </p>
      <div className={styles['sides']}>
        <Quotes title={say('skill.firesFor')} some={trial.firesFor} />
        <Quotes title={say('skill.quietFor')} some={trial.quietFor} />
        <Quotes title={say('skill.missed')} some={trial.missed} />
      </div>
    </>
  );
}

function Use({ use }: { readonly use: NonNullable<Skill['use']> }) {
  const { say, formats } = useWords();
  return (
    <div className={styles['use']}>
      <p className={styles['words']}>
        {say('skill.use', {
          day: formats.date(use.writtenAtMs),
          count: use.loaded,
          work: use.work,
          missed: use.missed,
        })}
      </p>
      {use.weeks.some((n) => n > 0) && (
        <WeekBars label={say('skill.weeks', { count: use.weeks.length })} weeks={use.weeks} />
      )}
    </div>
  );
}

function Hands({ skill, onEdit }: { readonly skill: Skill; readonly onEdit: () => void }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { name, operation, state, apply, standing } = skill;
  const takeBack = async (number: number): Promise<void> => {
    const failure = await stores.work.takeBackSkill(number);
    if (failure === null) stores.news.announce(say('skill.saidTakenBack'));
    else stores.news.fail(failure);
  };
  const write = async (): Promise<void> => {
    const done = await stores.work.writeSkill(name, null);
    if (!done.ok) return stores.news.fail(done.error);
    const written = done.value.apply;
    stores.news.tell({
      title: say(operation === 'retire' ? 'skill.saidGone' : 'skill.saidWritten'),
      action: written === null ? null : { label: say('skill.takeBack'), run: () => void takeBack(written) },
    });
  };
  const reject = async (): Promise<void> => {
    const failure = await stores.work.rejectSkill(name);
    if (failure === null) stores.news.announce(say('skill.saidRejected'));
    else stores.news.fail(failure);
  };
  return (
    <div className={styles['hands']}>
      {state === 'offered' && (
        <>
          <Button tone="primary" onClick={() => void write()}>
            {say(`skill.do.${operation}`)}
          </Button>
          {operation !== 'retire' && <Button onClick={onEdit}>{say('skill.edit')}</Button>}
          <Button tone="quiet" onClick={() => void reject()}>
            {say(operation === 'create' ? 'skill.reject' : 'skill.keep')}
          </Button>
        </>
      )}
      {standing !== null && apply !== null && (
        <Button tone="quiet" onClick={() => void takeBack(apply)}>
          {say('skill.takeBack')}
        </Button>
      )}
    </div>
  );
}

export function SkillCard({ skill }: { readonly skill: Skill }) {
  const { say } = useWords();
  const heading = useId();
  const [isOpen, setIsOpen] = useState(skill.state === 'offered');
  const [isEdited, setIsEdited] = useState(false);
  const { agent, state, cause, operation, from, project, task, text, standing, trial, use } = skill;
  const hasFile = text !== '' || standing !== null;
  return (
    <article aria-labelledby={heading} className={styles['card']}>
      <div className={styles['head']}>
        <h3 id={heading} className={styles['title']}>
          <PlainText text={task === '' ? skill.name : task} />
        </h3>
        <Chip tone={tones[state]}>{say(`skill.state.${state}`)}</Chip>
        <Chip>{agentName(agent, say)}</Chip>
      </div>
      <p className={styles['meta']}>
        {project !== '' && <>{say(`skill.from.${from}`, { project })} </>}
        {cause !== null && operation !== 'none' && say(`skill.cause.${cause}`)}
      </p>
      {use !== null && <Use use={use} />}
      {trial !== null && <Trial trial={trial} />}
      {isOpen && hasFile && <FileDiff diff={diffOf(skill)} />}
      {hasFile && (
        <Button tone="quiet" isSmall aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {say(isOpen ? 'skill.hideFile' : 'skill.showFile')}
        </Button>
      )}
      <Hands skill={skill} onEdit={() => setIsEdited(true)} />
      {isEdited && <SkillEdit skill={skill} onClose={() => setIsEdited(false)} />}
    </article>
  );
}
