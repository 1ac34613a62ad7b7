import { AppError } from '#shared/app-error'
import { type GroundsPart, groundsParts } from '#shared/grounds'
import type { Context } from '../context.ts'
import { type Demand, isByItself } from './demand.ts'
import type { Linked } from './linked.ts'
import { type Arrival, faceOf } from './proposal.ts'
import type { Gathered } from './together.ts'

/** Why a change is asked for, by what source, with which files: what a request brings in case it has to wait. */
export type Grounds = {
  reason?: string
  source?: string
  files: readonly string[]
  /** Records of the same file that prove it, such as a call. */
  linked?: readonly Linked[]
  /** Who asks is to be asked before a change that waits by rules of the house is kept. */
  asks?: boolean
  /** What the history says of a change that nothing holds back, such as by which follow-up it was made. */
  told?: string
  /** What is changed at once is asked for as one request, where it has to wait. */
  together?: boolean
  /** Takes what is changed instead of its being made or kept. */
  gathered?: Gathered[]
  /** The request that this one takes the place of: what proves it goes along. */
  instead?: string
}

type Asked = {
  reason?: string
  arrival?: Arrival
  suggestTo?: readonly string[]
  /** The file that it is about, where there is one already. */
  about: { object: string; record: string } | null
}

/** What the request gives; refused where the rules of the house demand more. What a list brings has the list to prove it. */
export function groundsFor(ctx: Context, demand: Demand, { reason, arrival, suggestTo, about }: Asked): Grounds {
  const { people, needs } = demand
  const given = { files: [], ...ctx.grounds, reason: reason || ctx.grounds?.reason }
  if (arrival) return given
  const lacking = needs.filter((part) =>
    part === 'proof' ? !given.files.length && !given.linked?.length : !given[part]?.length,
  )
  // Whoever suggests has said why with what they found.
  if (lacking.length || (given.asks && people && !suggestTo))
    throw groundsNeeded(ctx, lacking, { about, gathers: !isByItself(demand) })
  return given
}

/** `gathers`: it may be put beside others that are sent as one request. */
function groundsNeeded(
  ctx: Context,
  lacking: readonly GroundsPart[],
  { about, gathers }: Pick<Asked, 'about'> & { gathers: boolean },
): AppError {
  const { type, fields } = faceOf(ctx)
  const field: Readonly<Record<GroundsPart, string>> = {
    reason: fields.grounds,
    source: fields.source,
    files: fields.evidence,
    proof: fields.evidence,
  }
  const label = (part: GroundsPart): string => type.fields.get(field[part])?.field.label[ctx.locale] ?? part
  return new AppError(422, 'proposal.grounds_needed', {
    params: { fields: [...new Set((lacking.length ? lacking : groundsParts).map(label))] },
    details: { ...(about ? { file: about } : {}), ...(gathers ? { gathers } : {}) },
    errors: lacking.map((part) => ({
      path: `grounds.${part}`,
      code: 'field.required',
      params: { field: label(part) },
    })),
  })
}
