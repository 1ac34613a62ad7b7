import { z } from 'zod'
import type { Values } from '#kernel'
import { figureNames } from '#shared/figures'
import { figureIn } from './figures.ts'
import { scoreOf } from './score.ts'

const mark = z.object({
  figure: z.enum(figureNames),
  weight: z.number(),
  sixty: z.number(),
  hundred: z.number(),
  good: z.number().nullable(),
  of: z.number().nullable(),
  value: z.number().nullable(),
  score: z.number().nullable(),
})

/** A figure as it was counted, with the thresholds of the day by which it became a score. */
export type Mark = z.infer<typeof mark>

/** What a scheme makes of somebody's kept figures; a figure without weight is left out. */
export function marksOf(scheme: Values, kept: Values | undefined): Mark[] {
  return figureNames.flatMap((figure) => {
    const weight = Number(scheme[`${figure}Weight`] ?? 0)
    if (!weight) return []
    const thresholds = { sixty: Number(scheme[`${figure}Sixty`]), hundred: Number(scheme[`${figure}Hundred`]) }
    const told = figureIn(kept, figure)
    const score = told.value === null ? null : scoreOf(told.value, thresholds)
    return [{ figure, weight, ...thresholds, ...told, score }]
  })
}

/** As they stand in the record. */
export function marksIn(value: unknown): Mark[] {
  return z.array(mark).catch([]).parse(value)
}
