// Of which night a change is: when it ran, what it asked of a model, and its receipt.
import { useState } from 'react';
import type { NightSummary } from '../../shared/nights.ts';
import { useActions, useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import styles from './NightLine.module.css';
import { ReceiptSheet } from './ReceiptSheet.tsx';

function Night({ night }: { readonly night: NightSummary }) {
  const { say, formats } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  useActions({ 'review.receipt': () => setIsOpen(true) });
  const { startedAtMs, tookMs, asked } = night;
  const parts = [
    say('review.night', { day: formats.day(startedAtMs) }),
    `${formats.time(startedAtMs)}–${formats.time(startedAtMs + tookMs)}`,
    ...(asked === null
      ? [say('night.line.none')]
      : [
          say('night.line.tokens', { count: asked.tokens, n: formats.compact(asked.tokens) }),
          formats.money(asked.usd),
        ]),
  ];
  return (
    <div className={styles['night']}>
      <span>{parts.join(' · ')}</span>
      <ActionButton action="review.receipt" tone="quiet" isSmall>
        {say('night.line.receipt')}
      </ActionButton>
      {isOpen && <ReceiptSheet night={night.nightId} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

/** Nothing for a change that no night proposed, or one of a night that is not known any more. */
export function NightLine({ nightId }: { readonly nightId: string }) {
  const { stores } = useApp();
  const nights = useRemote(stores.night.nights);
  if (nights.kind !== 'ready') return null;
  const night = nights.value.find((one) => one.nightId === nightId);
  return night === undefined ? null : <Night night={night} />;
}
