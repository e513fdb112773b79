// A night's receipt over the screen that names it: what became of its proposals, what it read, and how long it took.
import { Facts } from '../diary/Facts.tsx';
import { NightReceipt } from '../diary/NightReceipt.tsx';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { assertNever } from '../../shared/result.ts';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';

function Content({ night }: { readonly night: string }) {
  const { stores } = useApp();
  const { say } = useWords();
  const store = stores.diary.receipts.at(night);
  const receipt = useRemote(store);
  // What became of its proposals.
  useRemote(stores.diary.changes.at(night));
  switch (receipt.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed failure={receipt.failure} onRetry={() => void store.load()} />;
    case 'ready':
      return receipt.value === null ? (
        <p>{say('night.receiptGone')}</p>
      ) : (
        <>
          <NightReceipt receipt={receipt.value} />
          <Facts receipt={receipt.value} />
        </>
      );
    default:
      return assertNever(receipt);
  }
}

export function ReceiptSheet({ night, onClose }: { readonly night: string; readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <Sheet title={say('night.receiptTitle')} isOpen onClose={onClose}>
      <Content night={night} />
    </Sheet>
  );
}
