import { type Context, fileFacts, type Values } from '#kernel'
import { nearestAccent } from '#shared/accent'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'

const logoTypes = new Set(['image/png', 'image/jpeg', 'image/webp'])
const largestLogo = 512 * 1024

/** How the company looks is seen by all, also before they sign in: it can be read, and runs nothing. */
export async function checkLook(ctx: Context, values: Values, before: Values | null): Promise<void> {
  const { accent, logo } = values
  if (typeof accent === 'string' && accent !== before?.accent) {
    const nearest = nearestAccent(accent)
    if (!nearest) refuse('accent', 'look.colour_form')
    if (nearest !== accent) refuse('accent', 'look.colour_faint', { colour: nearest })
  }
  const [id] = Array.isArray(logo) ? logo : []
  if (typeof id !== 'string' || JSON.stringify(logo) === JSON.stringify(before?.logo)) return
  // What a content is, its bytes have said; its name and its sender say nothing.
  const facts = (await fileFacts(ctx, [id]))[id]
  if (facts && (!logoTypes.has(facts.type) || facts.size > largestLogo)) refuse('logo', 'look.logo_unfit')
}

function refuse(path: string, code: ErrorCode, params: ErrorParams = {}): never {
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}
