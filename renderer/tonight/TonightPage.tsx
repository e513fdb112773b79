// The Tonight screen.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function TonightPage() {
  const { say } = useWords();
  return <Page title={say('place.tonight')}>{null}</Page>;
}
