// The Diary screen: its place in the frame; its content follows.
import { useWords } from '../app/AppContext.tsx';
import { Page } from '../ui/Page.tsx';

export function DiaryPage() {
  const { say } = useWords();
  return <Page title={say('diary.title')}>{null}</Page>;
}
