// What a person named and could not be read, said where they look: in the list of all that was left it would be one of many.
import { useStore } from 'zustand';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';

export function NamedUnread() {
  const { stores } = useApp();
  const { say } = useWords();
  const unread = useStore(stores.sources.namedUnread);
  const failure = useStore(stores.sources.failed);
  if (failure !== null) return <FailureBanner failure={failure} />;
  if (unread.length === 0) return null;
  return (
    <Banner tone="warn" title={say('sources.namedUnread')}>
      {unread.map(({ path, why }) => (
        <p key={`${path} ${why}`}>
          <PlainText text={path} />: <Told text={why} />
        </p>
      ))}
    </Banner>
  );
}
