/** What one question came to. */
export interface Table {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** What is to be read out of it, in one sentence. */
  verdict?: string;
}

/** A table for the terminal: names on the left, numbers on the right. */
export function formatTable({ title, columns, rows, verdict }: Table): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, index) => pad(cell, index, widths))
      .join('   ')
      .trimEnd(),
  );
  return [
    title,
    ...text.map((line) => `  ${line}`),
    ...(verdict === undefined ? [] : [`  → ${verdict}`]),
  ].join('\n');
}

function pad(cell: string, index: number, widths: readonly number[]): string {
  const width = widths[index] ?? 0;
  return index === 0 ? cell.padEnd(width) : cell.padStart(width);
}
