// What brings a file back as it stood before a write, by the name under which its history shows it.
import type { FileBackup } from '../../shared/agent-files.ts';
import { useWords } from '../app/AppContext.tsx';
import styles from './FilesPlanView.module.css';

export function BackupName({ backup }: { readonly backup: FileBackup | null }) {
  const { say, formats } = useWords();
  if (backup === null) return <span className={styles['agent']}>{say('apply.backupNone')}</span>;
  const { name, copy } = backup;
  return (
    <span className={styles['file']}>
      <span className={styles['path']}>{name}</span>
      <span className={styles['agent']}>
        {copy === null ? say('apply.backupMade') : say('apply.backupKept', { n: formats.number(copy) })}
      </span>
    </span>
  );
}
