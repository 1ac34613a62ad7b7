import { type Context, defineJob, type Person, personById, type Step, startJob } from '#kernel'
import { queueMail, readMailSettings } from '#modules/mail'
import { type NoticeKind, noticeKinds } from '#shared/notice-kinds'
import { noticeSentence } from '#shared/notice-sentence'
import { withAddress } from './choices.ts'
import { kindLabels } from './kinds.ts'
import type { Tiding } from './tell.ts'

/** What nobody has read within a day is told by the page alone. */
const minutes = 24 * 60

/** Tells one person by mail, if mail reaches them: who did what, of how many, and the way there; of no record by its name. */
export async function mailNotice(ctx: Context, person: Person, { kind, detail, actor, count, object, record }: Tiding) {
  if (!(await readMailSettings(ctx.db)).ready || !(await withAddress(ctx, [person.id])).has(person.id)) return
  const by = actor ? await personById(ctx.db, ctx.kernel.registry, actor) : undefined
  const facts = { kind, detail, actor: by?.name ?? null, subject: null, count }
  const title = noticeSentence(facts, person.language)
  const path = object && record ? `/o/${ctx.type(object).path}/${record}` : '/notifications'
  await queueMail(ctx, { kind: 'notice', person: person.id, path, told: { title, body: title }, minutes })
}

/** How many of each kind somebody has not read. */
export type Digest = { reader: string; counts: Partial<Record<NoticeKind, number>> }

const digestJobKind = 'notice_digest'
const perStep = 50

export async function startDigests(ctx: Context, digests: readonly Digest[]): Promise<void> {
  if (digests.length && (await readMailSettings(ctx.db)).ready) await startJob(ctx, digestJobKind, { digests })
}

/** One mail for each person with what the day has brought, by number. */
export const digestJob = defineJob<{ digests: readonly Digest[] }, { next: number }>({
  kind: digestJobKind,
  start: () => ({ next: 0 }),
  step: async (ctx, { digests }, { next }) => {
    const some = digests.slice(next, next + perStep)
    const reached = await withAddress(
      ctx,
      some.map(({ reader }) => reader),
    )
    for (const digest of some.filter(({ reader }) => reached.has(reader))) await mailDigest(ctx, digest)
    const done = next + some.length
    const step: Step<{ next: number }> = {
      place: { next: done },
      done,
      total: digests.length,
      finished: done === digests.length,
    }
    return step
  },
})

async function mailDigest(ctx: Context, { reader, counts }: Digest): Promise<void> {
  const person = await personById(ctx.db, ctx.kernel.registry, reader)
  if (!person || !(await readMailSettings(ctx.db)).ready) return
  const told = noticeKinds.filter((kind) => counts[kind])
  const sum = told.reduce((all, kind) => all + (counts[kind] ?? 0), 0)
  const zh = person.language === 'zh'
  const title = zh ? `${sum} 条未读通知` : `${sum} unread notifications`
  const body = told.map((kind) => `${kindLabels[kind][person.language]}${zh ? '：' : ': '}${counts[kind]}`).join('\n')
  const path = '/notifications?which=unread'
  await queueMail(ctx, { kind: 'notice', person: reader, path, told: { title, body }, minutes })
}
