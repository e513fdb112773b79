// The Agents screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function AgentsPage() {
  const { say } = useWords();
  return <Page title={say('agents.title')}>{null}</Page>;
}
