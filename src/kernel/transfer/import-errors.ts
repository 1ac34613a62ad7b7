import { errorSentence, type FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import { loadTitles } from '../record/references.ts'
import { importTargets } from './import-targets.ts'
import type { Trouble } from './import-troubles.ts'
import { type ImportRow, noteImport } from './imports.ts'
import { rowPlace } from './row-place.ts'

export type RowErrors = {
  row: number
  state: Trouble['state']
  /** What the row became or, left out, is the same as; null where the reader does not see it. */
  record: string | null
  cells: string[]
  errors: {
    path: string
    heading: string
    code: FieldError['code']
    params: Record<string, unknown>
    message: string
  }[]
}

type KeptRow = Pick<RowErrors, 'row' | 'state' | 'record'> & { cells: Buffer; errors: FieldError[] }

const pageSize = 500

/** Rows with trouble, in the order of the file, a page at a time: their original cells and the reasons in the reader's language. */
export async function importErrors(
  ctx: Context,
  facts: ImportRow,
  after = 0,
): Promise<{ items: RowErrors[]; next: number | null }> {
  await noteImport(ctx, 'read', facts)
  const rows = await ctx.db.rows<KeptRow>(sql`
    select row, state, cells, errors, record from import_row where import = ${facts.id}::uuid and row > ${after} order by row limit ${pageSize + 1}`)
  const ring = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ cells }) => cells),
  )
  const records = rows.flatMap(({ record }) => record ?? [])
  const titles = await ctx.reading((tx) => loadTitles(tx, ctx.type(facts.object), records), { many: true })
  const items = rows.slice(0, pageSize).map(({ row, state, cells, errors, record: id }): RowErrors => {
    const title = id === null ? undefined : titles[id]
    const record = title === undefined ? null : id
    // Destroyed with the keys of the record that the row became.
    const texts: string[] = JSON.parse(ring.open(cells, rowPlace(facts.id, row)) ?? '[]')
    const told = errors.map(({ params, ...error }) => ({ ...error, params: { title: title ?? '…', ...params } }))
    return { row, state, record, cells: texts, errors: told.map((error) => explain(ctx, facts, texts, error)) }
  })
  return { items, next: rows.length > pageSize ? (items.at(-1)?.row ?? null) : null }
}

function explain(
  ctx: Context,
  facts: ImportRow,
  cells: readonly string[],
  { path, code, params }: FieldError,
): RowErrors['errors'][number] {
  const { mapping, headings } = facts.settings
  const column = mapping.findIndex((target) => target === path || target?.startsWith(`${path}.`))
  const label = importTargets(ctx, ctx.type(facts.object)).find((target) => target.path === path)?.label[ctx.locale]
  const heading = headings[column] ?? label ?? path
  const full = { field: label ?? heading, input: cells[column]?.slice(0, 100) ?? '', ...params }
  return { path, heading, code, params: full, message: errorSentence(code, full, ctx.locale) }
}

/** The error file: the original columns, then the reasons, so that a corrected copy can be imported again. */
export async function* errorLines(ctx: Context, facts: ImportRow): AsyncIterable<string[]> {
  let after: number | null = 0
  while (after !== null) {
    const { items, next }: { items: RowErrors[]; next: number | null } = await importErrors(ctx, facts, after)
    for (const { cells, errors } of items) yield [...cells, errors.map(({ message }) => message).join(' ')]
    after = next
  }
}

export const reasonHeading = { zh: '原因', en: 'Reasons' }
