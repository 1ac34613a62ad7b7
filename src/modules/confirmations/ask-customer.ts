import { randomInt } from 'node:crypto'
import { type Context, endAnswerLink, isUuid, makeAnswerLink, mayChangeRecord } from '#kernel'
import { queueMail, readMailSettings } from '#modules/mail'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'
import type { RecordAnswer } from '#shared/wire'
import { agreeing, confirmableFields } from './confirmable.ts'
import { confirmationLink } from './confirmation-link.ts'
import { phoneTail } from './phone-tail.ts'

export const mostDays = 14
const why = 'confirmation link'
const minutesOfDay = 24 * 60
const codeLength = 6

export type Asking = { fields: readonly string[]; language: Locale; days: number; way: 'mail' | 'copy' }

/** What was made; the token and the code are told once, and the token of a mailed link to its reader alone. */
export type Asked = { id: string; check: 'phone' | 'code'; token: string | null; code: string | null }

export type Offer = { fields: { name: string; usual: boolean }[]; mail: boolean; check: 'phone' | 'code' }

/** About which fields a customer can be asked, and how. */
export async function offerOf(ctx: Context, id: string): Promise<Offer> {
  await requireChange(ctx, id)
  const file = await plainFile(ctx, id)
  const { ready } = await readMailSettings(ctx.db)
  return {
    fields: confirmableFields(ctx).map(({ name, field }) => ({ name, usual: field.verify !== undefined })),
    mail: ready && typeof file.email === 'string',
    check: phoneTail(ctx, file) ? 'phone' : 'code',
  }
}

/** Makes the link on which a customer looks through these fields, for whoever may change the file. */
export async function askCustomer(ctx: Context, id: string, asking: Asking): Promise<Asked> {
  return ctx.transaction(async (tx) => {
    await requireChange(tx, id)
    const file = await plainFile(tx, id)
    if (file.destroyed) throw new AppError(409, 'record.destroyed')
    const name = nameOf(tx, asking.fields)
    const sender = String(tx.actor.id)
    if (!(await agreeing(tx, file.owner, sender)).length) throw new AppError(422, 'confirmation.nobody_agrees')
    if (asking.way === 'mail' && typeof file.email !== 'string') throw new AppError(409, 'mail.no_address')
    const check = phoneTail(tx, file) ? 'phone' : 'code'
    const code = check === 'code' ? String(randomInt(10 ** codeLength)).padStart(codeLength, '0') : null
    const minutes = Math.min(asking.days, mostDays) * minutesOfDay
    const validUntil = new Date(tx.now().getTime() + minutes * 60_000).toISOString()
    const { language, way, fields } = asking
    const link = await tx
      .asSystem(why)
      .records(confirmationLink)
      .create({ name, customer: id, fields: [...fields], language, way, check, sender, validUntil, state: 'sent' })
    const { token } = await makeAnswerLink(tx.db, { record: link.id, code, madeFrom: tx.ip }, minutes)
    if (way === 'copy') return { id: link.id, check, token, code }
    const path = `/confirm#${language}-${check}-${token}`
    const mail = { kind: 'confirmation', person: id, object: customer.name, language, path, minutes } as const
    await queueMail(tx, { ...mail, told: { title: '', body: validUntil.slice(0, 10) } })
    return { id: link.id, check, token: null, code }
  })
}

/** Ends a link that nobody has answered yet, for whoever may change the file. */
export async function withdrawLink(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const link = await tx.records(confirmationLink).get(id)
    await requireChange(tx, String(link.customer))
    if (link.state !== 'sent' && link.state !== 'opened') throw new AppError(409, 'confirmation.ended')
    await endAnswerLink(tx.db, id)
    await tx.asSystem(why).records(confirmationLink).update(id, { state: 'withdrawn' })
  })
}

/** Seen and not to be changed is another refusal than not to be seen. */
async function requireChange(ctx: Context, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError(404, 'request.not_found')
  if (await mayChangeRecord(ctx, ctx.type(customer.name), id)) return
  await ctx.records(customer).get(id)
  throw new AppError(403, 'access.forbidden')
}

function plainFile(ctx: Context, id: string): Promise<RecordAnswer> {
  return ctx.asSystem(why).records(customer).get(id)
}

/** What is asked about, in the sender's words; refused where something else is named. */
function nameOf(ctx: Context, fields: readonly string[]): string {
  const offered = new Map(confirmableFields(ctx).map(({ name, field }) => [name, field.label[ctx.locale]]))
  const labels = fields.map((field) => {
    const label = offered.get(field)
    if (label === undefined) throw new AppError(422, 'confirmation.not_offered', { params: { field } })
    return label
  })
  return labels.join(ctx.locale === 'zh' ? '、' : ', ').slice(0, longestName)
}

const longestName = 200
