// What became of an entry since agents were given it, and its owner's own word: it helped, or it is wrong.
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './EntrySheet.module.css';

/** Nothing before the first night that counted. */
export function ReceiptFacts({ id }: { readonly id: string }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const receipt = useValue(stores.served.receipts)?.receipts.find((one) => one.id === id);
  const give = async (verdict: 'helped' | 'wrong'): Promise<void> => {
    const failure = await stores.served.say(id, verdict);
    if (failure !== null) return stores.news.fail(failure);
    stores.news.announce(say(verdict === 'helped' ? 'serving.saidHelped' : 'serving.saidWrong'));
    return undefined;
  };
  return (
    <section>
      <h3>{say('serving.became')}</h3>
      {receipt === undefined ? (
        <p className={styles['meta']}>{say('serving.notCounted')}</p>
      ) : (
        <p className={styles['meta']}>
          {[
            say('serving.loaded', { count: receipt.loaded }),
            receipt.applied === null ? null : say('serving.applied', { count: receipt.applied }),
            say('serving.violated', { count: receipt.violated }),
            say('serving.handedOut', { count: receipt.handedOut }),
            say('serving.helpedWrong', { helped: receipt.helped, count: receipt.harmed }),
            say('serving.rent', { tokens: formats.number(receipt.rentTokens) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      )}
      <p className={styles['hands']}>
        <Button isSmall onClick={() => void give('helped')}>
          {say('serving.helped')}
        </Button>
        <Button isSmall onClick={() => void give('wrong')}>
          {say('serving.wrong')}
        </Button>
      </p>
    </section>
  );
}
