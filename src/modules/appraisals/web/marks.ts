import { type FigureName, figureNames } from '#shared/figures'

export type Mark = {
  figure: FigureName
  weight: number
  sixty: number
  hundred: number
  good: number | null
  of: number | null
  value: number | null
  score: number | null
}

/** The scores of figures, as an appraisal keeps them. */
export function marksIn(value: unknown): readonly Mark[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((mark: Record<string, unknown>) => {
    const figure = figureNames.find((name) => name === mark.figure)
    const of = (name: keyof Mark): number | null => (typeof mark[name] === 'number' ? mark[name] : null)
    if (!figure) return []
    const set = { weight: of('weight') ?? 0, sixty: of('sixty') ?? 0, hundred: of('hundred') ?? 0 }
    return [{ figure, ...set, good: of('good'), of: of('of'), value: of('value'), score: of('score') }]
  })
}
