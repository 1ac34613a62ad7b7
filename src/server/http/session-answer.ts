import { z } from 'zod'
import type { Context } from '#kernel'
import { company, user } from '#objects'
import { version } from '../version.ts'

export const locale = z.enum(['zh', 'en'])

export const session = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    login: z.string(),
    role: z.string(),
    locale,
    duties: z.array(z.string()),
  }),
  company: z.object({ id: z.uuid().nullable(), name: z.string() }),
  version: z.string(),
})

/** Who is signed in, and where. */
export async function describeSession(ctx: Context): Promise<z.infer<typeof session>> {
  const system = ctx.asSystem('own session')
  const [{ items }, me] = await Promise.all([
    system.records(company).list({ limit: 1, uncounted: true }),
    system.records(user).get(ctx.actor.id ?? ''),
  ])
  return {
    user: {
      id: me.id,
      name: String(me.name),
      login: String(me.login),
      role: ctx.actor.role,
      locale: ctx.actor.locale,
      duties: [...ctx.actor.duties],
    },
    company: { id: items[0]?.id ?? null, name: String(items[0]?.values.name ?? '') },
    version,
  }
}
