import { type Context, type OutboxView, outboxViews, putInOutbox, ruling } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'
import type { LetterKind } from './letters.ts'
import { readMailSettings } from './mail-settings.ts'

/** The work that sends a mail. */
export const mailJobKind = 'mail'

/** After so many days a mail is given up, unless what it holds is worth nothing before. */
const mostMinutes = 3 * 24 * 60

type Mail = {
  kind: LetterKind
  /** Id of whom it is for: somebody of the house, unless `object` says otherwise; in which language they read then. */
  person: string
  object?: string
  language?: Locale
  /** Counts and other words of the house's own that stand above the link. */
  told?: { title: string; body: string }
  /** Leads into the house: the path, with what follows it. */
  path?: string
  /** For how long what it holds is good. */
  minutes?: number
}

/**
 * Queues a mail in the caller's transaction. It holds a link, and at most counts and names of
 * colleagues: what customers are told or have told stays in the house.
 */
export async function queueMail(
  ctx: Context,
  { kind, person, object, language, path, told, minutes = mostMinutes }: Mail,
): Promise<string> {
  const { ready, address, from } = await readMailSettings(ctx.db)
  if (!ready) throw new AppError(409, 'mail.not_set_up')
  return putInOutbox(ctx, mailJobKind, {
    kind,
    person,
    object,
    content: { ...(path === undefined ? {} : { link: `${address}${path}` }), ...(language && { language }), ...told },
    sender: from,
    minutes: Math.min(minutes, mostMinutes),
  })
}

const shown = 30

/** The mails of late and where they stand, with the names of their readers as far as the asker sees them. */
export async function recentMails(ctx: Context): Promise<{ items: OutboxView[]; titles: Record<string, string> }> {
  const items = await outboxViews(ctx, shown)
  if (!ruling(ctx, ctx.type(user.name), 'read')) return { items, titles: {} }
  const people = [...new Set(items.map(({ person }) => person))]
  const named = await ctx
    .records(user)
    .list({ where: { id: { in: people } }, fields: ['name'], limit: shown, uncounted: true })
  return { items, titles: Object.fromEntries(named.items.map(({ id, values }) => [id, String(values.name)])) }
}
