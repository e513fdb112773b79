// One playbook: how its sessions went, and each rule with its counts and its sources.
import { useId } from 'react';
import { useLocation } from 'wouter';
import type { Playbook, PlaybookRule } from '../../shared/playbooks.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './PlaybookCard.module.css';

function Rule({ rule }: { readonly rule: PlaybookRule }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [, go] = useLocation();
  const words = useId();
  const { helpful, harmful, withoutWell, withoutBadly, turned, part, standing, changeId, sources } = rule;
  const counts = [
    say(part === 'check' ? 'playbook.found' : 'playbook.helped', { helpful, harmful }),
    part === 'check' ? null : say(`playbook.other.${part}`, { well: withoutWell, badly: withoutBadly }),
    turned > 0 ? say('playbook.turned', { count: turned }) : null,
  ].filter((each) => each !== null);
  return (
    <li className={styles['rule']}>
      <div className={styles['head']}>
        <Chip tone={part === 'pitfall' ? 'warn' : 'plain'}>{say(`playbook.part.${part}`)}</Chip>
        {standing !== 'in-memory' && <Chip tone="acc">{say(`playbook.standing.${standing}`)}</Chip>}
        {!rule.isSure && <Chip>{say('playbook.weak')}</Chip>}
      </div>
      <p id={words} className={styles['text']}>
        <PlainText text={rule.text} />
      </p>
      <p className={styles['counts']}>{counts.join(' · ')}</p>
      <div className={styles['hands']}>
        {standing === 'waiting' && changeId !== null && (
          <Button aria-describedby={words} onClick={() => go(pathTo('review', 'latest', changeId))}>
            {say('playbook.review')}
          </Button>
        )}
        {sources.length > 0 && (
          <Button tone="quiet" aria-describedby={words} onClick={() => stores.evidence.open(sources, 0)}>
            {say('patterns.evidence')}
          </Button>
        )}
      </div>
    </li>
  );
}

export function PlaybookCard({ book }: { readonly book: Playbook }) {
  const { say } = useWords();
  const heading = useId();
  return (
    <article aria-labelledby={heading} className={styles['card']}>
      <h3 id={heading} className={styles['title']}>
        <PlainText text={book.task} />
      </h3>
      <p className={styles['counts']}>
        {say('playbook.went', { project: book.project, well: book.wentWell, badly: book.wentBadly })}
      </p>
      <ul className={styles['rules']}>
        {book.rules.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </article>
  );
}
