// What was masked in the words that are shown: its kind, and that no model saw it.
import { maskedSign } from '../../shared/masked-words.ts';
import type { EvidenceView } from '../../shared/contract.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './EvidenceSheet.module.css';
import { useReveal } from './use-reveal.ts';

/** How many of each kind stand there. */
function kindsIn(view: EvidenceView): readonly (readonly [kind: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { text } of view.turns) {
    for (const [, kind = ''] of text.matchAll(maskedSign)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts];
}

export function Secrets({ view }: { readonly view: EvidenceView }) {
  const { say, secret, formats } = useWords();
  const reveal = useReveal();
  const kinds = kindsIn(view);
  if (kinds.length === 0) return null;
  const count = kinds.reduce((sum, [, n]) => sum + n, 0);
  const list = kinds.map(([kind, n]) => (n === 1 ? secret(kind) : `${formats.number(n)} × ${secret(kind)}`));
  return (
    <div className={styles['secrets']}>
      <p>{say('evidence.secrets', { count, kinds: formats.list(list) })}</p>
      {view.path !== null && (
        <div>
          <Button isSmall onClick={() => void reveal()}>
            {say('evidence.openLocation')}
          </Button>
        </div>
      )}
    </div>
  );
}
