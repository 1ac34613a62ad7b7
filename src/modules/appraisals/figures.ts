import type { Values } from '#kernel'
import { type FigureName, figuresIn, shareOf, shares } from '#shared/figures'

export const figureLabels = {
  accuracy: { zh: '准确率', en: 'Accuracy' },
  completeness: { zh: '完整度', en: 'Completeness' },
  timeliness: { zh: '按期率', en: 'Timeliness' },
  updates: { zh: '更新率', en: 'Updates' },
  age: { zh: '数据年龄', en: 'Age of data' },
} as const satisfies Record<FigureName, { zh: string; en: string }>

export type Figure = { good: number | null; of: number | null; value: number | null }

/** A figure of a period that is over: a share in per cent, or days; null where there was nothing to count. */
export function figureIn(kept: Values | undefined, name: FigureName): Figure {
  const none = { good: null, of: null, value: null }
  if (!kept) return none
  if (name === 'age') return typeof kept.age === 'number' ? { ...none, value: kept.age } : none
  const figures = figuresIn(kept)
  const value = shareOf(figures, name)
  const [good, of] = shares[name]
  return value === null ? none : { good: figures[good], of: figures[of], value }
}
