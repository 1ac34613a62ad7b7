import { z } from 'zod'
import {
  type Context,
  cancelJob,
  duplicateWays,
  errorLines,
  findImport,
  type ImportRow,
  importErrors,
  insertImport,
  listImports,
  type ObjectType,
  previewOf,
  readSettings,
  reasonHeading,
  requireFreshProof,
  startJob,
  storeFile,
  updateImport,
  writeCsv,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { uploadOf } from './file-routes.ts'
import { typeAt } from './record-routes.ts'
import { type Route, route } from './route.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const wishes = {
  encoding: z.string().max(20).optional(),
  delimiter: z.string().max(1).optional(),
  duplicates: z.enum(duplicateWays).optional(),
}
const mapping = z.record(z.string(), z.string().nullable())
const startQuery = z.strictObject({ object: z.string(), dryRun: flag.optional(), ...wishes })

const summary = z.object({
  id: z.uuid(),
  object: z.string(),
  fileName: z.string(),
  state: z.enum(['preview', 'queued', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone']),
  counts: z.object({
    rows: z.number(),
    created: z.number(),
    updated: z.number(),
    skipped: z.number(),
    proposed: z.number(),
    failed: z.number(),
    incomplete: z.number(),
  }),
  duplicates: z.enum(['pending', 'ready']),
  /** What becomes of rows that are there already. */
  onDuplicate: z.enum(duplicateWays),
  error: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number().nullable() }),
  createdAt: z.iso.datetime(),
})
const label = z.object({ zh: z.string(), en: z.string() })
const whole = summary.extend({
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  targets: z.array(z.object({ path: z.string(), label })),
  preview: z.array(
    z.object({
      row: z.number(),
      cells: z.array(z.object({ raw: z.string(), text: z.string(), code: z.string().optional() })),
    }),
  ),
})
const started = z.object({ id: z.uuid() })
const errorRows = z.object({
  items: z.array(
    z.object({
      row: z.number(),
      state: z.string(),
      record: z.uuid().nullable(),
      cells: z.record(z.string(), z.string()),
      errors: z.array(
        z.object({
          path: z.string(),
          heading: z.string(),
          code: z.string(),
          params: z.record(z.string(), z.unknown()),
          message: z.string(),
        }),
      ),
    }),
  ),
  next: z.number().nullable(),
})

function summaryOf(row: ImportRow): z.infer<typeof summary> {
  const { id, object, fileName, state, counts, error, settings, createdAt, comparing } = row
  return {
    id,
    object,
    fileName,
    state,
    counts,
    createdAt,
    duplicates: state === 'done' && !comparing ? 'ready' : 'pending',
    onDuplicate: settings.duplicates ?? 'create',
    error: error?.code ?? null,
    encoding: settings.encoding ?? null,
    delimiter: settings.delimiter ?? null,
    progress: { done: counts.rows, total: settings.total },
  }
}

async function wholeOf(ctx: Context, row: ImportRow): Promise<z.infer<typeof whole>> {
  const shown = row.state === 'preview' ? await previewOf(ctx, ctx.type(row.object), row) : null
  const columns = row.settings.headings.map((heading, index) => ({
    heading,
    field: row.settings.mapping[index] ?? null,
    samples: [],
  }))
  return { ...summaryOf(row), ...(shown ?? { columns, targets: [], preview: [] }) }
}

/** A list waits for its go; the job starts when this transaction commits. */
async function run(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const row = await findImport(tx, id, { lock: true })
    if (row.state !== 'preview') throw wrongState(row)
    if (refuseUnproven(ctx, tx.type(row.object))) row.settings.proven = true
    await updateImport(tx, id, {
      state: 'queued',
      settings: row.settings,
      job: await startJob(tx, 'import', { import: id }),
    })
  })
}

/** Lists of people give rights, as making one of them does; tells whether a proof was asked for. */
function refuseUnproven(ctx: Context, { hooks }: ObjectType): boolean {
  if (!hooks.proven) return false
  requireFreshProof(ctx)
  return true
}

function wrongState({ state }: ImportRow): AppError {
  return new AppError(409, 'transfer.state', { params: { state } })
}

export const importRoutes: readonly Route[] = [
  route({
    method: 'POST',
    url: '/api/imports',
    byKey: 'all',
    status: 202,
    upload: true,
    problems: [404],
    query: startQuery,
    answer: started,
    summary: { zh: '导入表格', en: 'Import a list' },
    handle: async ({ ctx, query, request }) => {
      const type = typeAt(ctx, { object: query.object })
      if (!query.dryRun) refuseUnproven(ctx, type)
      const part = await uploadOf(request)
      const file = await storeFile(ctx, part.file, part.filename)
      if (part.file.truncated) throw new AppError(413, 'request.too_large', { params: { limit: '200 MB' } })
      const settings = await readSettings(ctx, type, file, { ...query, mapping: mappingOf(part.fields.mapping) })
      const id = await insertImport(ctx, type, { file: file.id, fileName: file.name, settings, state: 'preview' })
      if (!query.dryRun) await run(ctx, id)
      return { id }
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports',
    byKey: 'all',
    status: 200,
    answer: z.object({ items: z.array(summary) }),
    summary: { zh: '导入记录', en: 'Earlier imports' },
    handle: async ({ ctx }) => ({
      items: (await listImports(ctx)).filter(({ object }) => !ctx.type(object).off).map(summaryOf),
    }),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id',
    byKey: 'all',
    status: 200,
    answer: whole,
    summary: { zh: '导入进度与预览', en: 'State and preview of an import' },
    handle: async ({ ctx, params }) => wholeOf(ctx, await findImport(ctx, params.id ?? '')),
  }),
  route({
    method: 'PATCH',
    url: '/api/imports/:id',
    byKey: 'all',
    status: 200,
    problems: [409],
    body: z.strictObject({ ...wishes, mapping: mapping.optional() }),
    answer: whole,
    summary: { zh: '调整列对应与编码', en: 'Change columns or encoding' },
    handle: async ({ ctx, params, body }) => {
      const row = await findImport(ctx, params.id ?? '')
      if (row.state !== 'preview') throw wrongState(row)
      const { encoding, delimiter, headings, duplicates, mapping: old } = row.settings
      const kept = Object.fromEntries(headings.map((heading, index) => [heading, old[index] ?? null]))
      const reread = body.encoding !== undefined || body.delimiter !== undefined
      const settings = await readSettings(
        ctx,
        ctx.type(row.object),
        { id: row.file, name: row.fileName },
        {
          encoding: body.encoding ?? encoding,
          delimiter: body.delimiter ?? (body.encoding ? undefined : delimiter),
          duplicates: body.duplicates ?? duplicates,
          mapping: { ...(reread ? {} : kept), ...body.mapping },
        },
      )
      await updateImport(ctx, row.id, { settings })
      return wholeOf(ctx, await findImport(ctx, row.id))
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/run',
    byKey: 'all',
    status: 202,
    problems: [409],
    answer: whole,
    summary: { zh: '开始导入', en: 'Start the import' },
    handle: async ({ ctx, params }) => {
      await run(ctx, params.id ?? '')
      return wholeOf(ctx, await findImport(ctx, params.id ?? ''))
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/imports/:id',
    byKey: 'all',
    status: 202,
    problems: [409],
    answer: summary,
    summary: { zh: '取消或撤销导入', en: 'Cancel an import, or take it back' },
    handle: async ({ ctx, params }) => {
      const row = await findImport(ctx, params.id ?? '')
      if (['queued', 'running'].includes(row.state) && row.job) await cancelJob(ctx, row.job)
      else if (['done', 'cancelled', 'failed'].includes(row.state)) await undo(ctx, row)
      else if (row.state === 'preview') await updateImport(ctx, row.id, { state: 'cancelled' })
      else throw wrongState(row)
      return summaryOf(await findImport(ctx, row.id))
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id/errors',
    byKey: 'all',
    status: 200,
    contentType: 'text/csv',
    answer: errorRows,
    query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
    summary: { zh: '有问题的行及原因', en: 'Rows with trouble and the reasons' },
    handle: async ({ ctx, params, query, request, reply }) => {
      const row = await findImport(ctx, params.id ?? '')
      if (request.headers.accept?.includes('application/json')) return errorsAsJson(ctx, row, query.after)
      const name = `${row.fileName.replace(/\.[^.]*$/, '')}-errors.csv`
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      return writeCsv([...row.settings.headings, reasonHeading[ctx.locale]], errorLines(ctx, row))
    },
  }),
]

async function undo(ctx: Context, { id }: ImportRow): Promise<void> {
  await ctx.transaction(async (tx) => {
    await findImport(tx, id, { lock: true })
    await updateImport(tx, id, { state: 'undoing', job: await startJob(tx, 'import_undo', { import: id }) })
  })
}

async function errorsAsJson(ctx: Context, row: ImportRow, after: number | undefined) {
  const { items, next } = await importErrors(ctx, row, after)
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(row.settings.headings.map((heading, index) => [heading, cells[index] ?? '']))
  return { items: items.map((item) => ({ ...item, cells: cellsOf(item.cells) })), next }
}

/** The optional part `mapping` beside the file: JSON of heading -> target. */
function mappingOf(part: unknown): Record<string, string | null> | undefined {
  const value = typeof part === 'object' && part !== null && 'value' in part ? part.value : undefined
  if (typeof value !== 'string') return undefined
  try {
    return mapping.parse(JSON.parse(value))
  } catch (cause) {
    throw new AppError(400, 'request.invalid', { params: { detail: 'mapping' }, cause })
  }
}
