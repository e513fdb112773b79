// What was not read, and why: lines by reason, files of no known kind, and, after a scan, each line with its place.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ImportReport, SourceReport } from '../../shared/engine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { skippedByReason } from '../stores/sources.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import type { PlainKey, Say } from '../words/words.ts';
import styles from './Skipped.module.css';

const reasons: Readonly<Record<string, { readonly name: PlainKey; readonly means: PlainKey }>> = {
  'not-json': { name: 'sources.notJson', means: 'sources.notJsonMeans' },
  glued: { name: 'sources.glued', means: 'sources.gluedMeans' },
  cut: { name: 'sources.cut', means: 'sources.cutMeans' },
  'unknown-type': { name: 'sources.unknownType', means: 'sources.unknownTypeMeans' },
  'too-long': { name: 'sources.tooLong', means: 'sources.tooLongMeans' },
  'wrong-shape': { name: 'sources.wrongShape', means: 'sources.wrongShapeMeans' },
};
const reasonName = (reason: string, say: Say): string => {
  const known = reasons[reason];
  return known === undefined ? reason : say(known.name);
};

// Beyond it nobody reads on; the counts above stay whole.
const linesMax = 200;

function TooLarge({ sources }: { readonly sources: readonly SourceReport[] }) {
  const { say, formats } = useWords();
  const files = sources.flatMap(({ tooLarge }) => tooLarge);
  if (files.length === 0) return null;
  return (
    <Table
      caption={say('sources.tooLargeCaption')}
      columns={[{ title: say('sources.file') }, { title: say('sources.size'), isNumber: true }]}
      rows={files.slice(0, linesMax).map(({ path, bytes }) => ({
        key: path,
        cells: [<PlainText key="path" text={path} />, formats.bytes(bytes)],
      }))}
    />
  );
}

interface LinesProps {
  readonly report: ImportReport;
  readonly unread: ImportReport['unread'];
}

function Lines({ report, unread }: LinesProps) {
  const { say, formats } = useWords();
  const lines = report.skipped.slice(0, linesMax);
  return (
    <>
      {lines.length > 0 && (
        <Table
          caption={say('sources.linesCaption')}
          columns={[
            { title: say('sources.file') },
            { title: say('sources.atByte'), isNumber: true },
            { title: say('sources.reason') },
          ]}
          rows={lines.map((line, i) => ({
            key: `${line.path}-${line.startByte}-${i}`,
            cells: [
              <PlainText key="path" text={line.path} />,
              formats.number(line.startByte),
              [reasonName(line.reason, say), line.detail].filter((part) => part !== '').join(': '),
            ],
          }))}
        />
      )}
      {report.skipped.length > linesMax && (
        <p>{say('sources.linesLeft', { count: report.skipped.length - linesMax })}</p>
      )}
      {unread.length > 0 && (
        <Table
          caption={say('sources.unreadCaption')}
          columns={[{ title: say('sources.file') }, { title: say('sources.reason') }]}
          rows={unread.map(({ path, why }) => ({
            key: path,
            cells: [<PlainText key="path" text={path} />, <Told key="why" text={why} />],
          }))}
        />
      )}
    </>
  );
}

function Details({ sources }: { readonly sources: readonly SourceReport[] }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const report = useStore(stores.sources.scanned);
  const unread = useUnread(sources);
  const byReason = skippedByReason(sources);
  const notRead = sources.flatMap(({ agent, place, notReadYet }) =>
    notReadYet.map(({ what, files }) => ({ agent, place, what, files })),
  );
  return (
    <div className={styles['details']}>
      <TooLarge sources={sources} />
      {byReason.length > 0 && (
        <Table
          caption={say('sources.reasonsCaption')}
          columns={[
            { title: say('sources.reason') },
            { title: say('sources.lines'), isNumber: true },
            { title: say('sources.means') },
          ]}
          rows={byReason.map(({ reason, lines }) => {
            const known = reasons[reason];
            return {
              key: reason,
              cells: [
                reasonName(reason, say),
                formats.number(lines),
                known === undefined ? '' : say(known.means),
              ],
            };
          })}
        />
      )}
      {notRead.length > 0 && (
        <Table
          caption={say('sources.notReadCaption')}
          columns={[
            { title: say('sources.what') },
            { title: say('sources.files'), isNumber: true },
            { title: say('sources.where') },
          ]}
          rows={notRead.map(({ agent, place, what, files }) => ({
            key: `${place}-${what}`,
            cells: [<PlainText key="what" text={what} />, formats.number(files), agentName(agent, say)],
          }))}
        />
      )}
      {report === null ? (
        <p className={styles['words']}>{say('sources.scanForLines')}</p>
      ) : (
        <Lines report={report} unread={unread} />
      )}
    </div>
  );
}

/** Files that the last scan of this window could not open; those that are too large are told by what is found now. */
function useUnread(sources: readonly SourceReport[]): ImportReport['unread'] {
  const { stores } = useApp();
  const report = useStore(stores.sources.scanned);
  const tooLarge = new Set(sources.flatMap((source) => source.tooLarge.map(({ path }) => path)));
  return (report?.unread ?? []).filter(({ path }) => !tooLarge.has(path));
}

export function Skipped({ sources }: { readonly sources: readonly SourceReport[] }) {
  const { say } = useWords();
  const unread = useUnread(sources).length;
  const [isOpen, setIsOpen] = useState(false);
  const lines = sources.reduce((sum, { skippedLines }) => sum + skippedLines, 0);
  const kinds = sources.flatMap(({ notReadYet }) => notReadYet).reduce((sum, each) => sum + each.files, 0);
  const tooLarge = sources.reduce((sum, each) => sum + each.tooLarge.length, 0);
  const isWhole = lines + kinds + tooLarge + unread === 0;
  return (
    <Panel
      title={say('sources.skipped')}
      {...(isWhole
        ? {}
        : {
            aside: (
              <Button isSmall onClick={() => setIsOpen(true)}>
                {say('sources.details')}
              </Button>
            ),
          })}
    >
      <p className={styles['words']}>
        {isWhole
          ? say('sources.skippedNothing')
          : [
              ...(tooLarge > 0 ? [say('sources.tooLarge', { count: tooLarge })] : []),
              ...(unread > 0 ? [say('sources.unopened', { count: unread })] : []),
              ...(kinds > 0 ? [say('sources.unknownFiles', { count: kinds })] : []),
              ...(lines > 0 ? [say('sources.skippedLines', { count: lines })] : []),
            ].join(' · ')}
      </p>
      {!isWhole && <p className={styles['hint']}>{say('sources.skippedHint')}</p>}
      <Sheet title={say('sources.skipped')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Details sources={sources} />
      </Sheet>
    </Panel>
  );
}
