// Exact duplicates as one card: each says the same to the letter as another line.
import type { ReviewItem } from '../../shared/proposal.ts';
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import cardStyles from './ChangeCard.module.css';
import styles from './GroupCard.module.css';

export function GroupCard({ items }: { readonly items: readonly ReviewItem[] }) {
  const { say } = useWords();
  const title = say('group.title', { count: items.length });
  return (
    <article aria-label={title} className={cardStyles['card']}>
      <h2 className={cardStyles['title']}>{title}</h2>
      <p className={styles['text']}>{say('group.text')}</p>
      <Table
        caption={title}
        isCaptionHidden
        columns={[
          { title: say('conflict.result') },
          { title: say('apply.files') },
          { title: say('tonight.fateColumn') },
        ]}
        rows={items.map((item) => ({
          key: item.change.id,
          cells: [
            <PlainText key="text" text={item.change.after?.text ?? item.change.title} />,
            <span key="paths" className={styles['paths']}>
              {item.before
                .flatMap(({ places }) => places)
                .map(({ path, line }) => (
                  <span key={`${path}:${line}`}>
                    <PlainText text={path} />
                  </span>
                ))}
            </span>,
            say(`state.${item.state}`),
          ],
        }))}
      />
    </article>
  );
}
