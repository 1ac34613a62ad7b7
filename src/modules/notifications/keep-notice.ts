import { type Context, type Person, survey } from '#kernel'
import { choicesOf } from './choices.ts'
import { mailNotice } from './notice-mail.ts'
import { notification } from './notification.ts'
import type { Tiding } from './tell.ts'

/**
 * Tells one person as they have chosen. What says the same as one that was not read yet is added to that: a digest, and not one for
 * each keystroke. What the page is not to count is kept for the mail of the day alone.
 */
export async function keepNotice(ctx: Context, person: Person, tiding: Tiding): Promise<void> {
  const { id: reader } = person
  const { kind, detail, object, record, actor, count, at } = tiding
  const { inApp, mail } = (await choicesOf(ctx, reader))[kind]
  const same = inApp
    ? await unread(ctx, { reader, kind, detail, object, record }, record ? undefined : actor)
    : undefined
  const notices = ctx.records(notification)
  if (same) await notices.update(same.id, { at, actor, count: Number(same.values.count) + count })
  else if (inApp || mail === 'daily')
    await notices.createMany([
      { input: { reader, kind, detail, object, record, actor, count, at, readAt: inApp ? null : at } },
    ])
  if (mail === 'once' && !same) await mailNotice(ctx, person, tiding)
}

type Same = Pick<Tiding, 'kind' | 'detail' | 'object' | 'record'> & { reader: string }

/** The one that nobody has read yet; of what names no record, only that of the same person. */
async function unread(ctx: Context, same: Same, actor: string | null | undefined) {
  const named = { ...same, ...(actor === undefined ? {} : { actor }) }
  const where = Object.fromEntries(
    Object.entries(named).map(([field, value]) => [field, value === null ? { empty: true } : value]),
  )
  const [found] = await survey(ctx, ctx.type(notification.name), {
    where: { ...where, readAt: { empty: true } },
    fields: ['count'],
    few: true,
  })
  return found
}
