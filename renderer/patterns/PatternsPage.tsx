// The Patterns screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function PatternsPage() {
  const { say } = useWords();
  return <Page title={say('patterns.title')}>{null}</Page>;
}
