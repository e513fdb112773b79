// What a model's changes are graded by, in Markdown: one for everything, and one of its own for a project.
import { useState } from 'react';
import type { Rubric, Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { Group, Note } from './Group.tsx';
import styles from './RubricSection.module.css';
import { readText } from './readings.ts';
import { useKeep } from './use-keep.ts';

// The app takes no longer one (electron/door/pieces.ts); Anthropic's own limit.
const rubricCharsMax = 262_144;
/** In the place of a project's name. */
const everything = '';

const named = (project: string | null): string => project ?? everything;
const projectOf = (name: string): string | null => (name === everything ? null : name);

/** Null: the one that ships with us holds again. */
const withRubric = (
  rubrics: readonly Rubric[],
  project: string | null,
  markdown: string | null,
): readonly Rubric[] => [
  ...rubrics.filter((one) => one.project !== project),
  ...(markdown === null ? [] : [{ project, markdown }]),
];

function Criteria({ markdown }: { readonly markdown: string | null }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const found = useValue(stores.model.rubric.at(markdown ?? ''));
  if (found === null) return null;
  const names = found.criteria;
  return (
    <p className={names.length === 0 ? styles['none'] : styles['criteria']}>
      {names.length === 0
        ? say('model.criteriaNone')
        : say('model.criteria', { count: names.length, names: formats.list(names) })}
    </p>
  );
}

function Writing({
  project,
  rubrics,
}: {
  readonly project: string | null;
  readonly rubrics: readonly Rubric[];
}) {
  const { stores } = useApp();
  const { say } = useWords();
  const { change, choose } = useKeep();
  const usual = useValue(stores.model.rubric.at(''))?.usual ?? null;
  const own = rubrics.find((one) => one.project === project)?.markdown ?? null;
  // A project without one of its own is graded by that for everything.
  const forAll = rubrics.find((one) => one.project === null)?.markdown ?? usual;
  if (usual === null) return null;
  const goBack = (): void => {
    choose((now) => ({ rubrics: withRubric(now.rubrics, project, null) }));
    stores.news.tell({
      title: say('model.rubricWasBack'),
      action: {
        label: say('settings.undoReset'),
        run: () => choose((now) => ({ rubrics: withRubric(now.rubrics, project, own) })),
      },
    });
  };
  return (
    <div className={styles['writing']}>
      <DraftField
        label={say('model.rubricLabel')}
        rows={16}
        value={own}
        write={(markdown) => markdown ?? forAll ?? usual}
        read={readText(rubricCharsMax)}
        keep={(markdown) =>
          change((now) => ({
            rubrics: withRubric(now.rubrics, project, markdown === usual.trim() ? null : markdown),
          }))
        }
      />
      <Criteria markdown={own ?? (project === null ? null : forAll)} />
      <div className={styles['state']}>
        <span>{say(own === null ? 'model.rubricUsual' : 'model.rubricOwn')}</span>
        {own !== null && (
          <Button tone="quiet" isSmall onClick={goBack}>
            {say(project === null ? 'model.rubricBack' : 'model.rubricGone')}
          </Button>
        )}
      </div>
    </div>
  );
}

function AddProject({ onAdd }: { readonly onAdd: (project: string) => void }) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const project = name.trim();
  return (
    <form
      className={styles['add']}
      onSubmit={(event) => {
        event.preventDefault();
        if (project === '' || project.length > 500) return;
        onAdd(project);
        setName('');
      }}
    >
      <Field
        label={say('model.rubricAdd')}
        hint={say('model.rubricAddHint')}
        value={name}
        onChange={setName}
      />
      <Button type="submit" disabled={project === ''}>
        {say('model.rubricAddDo')}
      </Button>
    </form>
  );
}

export function RubricSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useKeep();
  const [chosen, setChosen] = useState(everything);
  const { rubrics } = settings;
  const names = [...new Set([everything, ...rubrics.map(({ project }) => named(project)), chosen])];
  const options = names.map((name) => ({
    value: name,
    label: name === everything ? say('model.rubricAll') : say('model.rubricProject', { name }),
  }));
  return (
    <>
      <Note>{say('model.rubricText')}</Note>
      <Group title={say('model.rubricFor')}>
        <div className={styles['for']}>
          <Select label={say('model.rubricWhich')} value={chosen} options={options} onChange={setChosen} />
        </div>
        <AddProject
          onAdd={(project) => {
            setChosen(project);
            const start = rubrics.find((one) => one.project === null)?.markdown ?? null;
            if (start === null || rubrics.some((one) => one.project === project)) return;
            choose((now) => ({ rubrics: withRubric(now.rubrics, project, start) }));
          }}
        />
      </Group>
      <Group title={say('model.rubric')}>
        <Writing key={chosen} project={projectOf(chosen)} rubrics={rubrics} />
      </Group>
    </>
  );
}
