/** Where a label stands so that it does not cover another. */
export interface PlacedLabel {
  readonly text: string;
  readonly value: number;
}

/**
 * Moves labels apart along an axis, the least distance from their values and in their order: those that
 * would overlap share the middle of where they belong (pool adjacent violators). `gap` is the distance that
 * two labels need, in the unit of the axis.
 */
export function spreadLabels(labels: readonly PlacedLabel[], gap: number): readonly PlacedLabel[] {
  const ordered = labels
    .map((label, i) => ({ label, i }))
    .sort((a, b) => a.label.value - b.label.value || a.i - b.i);
  const blocks: { first: number; count: number; sum: number }[] = [];
  ordered.forEach(({ label }, i) => {
    // Against its place in the order, a label that keeps its distance does not move.
    let block = { first: i, count: 1, sum: label.value - i * gap };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      blocks.pop();
      block = { first: last.first, count: last.count + block.count, sum: last.sum + block.sum };
    }
    blocks.push(block);
  });
  const placed: PlacedLabel[] = [...labels];
  for (const { first, count, sum } of blocks)
    for (let i = first; i < first + count; i++)
      placed[ordered[i].i] = { text: ordered[i].label.text, value: sum / count + i * gap };
  return placed;
}
