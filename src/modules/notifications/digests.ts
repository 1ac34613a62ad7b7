import { type Context, type Stored, survey } from '#kernel'
import { dueUpTo } from '#modules/reports'
import { isNoticeKind, type NoticeChoices } from '#shared/notice-kinds'
import { choicesOf } from './choices.ts'
import { type Digest, startDigests } from './notice-mail.ts'
import { notification } from './notification.ts'

/** When the mail of the day goes, by the company's clock. */
const hour = 8

/** Sends the mails of the day once its hour has come; answers with the hour up to which they have gone. */
export async function sendDigests(ctx: Context, last: string | undefined): Promise<string> {
  const { timeZone } = ctx.kernel.settings
  const due = dueUpTo({ rhythm: 'daily', hour, timeZone }, ctx.now()).toISOString()
  if (last === undefined || Date.parse(last) >= Date.parse(due)) return due
  const choices = new Map<string, NoticeChoices>()
  const digests = new Map<string, Digest>()
  for await (const { values } of noticesWithin(ctx, last, due)) {
    const { kind } = values
    const reader = String(values.reader)
    const known = choices.get(reader) ?? (await choicesOf(ctx, reader))
    choices.set(reader, known)
    if (!isNoticeKind(kind) || known[kind].mail !== 'daily' || (known[kind].inApp && values.readAt)) continue
    const digest = digests.get(reader) ?? { reader, counts: {} }
    digest.counts[kind] = (digest.counts[kind] ?? 0) + 1
    digests.set(reader, digest)
  }
  await startDigests(ctx, [...digests.values()])
  return due
}

async function* noticesWithin(ctx: Context, after: string, upTo: string): AsyncGenerator<Stored> {
  const where = { at: { gt: after, lte: upTo } }
  const fields = ['reader', 'kind', 'readAt']
  let last: string | undefined
  do {
    const notices: Stored[] = await survey(ctx, ctx.type(notification.name), { where, fields, after: last })
    yield* notices
    last = notices.at(-1)?.id
  } while (last)
}
