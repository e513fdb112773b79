// One row an agent that was found on this computer: how much it left, and since when.
import type { SourceReport } from '../../shared/engine.ts';
import { isExportAgent } from '../../shared/transcript.ts';
import { useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './FoundTable.module.css';

export function FoundTable({ sources }: { readonly sources: readonly SourceReport[] }) {
  const { say, formats } = useWords();
  return (
    <Table
      caption={say('welcome.found')}
      isCaptionHidden
      columns={[
        { title: say('sources.agent') },
        { title: say('sources.sessions'), isNumber: true },
        { title: say('sources.memoryFiles'), isNumber: true },
        { title: say('sources.size'), isNumber: true },
        { title: say('sources.newest'), isShort: true },
      ]}
      rows={sources.map((source) => ({
        key: source.place,
        cells: [
          <span key="agent" className={styles['agent']}>
            {isExportAgent(source.agent)
              ? say('sources.exportOf', { agent: agentName(source.agent, say) })
              : agentName(source.agent, say)}
            <span className={styles['place']}>
              <PlainText text={source.place} />
            </span>
          </span>,
          formats.number(source.sessions),
          formats.number(source.memoryFiles),
          formats.bytes(source.bytes),
          source.newestMs === null ? '–' : formats.moment(source.newestMs),
        ],
      }))}
    />
  );
}
