import { type FigureFact, rowsOfFact } from '#shared/figure-fact'
import { type FigureName, figureFacts, figureNames } from '#shared/figures'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'

export const behindNames = [...figureNames, 'work'] as const
export type BehindName = FigureName | 'work'
type Word =
  | keyof typeof figureFacts.accuracy
  | 'settledRight'
  | 'reviewedRight'
  | 'days'
  | 'given'
  | 'givenDone'
  | 'stillDue'
  | 'files'

export type Span = { from: string; until: string; runs: boolean }

/** Records of which a figure is made, as a list shows them. */
export type Rows = { word: Word; object: string; where: Filter }

/** The records behind a figure of one person: lists whose filter says what is counted. */
export function rowsBehind(
  name: BehindName,
  id: string,
  span: Span,
  customers: ObjectWire | undefined,
): readonly Rows[] {
  const of = (word: Word, fact: FigureFact, good?: Filter): Rows => ({
    word,
    object: fact.object,
    where: { ...rowsOfFact(fact, { id, ...span }), ...good },
  })
  switch (name) {
    case 'accuracy': {
      const { same, settled, reviewed } = figureFacts.accuracy
      return [
        of('reviewed', reviewed),
        of('reviewedRight', reviewed, { result: { in: ['right'] } }),
        of('same', same),
        of('settled', settled),
        of('settledRight', settled, { right: { in: ['first'] } }),
      ]
    }
    case 'completeness':
      return [of('days', figureFacts.completeness.days)]
    case 'timeliness': {
      const { given } = figureFacts.timeliness
      return [of('given', given), of('givenDone', given, { state: { in: ['done'] } })]
    }
    case 'updates':
      return stillDue(id, span, customers)
    case 'age':
      return [{ word: 'files', object: 'customer', where: { owner: { in: [id] } } }]
    case 'work':
      return []
  }
}

/** Files with a value whose time was over in the span, and which nobody has verified anew since. */
function stillDue(id: string, { from, until }: Span, customers: ObjectWire | undefined): readonly Rows[] {
  const alternatives = (customers?.fields ?? []).flatMap(({ name, verify, operators }): Filter[] =>
    verify && operators.length
      ? [{ [`${name}.verifiedAt`]: { gte: daysBefore(from, verify.days), lt: daysBefore(until, verify.days) } }]
      : [],
  )
  if (!alternatives.length) return []
  return [{ word: 'stillDue', object: 'customer', where: { owner: { in: [id] }, or: alternatives } }]
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}
