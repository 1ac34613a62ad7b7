import { type Context, type Person, survey } from '#kernel'
import { notification } from './notification.ts'
import type { Tiding } from './tell.ts'

/** Tells one person. What says the same as one that was not read yet is added to that: a digest, and not one for each keystroke. */
export async function keepNotice(ctx: Context, { id: reader }: Person, tiding: Tiding): Promise<void> {
  const { kind, detail, object, record, actor, count, at } = tiding
  const same = await unread(ctx, { reader, kind, detail, object, record }, record ? undefined : actor)
  const notices = ctx.records(notification)
  if (same) await notices.update(same.id, { at, actor, count: Number(same.values.count) + count })
  else await notices.createMany([{ input: { reader, kind, detail, object, record, actor, count, at } }])
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
  })
  return found
}
