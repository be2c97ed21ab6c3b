/** How many code points must be added, left out or changed to make `to` of `from` (Levenshtein distance). */
export function getEditDistance(from: string, to: string): number {
  const target = Array.from(to);
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const character of from) row = getNextRow(row, character, target);
  return row.at(-1) ?? 0;
}

/** The row of the distance matrix below `row`: for each beginning of `target`, the distance from one character more. */
function getNextRow(row: readonly number[], character: string, target: readonly string[]): number[] {
  let [above = 0] = row;
  let left = above + 1;
  const next = [left];
  for (const [index, wanted] of target.entries()) {
    const replaced = above + (wanted === character ? 0 : 1);
    above = row[index + 1] ?? 0;
    left = Math.min(replaced, above + 1, left + 1);
    next.push(left);
  }
  return next;
}
