// One pattern: what repeats, how often, whether the last change helped, and what can be done about it.
import { BellOff, CircleCheck, CircleX, Hourglass } from 'lucide-react';
import { useId } from 'react';
import { useLocation } from 'wouter';
import type { Pattern, PatternKind } from '../../shared/contract.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import { useScopeName } from '../words/scope-name.ts';
import styles from './PatternCard.module.css';
import { WeekBars } from './WeekBars.tsx';

const tones: Readonly<Record<PatternKind, ChipTone>> = {
  'repeated-mistake': 'danger',
  contradiction: 'warn',
  'shared-preference': 'acc',
  stale: 'plain',
};

function Figures({ pattern }: { readonly pattern: Pattern }) {
  const { say, formats } = useWords();
  const { times, sessions, agents } = pattern;
  const parts = [
    pattern.kind !== 'contradiction' && times > 0 ? say('patterns.seen', { count: times }) : null,
    sessions > 0 ? say('patterns.inSessions', { count: sessions }) : null,
    agents.length > 0 ? formats.list(agents.map((agent) => agentName(agent, say))) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <p className={styles['figures']}>{parts.join(' · ')}</p>;
}

/** Before and after the rule that was to help, in the words of its curve. */
function Since({ since }: { readonly since: NonNullable<Pattern['since']> }) {
  const { say, formats } = useWords();
  const { verdict, before, after } = since;
  const Icon = verdict === 'helps' ? CircleCheck : verdict === 'worse' ? CircleX : Hourglass;
  return (
    <p className={styles['since']} data-verdict={verdict}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {say('patterns.takenIn', { day: formats.date(since.changeAtMs) })}{' '}
        <strong>{say(`serving.verdict.${verdict}`)}</strong>{' '}
        {verdict !== 'never-served' &&
          say('serving.sides', {
            before: before.occurrences,
            beforeSessions: before.sessions,
            after: after.occurrences,
            count: after.sessions,
          })}
      </span>
    </p>
  );
}

interface HandsProps {
  readonly pattern: Pattern;
  readonly onResolve: () => void;
}

function Hands({ pattern, onResolve }: HandsProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const { changeId, conflictId, isMuted } = pattern;
  const openEvidence = async (): Promise<void> => {
    const found = await stores.patterns.evidence(pattern);
    if (!found.ok) stores.news.fail(found.error);
    else if (found.value.length === 0) stores.news.tell({ title: say('patterns.noEvidence') });
    else stores.evidence.open(found.value, 0);
  };
  const mute = async (): Promise<void> => {
    stores.news.announce(say(isMuted ? 'patterns.saidUnmuted' : 'patterns.saidMuted'));
    const failure = await stores.patterns.mute(pattern.id, !isMuted);
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <div className={styles['hands']}>
      {conflictId !== null && <Button onClick={onResolve}>{say('patterns.resolve')}</Button>}
      {changeId !== null && (
        <Button onClick={() => go(pathTo('review', 'latest', changeId))}>
          {say(`patterns.review.${pattern.kind}`)}
        </Button>
      )}
      <Button tone="quiet" onClick={() => void openEvidence()}>
        {say('patterns.evidence')}
      </Button>
      <Button
        tone="quiet"
        aria-pressed={isMuted}
        icon={<BellOff size={14} aria-hidden="true" />}
        onClick={() => void mute()}
      >
        {say(isMuted ? 'patterns.unmute' : 'patterns.mute')}
      </Button>
    </div>
  );
}

export interface PatternCardProps extends HandsProps {
  /** A link asked for it. */
  readonly isWanted: boolean;
}

export function PatternCard({ pattern, onResolve, isWanted }: PatternCardProps) {
  const { say } = useWords();
  const heading = useId();
  const scopeName = useScopeName();
  return (
    <article
      aria-labelledby={heading}
      className={styles['card']}
      data-wanted={isWanted || undefined}
      ref={(card) => {
        if (isWanted) card?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <div className={styles['words']}>
        <div className={styles['head']}>
          <Chip tone={tones[pattern.kind]}>{say(`patterns.kind.${pattern.kind}`)}</Chip>
          <span className={styles['scope']}>{scopeName(pattern.scope)}</span>
        </div>
        <h2 id={heading} className={styles['title']}>
          <PlainText text={pattern.text} />
        </h2>
        <Figures pattern={pattern} />
        {pattern.since !== null && <Since since={pattern.since} />}
        <p className={styles['because']}>
          <Told text={pattern.because} />
        </p>
        <Hands pattern={pattern} onResolve={onResolve} />
      </div>
      {pattern.weeks.some((n) => n > 0) && (
        <WeekBars label={say('patterns.weeksLabel', { count: pattern.weeks.length })} weeks={pattern.weeks} />
      )}
    </article>
  );
}
