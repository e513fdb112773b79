// The Welcome screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function WelcomePage() {
  const { say } = useWords();
  return <Page title={say('welcome.title')}>{null}</Page>;
}
