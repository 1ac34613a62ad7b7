import { type Context, gather, startJob, systemActor } from '#kernel'
import type { NoticeKind } from '#shared/notice-kinds'

/** That somebody is to be told of something. Ids and codes alone: it lies in the queue as it is. */
export type Tiding = {
  kind: NoticeKind
  /** Absent: whoever could sign the request that it is about. */
  readers?: readonly string[]
  actor: string | null
  object: string | null
  record: string | null
  detail: string | null
  count: number
  at: string
}

export const tellJobKind = 'notify'

/** More records of one sort for the same people are told of by their number. */
const mostSingly = 3

type Told = Pick<Tiding, 'kind'> & Partial<Omit<Tiding, 'kind' | 'at' | 'count'>>

/**
 * Leaves word in the transaction of what is told: what is not committed is told to nobody. What the house is filled with at first
 * concerns nobody.
 */
export function tell(ctx: Context, told: Told): void {
  if (ctx.channel === 'seed' || ctx.channel === 'setup') return
  const none = { actor: ctx.actor.id, object: null, record: null, detail: null, count: 1 }
  const tiding = { ...none, ...told, at: ctx.now().toISOString() }
  // Most of what people write concerns themselves alone: no job for it.
  if (!tiding.readers || othersIn(tiding.readers, tiding).length) gather(ctx, leaveWord, tiding)
}

/** Nobody is told of their own act. */
export function othersIn(readers: readonly string[], { actor }: Pick<Tiding, 'actor'>): string[] {
  return readers.filter((id) => id !== actor)
}

async function leaveWord(ctx: Context, tidings: readonly Tiding[]): Promise<void> {
  await startJob(ctx.with({ actor: systemActor }), tellJobKind, { tidings: inShort(tidings) })
}

/** Of many of one sort, one that tells how many. */
export function inShort(tidings: readonly Tiding[]): Tiding[] {
  const sorts = Map.groupBy(tidings, ({ kind, readers, actor, object, detail }) =>
    JSON.stringify([kind, readers, actor, object, detail]),
  )
  return [...sorts.values()].flatMap((same) => {
    const [first] = same
    if (!first?.readers || same.length <= mostSingly) return same
    return [{ ...first, record: null, count: same.length }]
  })
}
