// The Sources screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function SourcesPage() {
  const { say } = useWords();
  return <Page title={say('sources.title')}>{null}</Page>;
}
