// Columns for people: as wide as their widest cell, figures to the right, and no line drawing to copy by accident.
import { displayWidth, padToWidth } from './plain-text.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paintTitle: (title: string) => string = (title) => title,
): readonly string[] {
  const widths = columns.map((column, at) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return columns[at]?.align === 'right'
          ? ' '.repeat(Math.max(0, width - displayWidth(cell))) + cell
          : padToWidth(cell, width);
      })
      .join('  ')
      .trimEnd();
  return [paintTitle(line(columns.map((column) => column.title))), ...rows.map(line)];
}

/** "Read      41 sessions": a word in a column of its own, and what belongs to it. */
export const labelled = (label: string, text: string, columns = 10): string =>
  `${padToWidth(label, columns)}${text}`;
