/**
 * How likely a sample of `these` is longer than one of `those`: Mann and Whitney's U, as a share. 0.5 when nobody can
 * tell them apart, whatever the shape of the noise.
 */
export function probabilityOfLonger(these: readonly number[], those: readonly number[]): number {
  const ranked = [
    ...these.map((value) => ({ value, isThis: true })),
    ...those.map((value) => ({ value, isThis: false })),
  ].sort((a, b) => a.value - b.value)
  let rankSum = 0
  for (let first = 0; first < ranked.length; ) {
    let after = first
    while (after < ranked.length && ranked[after]?.value === ranked[first]?.value) after += 1
    // Equal samples share the mean of their ranks.
    const rank = (first + 1 + after) / 2
    for (let at = first; at < after; at++) if (ranked[at]?.isThis) rankSum += rank
    first = after
  }
  const u = rankSum - (these.length * (these.length + 1)) / 2
  return u / (these.length * those.length)
}
