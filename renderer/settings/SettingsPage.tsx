// The Settings screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function SettingsPage() {
  const { say } = useWords();
  return <Page title={say('settings.title')}>{null}</Page>;
}
