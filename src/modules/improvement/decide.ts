import { localDate } from '#field-types'
import type { Context, Follower, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { credit } from './credit.ts'
import { improvement } from './improvement.ts'
import { suggestion } from './suggestion.ts'

const why = 'adopt a suggestion'

/** What was suggested stays as it was said; it begins new, and once adopted it is. */
export function prepareSuggestion(ctx: Context, values: Values, before: Values | null): void {
  if (!before) {
    if (values.state !== 'new') refuse('state', 'suggestion.begins_new')
    return
  }
  for (const field of ['title', 'text']) if (values[field] !== before[field]) refuse(field, 'suggestion.words')
  if (values.state === before.state) return
  if (before.state === 'adopted') refuse('state', 'suggestion.adopted')
  if (values.state !== 'adopted' && values.state !== 'declined') return
  values.decidedBy = ctx.actor.id
  values.decidedAt = ctx.now().toISOString()
}

function refuse(path: string, code: ErrorCode): never {
  throw new AppError(422, code, { errors: [{ path, code, params: {} }] })
}

/** An adopted suggestion is made good on, and credited to whoever put it in, if that is known. */
export const followAdoption: Follower = {
  fields: ['state'],
  follow: async (ctx, { action, records }) => {
    if (action !== 'update') return
    for (const { id, before, after } of records)
      if (after?.state === 'adopted' && before?.state !== 'adopted') await adopt(ctx, id)
  },
}

async function adopt(ctx: Context, id: string): Promise<void> {
  const system = ctx.asSystem(why)
  const { title, text, handler, sender } = await system.records(suggestion).get(id)
  const owner = typeof handler === 'string' ? handler : ctx.actor.id
  await system
    .recordsNamed(improvement.name)
    .create({ title, problem: text, source: 'feedback', suggestion: id, owner })
  if (typeof sender !== 'string') return
  const day = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  await system.recordsNamed(credit.name).create({ reason: title, person: sender, day })
}
