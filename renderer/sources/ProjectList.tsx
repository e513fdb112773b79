// Projects, each with a tick. A long list is searched, and only what is in sight of it is in the page.
import { useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { VirtualRows } from '../memory/VirtualRows.tsx';
import { Check, Field } from '../ui/Field.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './ProjectList.module.css';

export interface ListedProject {
  readonly name: string;
  readonly hint: string | undefined;
  readonly isOn: boolean;
}

export interface ProjectListProps {
  readonly label: string;
  readonly projects: readonly ListedProject[];
  readonly onTick: (name: string, isOn: boolean) => void;
}

// More are not looked over at a glance.
const searchedFrom = 13;
// More boxes than this would be a page of their own.
const longFrom = 61;
const rowPx = 34;

/** Those whose name says it, in large or small letters. */
export const projectsNamed = (
  projects: readonly ListedProject[],
  words: string,
): readonly ListedProject[] => {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? projects : projects.filter(({ name }) => name.toLowerCase().includes(wanted));
};

function Rows({ label, projects, onTick }: ProjectListProps) {
  const tick = ({ name, hint, isOn }: ListedProject, stop?: 0 | -1) => (
    <Check
      key={name}
      label={<PlainText text={name} />}
      hint={hint}
      isOn={isOn}
      onChange={(next) => onTick(name, next)}
      stop={stop}
    />
  );
  if (projects.length < longFrom)
    return (
      <fieldset className={styles['projects']}>
        <legend className="visually-hidden">{label}</legend>
        {projects.map((project) => tick(project))}
      </fieldset>
    );
  return (
    <div className={styles['long']}>
      <VirtualRows
        label={label}
        count={projects.length}
        rowPx={rowPx}
        isStop={() => true}
        row={(at, tabIndex) => {
          const project = projects[at];
          return project === undefined ? null : tick(project, tabIndex);
        }}
      />
    </div>
  );
}

export function ProjectList({ projects, ...props }: ProjectListProps) {
  const { say } = useWords();
  const [words, setWords] = useState('');
  const found = projectsNamed(projects, words);
  return (
    <div className={styles['body']}>
      {projects.length >= searchedFrom && (
        <Field
          label={say('sources.findProject')}
          hint={
            words.trim() === ''
              ? undefined
              : say('sources.foundProjects', { found: found.length, all: projects.length })
          }
          value={words}
          onChange={setWords}
        />
      )}
      <Rows {...props} projects={found} />
    </div>
  );
}
