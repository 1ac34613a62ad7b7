import { z } from 'zod'
import { type Context, defaultOf, ownSheetsDue, purposesOf, readOwnSettings } from '#kernel'
import { company, user } from '#objects'
import { version } from '../version.ts'

export const locale = z.enum(['zh', 'en'])

const label = z.object({ zh: z.string(), en: z.string() })

/** What is left to do about the recovery sheets of the master key. */
export const sheetsDue = z.enum(['show', 'keep'])

export const session = z.object({
  user: z.object({
    id: z.uuid(),
    name: z.string(),
    login: z.string(),
    role: z.string(),
    /** All that the person holds at this moment, the own one first; of the company's own, the ids. */
    roles: z.array(z.string()),
    locale,
    duties: z.array(z.string()),
    /** Those under which the person may work, and the one that stands where a request names none. */
    purposes: z.array(z.object({ id: z.uuid(), code: z.string(), label, byConsent: z.boolean() })),
    defaultPurpose: z.string().nullable(),
    /** Where the tour of the pages was left, or that it is over; null: not begun. */
    tour: z.string().nullable(),
    /** With which view lists begin by the person's own choice: object -> id, or `all`. */
    views: z.record(z.string(), z.string()),
  }),
  /** `logo`: changes with the picture; null without one. */
  company: z.object({ id: z.uuid().nullable(), name: z.string(), logo: z.string().nullable() }),
  version: z.string(),
  /** For whoever keeps the keys. */
  sheetsDue: sheetsDue.nullable(),
  /** The latest change of which the server knew: `Last-Event-ID` for the stream that a page opens after it was read. */
  latestEvent: z.int(),
})

/** Who is signed in, and where. */
export async function describeSession(ctx: Context): Promise<z.infer<typeof session>> {
  const system = ctx.asSystem('own session')
  const latestEvent = ctx.kernel.feed.latest()
  const [{ items }, me, own] = await Promise.all([
    system.records(company).list({ limit: 1, uncounted: true }),
    system.records(user).get(ctx.actor.id ?? ''),
    readOwnSettings(ctx),
  ])
  const values = items[0]?.values ?? {}
  return {
    user: {
      id: me.id,
      name: String(me.name),
      login: String(me.login),
      role: ctx.actor.role,
      roles: [...ctx.actor.roles],
      locale: ctx.actor.locale,
      duties: [...ctx.actor.duties],
      purposes: purposesOf(ctx.kernel, ctx.actor).map(({ id, code, label, byConsent }) => ({
        id,
        code,
        label,
        byConsent,
      })),
      defaultPurpose: defaultOf(ctx.kernel, ctx.actor),
      ...own,
    },
    company: { id: items[0]?.id ?? null, name: String(values.name ?? ''), logo: firstOf(values.logo) },
    version,
    sheetsDue: ownSheetsDue(ctx),
    latestEvent,
  }
}

function firstOf(files: unknown): string | null {
  const [first] = Array.isArray(files) ? files : []
  return typeof first === 'string' ? first : null
}
