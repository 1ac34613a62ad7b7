import { z } from 'zod'
import { auditRow, type Context, readSetting, survey, systemActor, takeTurn, writeSetting } from '#kernel'
import { readMailSettings } from '#modules/mail'
import { user } from '#objects'
import { mailTimes, type NoticeChoice, type NoticeChoices, type NoticeKind, noticeKinds } from '#shared/notice-kinds'

const choice = z.strictObject({ inApp: z.boolean(), mail: z.enum(mailTimes) })
const kind = z.enum(noticeKinds)

/** Of some kinds; the others stay as they are. */
export const noticeChoicesPatch = z.partialRecord(kind, choice)
/** `mail`: whether mail can reach the person at all; else what is missing for it. */
export const noticeChoicesView = z.object({
  choices: z.record(kind, choice),
  mail: z.enum(['ready', 'not_set_up', 'no_address']),
})

/** What others wait for comes by mail once a day as well; what one can see at leisure does not. */
const byMail: readonly NoticeKind[] = [
  'task_assigned',
  'task_due',
  'customer_assigned',
  'mention',
  'request_waiting',
  'request_talk',
  'reading_waiting',
  'appraisal_waiting',
]
const usual = (of: NoticeKind): NoticeChoice => ({ inApp: true, mail: byMail.includes(of) ? 'daily' : 'never' })

const settingOf = (person: string): string => `notices ${person}`

/** How a person is told of each kind: as chosen, or as is usual. */
export async function choicesOf({ db }: Pick<Context, 'db'>, person: string): Promise<NoticeChoices> {
  const chosen = noticeChoicesPatch.catch({}).parse((await readSetting(db, settingOf(person))) ?? {})
  const all = noticeKinds.map((of) => [of, chosen[of] ?? usual(of)] as const)
  // Each kind has just been given its own.
  return Object.fromEntries(all) as NoticeChoices
}

/** What a person has chosen for oneself, and whether mail would arrive. */
export async function showChoices(ctx: Context): Promise<z.infer<typeof noticeChoicesView>> {
  const person = ctx.actor.id ?? ''
  const { ready } = await readMailSettings(ctx.db)
  const reached = ready && (await withAddress(ctx, [person])).has(person)
  return { choices: await choicesOf(ctx, person), mail: reached ? 'ready' : ready ? 'no_address' : 'not_set_up' }
}

export async function changeChoices(ctx: Context, patch: z.infer<typeof noticeChoicesPatch>): Promise<void> {
  const name = settingOf(ctx.actor.id ?? '')
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, name)
    const before = noticeChoicesPatch.catch({}).parse((await readSetting(tx.db, name)) ?? {})
    await writeSetting(tx.db, name, { ...before, ...patch })
  })
  const facts = { action: 'configure', object: 'setting', fields: Object.keys(patch) } as const
  await ctx.kernel.audit.write(auditRow(ctx, { ...facts, detail: { setting: 'notices' } }))
}

/** Those of some people to whom mail has an address to go to. */
export async function withAddress(ctx: Context, people: readonly string[]): Promise<ReadonlySet<string>> {
  const house = ctx.with({ actor: systemActor, systemReason: 'whom mail reaches' })
  const where = { id: { in: [...people] }, email: { empty: false } }
  return new Set((await survey(house, house.type(user.name), { where, fields: ['name'] })).map(({ id }) => id))
}
