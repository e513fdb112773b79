// The Memory screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function MemoryPage() {
  const { say } = useWords();
  return <Page title={say('memory.title')}>{null}</Page>;
}
