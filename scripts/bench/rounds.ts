/**
 * Measures some variants in turn, round after round, so that whatever else the machine does meets all of them alike; each round begins with
 * another variant. The first round warms up and does not count. Gives the results of each variant in the order of the rounds.
 */
export async function measureInTurn<Variant, Result>(
  variants: readonly Variant[],
  rounds: number,
  measure: (variant: Variant) => Promise<Result>,
): Promise<Result[][]> {
  const results = variants.map((): Result[] => []);
  for (let turn = 0; turn < (rounds + 1) * variants.length; turn += 1) {
    const round = Math.floor(turn / variants.length);
    const index = (round + turn) % variants.length;
    const result = await measure(variants[index] as Variant);
    if (round > 0) results[index]?.push(result);
  }
  return results;
}
