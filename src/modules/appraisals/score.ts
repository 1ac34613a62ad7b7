export type Thresholds = { sixty: number; hundred: number }

/** On the straight line through the value that is worth 60 and the one that is worth 100, never beyond 0 and 100. */
export function scoreOf(value: number, { sixty, hundred }: Thresholds): number {
  const score = 60 + (40 * (value - sixty)) / (hundred - sixty)
  return rounded(Math.min(100, Math.max(0, score)))
}

export type Weighed = { weight: number; score: number | null }

/** The mean by weight of what has a score: what could not be counted neither raises nor lowers it; null where nothing has one. */
export function totalOf(parts: readonly Weighed[]): number | null {
  const scored = parts.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, points: weight * score }]))
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0)
  return weights ? rounded(scored.reduce((sum, { points }) => sum + points, 0) / weights) : null
}

const rounded = (score: number): number => Math.round(score * 10) / 10
