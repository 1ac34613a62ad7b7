import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { instantOf, localDate } from '#field-types'
import { authorize, type Context, type Kernel, makeContext, systemActor } from '#kernel'
import { AppError } from '#shared/app-error'
import { suggestion } from './suggestion.ts'

const why = 'anonymous suggestion'

/** Without letters and digits that look alike. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 16

/**
 * Puts in a suggestion that is nobody's, and gives the code by which whoever put it in sees what becomes of it. It runs as a request of
 * the house: no actor, session, address or number of the sender's own request goes with it; see ADR 0038.
 */
export async function suggestAnonymously(ctx: Context, said: { title: string; text?: string }): Promise<string> {
  authorize(ctx, ctx.type(suggestion.name), 'create')
  countSent(ctx)
  const code = newCode()
  const input = { ...said, sender: null, anonymous: true, codeHash: hashOf(code) } as const
  // Ids that begin with their moment would tell it again.
  await ofNobody(ctx)
    .records(suggestion)
    .createMany([{ id: randomUUID(), input }])
  return code
}

/** What became of it, for whoever has the code. */
export async function suggestionByCode(ctx: Context, code: string) {
  authorize(ctx, ctx.type(suggestion.name), 'create')
  const codeHash = hashOf(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
  const { items } = await ofNobody(ctx).records(suggestion).list({ where: { codeHash }, limit: 1, uncounted: true })
  const [found] = items
  // No refusal that the trail would note: it would stand under the name of whoever asked.
  if (!found) throw new AppError(422, 'suggestion.code_unknown')
  const { title, state, reply, reason } = found.values
  const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return { title: String(title), state: String(state), reply: said(reply), reason: said(reason) }
}

/** A request of the house, of the day and not the minute. */
function ofNobody({ kernel, locale, now }: Context): Context {
  const { timeZone } = kernel.settings
  const [year = 0, month = 1, day = 1] = localDate(now(), timeZone).split('-').map(Number)
  const noon = instantOf({ year, month, day, hour: 12, minute: 0, second: 0, ms: 0 }, timeZone)
  return makeContext({ kernel, locale, actor: systemActor, channel: 'page', systemReason: why, now: () => noon })
}

function newCode(): string {
  let code = ''
  while (code.length < codeLength)
    for (const byte of randomBytes(codeLength)) {
      // Of a byte's values beyond a whole number of times all signs, none counts: each sign is as likely.
      if (byte < signs.length * 8 && code.length < codeLength) code += signs[byte % signs.length]
    }
  return code
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

const mostAnHour = 10
const hourMs = 3_600_000
/** By person, when they came. */
const sent = new WeakMap<Kernel, Map<string, readonly number[]>>()

/** A box that is filled by a machine is of no use. Counted in memory alone, and refused with a status that the trail does not note. */
function countSent(ctx: Context): void {
  const by = ctx.actor.id ?? ''
  const now = ctx.now().getTime()
  const counts = sent.get(ctx.kernel) ?? new Map<string, readonly number[]>()
  sent.set(ctx.kernel, counts)
  const before = (counts.get(by) ?? []).filter((at) => at > now - hourMs)
  if (before.length >= mostAnHour) throw new AppError(409, 'suggestion.too_many', { params: { limit: mostAnHour } })
  counts.set(by, [...before, now])
}
