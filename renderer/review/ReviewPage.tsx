// The Review screen.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function ReviewPage() {
  const { say } = useWords();
  return <Page title={say('place.review')}>{null}</Page>;
}
