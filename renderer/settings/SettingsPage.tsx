// Settings: one part at a time, kept as its owner types. Each part can be set back as it was made.
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Settings } from '../../shared/settings.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { BudgetSection } from './BudgetSection.tsx';
import { DataSection } from './DataSection.tsx';
import { FocusSection } from './FocusSection.tsx';
import { KeyboardSection } from './KeyboardSection.tsx';
import { ModelSection } from './ModelSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { RubricSection } from './RubricSection.tsx';
import { ScheduleSection } from './ScheduleSection.tsx';
import { asItIs, sectionFrom, sectionName, sections, usualOf, type Section } from './sections.ts';
import styles from './SettingsPage.module.css';
import { useKeep } from './use-keep.ts';

interface ContentProps {
  readonly section: Section;
  readonly settings: Settings;
}

function Content({ section, settings }: ContentProps) {
  switch (section) {
    case 'schedule':
      return <ScheduleSection settings={settings} />;
    case 'budget':
      return <BudgetSection settings={settings} />;
    case 'model':
      return <ModelSection settings={settings} />;
    case 'rubric':
      return <RubricSection settings={settings} />;
    case 'focus':
      return <FocusSection settings={settings} />;
    case 'notifications':
      return <NotificationsSection settings={settings} />;
    case 'appearance':
      return <AppearanceSection settings={settings} />;
    case 'keyboard':
      return <KeyboardSection settings={settings} />;
    case 'data':
      return <DataSection />;
    default:
      return assertNever(section);
  }
}

function Reset({ section, settings, onReset }: ContentProps & { readonly onReset: () => void }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useKeep();
  const usual = usualOf(section, settings);
  if (usual === null) return null;
  const reset = (): void => {
    const before = asItIs(usual, settings);
    choose(() => usual);
    onReset();
    stores.news.tell({
      title: say('settings.wasReset', { section: say(sectionName[section]) }),
      action: { label: say('settings.undoReset'), run: () => choose(() => before) },
    });
  };
  return (
    <Button tone="quiet" isSmall onClick={reset}>
      {say('settings.reset')}
    </Button>
  );
}

const Doors = ({ here }: { readonly here: Section }) => {
  const { say } = useWords();
  return (
    <nav className={styles['doors']} aria-label={say('settings.parts')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <Link
              href={pathTo('settings', section)}
              className={styles['door']}
              aria-current={section === here ? 'page' : undefined}
            >
              {say(sectionName[section])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

export function SettingsPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const { section: name } = useParams<{ readonly section?: string }>();
  const section = sectionFrom(name);
  const settings = useRemote(stores.settings.settings);
  const [round, setRound] = useState(0);
  const content = () => {
    switch (settings.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={settings.failure} onRetry={() => void stores.settings.settings.load()} />;
      case 'ready':
        return (
          <div className={styles['frame']}>
            <Doors here={section} />
            <Panel
              title={say(sectionName[section])}
              aside={
                <Reset section={section} settings={settings.value} onReset={() => setRound(round + 1)} />
              }
            >
              {/* A part of its own, so that no half-typed text outlives a reset or a change of place. */}
              <Content key={`${section}-${round}`} section={section} settings={settings.value} />
            </Panel>
          </div>
        );
      default:
        return assertNever(settings);
    }
  };
  return (
    <Page title={say('settings.title')} subtitle={say('settings.subtitle')}>
      {content()}
    </Page>
  );
}
