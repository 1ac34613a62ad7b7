import { type Context, type FileFacts, fileFacts, openFile, titleFieldOf } from '#kernel'
import { attachment, customer } from '#objects'
import { AppError } from '#shared/app-error'
import { why } from './give-out.ts'
import { openEntry } from './key-again.ts'

/** What somebody keys from: which paper file, whose record, and the scans on the file. Never the value itself. */
type KeyingForm = {
  object: string
  field: string
  number: string | null
  title: string | null
  evidence: FileFacts[]
}

export async function keyingForm(ctx: Context, id: string): Promise<KeyingForm> {
  const entry = await openEntry(ctx, id)
  const system = ctx.asSystem(why)
  const type = ctx.type(String(entry.object))
  const record = await system.recordsNamed(type.name).get(String(entry.record))
  const file = await system.records(customer).get(String(entry.customer))
  const title = titleFieldOf(type, ctx.locale)
  const isKeyed = type.keyedAgain.some(({ fields }) => fields.includes(title))
  return {
    object: type.name,
    field: String(entry.field),
    number: textOf(file[customer.views.paper?.number ?? '']),
    title: isKeyed ? null : textOf(record[title]),
    evidence: Object.values(await fileFacts(system, await scansOf(ctx, String(entry.customer)))),
  }
}

/** A scan of the file that one is keying from, though the file itself is not in sight. */
export async function keyingEvidence(ctx: Context, id: string, file: string) {
  const entry = await openEntry(ctx, id)
  if (!(await scansOf(ctx, String(entry.customer))).includes(file)) throw new AppError(404, 'request.not_found')
  return openFile(ctx.asSystem(why), file)
}

async function scansOf(ctx: Context, file: string): Promise<string[]> {
  const { items } = await ctx
    .asSystem(why)
    .records(attachment)
    .list({ where: { customer: file }, sort: '-createdAt', limit: 50, uncounted: true, fields: ['files'] })
  return items.flatMap(({ values }) => (Array.isArray(values.files) ? values.files.map(String) : []))
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
