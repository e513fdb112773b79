// How the window looks, moves and speaks; it changes under its owner's hand.
import type { Settings, Theme } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Group } from './Group.tsx';
import { ThemeChoices } from './ThemeChoices.tsx';
import { useKeep } from './use-keep.ts';

type Appearance = Settings['appearance'];

export function AppearanceSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useKeep();
  const { appearance } = settings;
  const set = (part: Partial<Appearance>): void =>
    choose((now) => ({ appearance: { ...now.appearance, ...part } }));
  return (
    <>
      <Group title={say('settings.theme')}>
        <ThemeChoices value={appearance.theme} onChange={(theme: Theme) => set({ theme })} />
      </Group>
      <Group title={say('settings.density')}>
        <Choices<Appearance['density']>
          legend={say('settings.density')}
          isLegendHidden
          isRow
          value={appearance.density}
          onChange={(density) => set({ density })}
          options={[
            { value: 'comfortable', label: say('settings.comfortable') },
            { value: 'compact', label: say('settings.compact') },
          ]}
        />
      </Group>
      <Group title={say('settings.textSize')}>
        <Choices<Appearance['textSize']>
          legend={say('settings.textSize')}
          isLegendHidden
          isRow
          value={appearance.textSize}
          onChange={(textSize) => set({ textSize })}
          options={[
            { value: 'usual', label: say('settings.textUsual') },
            { value: 'large', label: say('settings.textLarge') },
            { value: 'larger', label: say('settings.textLarger') },
          ]}
        />
      </Group>
      <Group title={say('settings.motion')}>
        <Choices<Appearance['motion']>
          legend={say('settings.motion')}
          isLegendHidden
          isRow
          value={appearance.motion}
          onChange={(motion) => set({ motion })}
          options={[
            { value: 'system', label: say('settings.asSystem') },
            { value: 'reduced', label: say('settings.reduced') },
          ]}
        />
      </Group>
      <Group title={say('settings.language')}>
        <Choices<Appearance['language']>
          legend={say('settings.language')}
          isLegendHidden
          isRow
          value={appearance.language}
          onChange={(language) => set({ language })}
          options={[
            { value: 'system', label: say('settings.asSystem') },
            { value: 'en', label: <span lang="en">English</span> },
            { value: 'zh', label: <span lang="zh-CN">中文</span> },
          ]}
        />
      </Group>
    </>
  );
}
