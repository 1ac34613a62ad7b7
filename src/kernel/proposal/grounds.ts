import { AppError } from '#shared/app-error'
import { type GroundsPart, groundsParts } from '#shared/grounds'
import type { Context } from '../context.ts'
import type { Demand } from './demand.ts'
import { type Arrival, faceOf } from './proposal.ts'

/** Why a change is asked for, by what source, with which files: what a request brings in case it has to wait. */
export type Grounds = {
  reason?: string
  source?: string
  files: readonly string[]
  /** Who asks is to be asked before a change that waits by rules of the house is kept. */
  asks?: boolean
  /** The request that this one takes the place of: what proves it goes along. */
  instead?: string
}

/** What the request gives; refused where the rules of the house demand more. What a list brings has the list to prove it. */
export function groundsFor(
  ctx: Context,
  { people, needs }: Demand,
  { reason, arrival, suggestTo }: { reason?: string; arrival?: Arrival; suggestTo?: readonly string[] },
): Grounds {
  const given = { files: [], ...ctx.grounds, reason: reason || ctx.grounds?.reason }
  if (arrival) return given
  const lacking = needs.filter((part) => !given[part]?.length)
  // Whoever suggests has said why with what they found.
  if (lacking.length || (given.asks && people && !suggestTo)) throw groundsNeeded(ctx, lacking)
  return given
}

function groundsNeeded(ctx: Context, lacking: readonly GroundsPart[]): AppError {
  const { type, fields } = faceOf(ctx)
  const field: Readonly<Record<GroundsPart, string>> = {
    reason: fields.grounds,
    source: fields.source,
    files: fields.evidence,
  }
  const label = (part: GroundsPart): string => type.fields.get(field[part])?.field.label[ctx.locale] ?? part
  return new AppError(422, 'proposal.grounds_needed', {
    params: { fields: (lacking.length ? lacking : groundsParts).map(label) },
    errors: lacking.map((part) => ({
      path: `grounds.${part}`,
      code: 'field.required',
      params: { field: label(part) },
    })),
  })
}
