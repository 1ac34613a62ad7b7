import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Label } from '#shared/label'
import type { Context } from '../context.ts'
import { storedContent } from '../files/files.ts'
import type { ObjectType } from '../object/object-type.ts'
import { raiseLevel } from '../record/level.ts'
import { normalise } from '../record/normalise.ts'
import { absolutelyMissing } from '../record/requirements.ts'
import { type Mapping, rowInput } from './import-row.ts'
import { importTargets, peopleOn } from './import-targets.ts'
import { type ImportRow, type ImportSettings, noteImport } from './imports.ts'
import { matchColumns } from './match-columns.ts'
import { openTable } from './open-table.ts'
import { type NameCache, resolveNames, resolver } from './resolve-names.ts'
import type { Encoding, Table, TableRow } from './table.ts'

type PreviewCell = { raw: string; text: string; code?: ErrorCode }

export type ImportPreview = {
  columns: { heading: string; field: string | null; samples: string[] }[]
  targets: { path: string; label: Label }[]
  preview: { row: number; cells: PreviewCell[] }[]
}

const shownRows = 50
const shownSamples = 3

type ImportWishes = Omit<ImportSettings, 'headings' | 'mapping' | 'total' | 'proven'> & {
  mapping?: Readonly<Record<string, string | null>>
}

/** Opens a stored list and finds out where its columns go; what cannot be a list is refused here. */
export async function readSettings(
  ctx: Context,
  type: ObjectType,
  file: { id: string; name: string },
  wishes: ImportWishes,
): Promise<ImportSettings> {
  const { duplicates } = wishes
  if (duplicates && duplicates !== 'create' && !type.definition.duplicates)
    throw new AppError(400, 'transfer.duplicates_unsupported')
  const table = await open(ctx, file, wishes)
  const targets = importTargets(ctx, type)
  const matched = matchColumns(
    table.headings,
    targets.map(({ path, labels }) => ({ path, labels: [...labels] })),
  )
  const mapping = table.headings.map((heading, index) => {
    const wished = wishes.mapping?.[heading]
    return wished === undefined ? (matched[index] ?? null) : wished
  })
  checkMapping(
    mapping,
    targets.map(({ path }) => path),
  )
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    headings: table.headings,
    mapping,
    total: null,
    duplicates,
  }
}

function checkMapping(mapping: Mapping, known: readonly string[]): void {
  const used = mapping.filter((path) => path !== null)
  const wrong = used.find((path) => !known.includes(path))
  if (wrong !== undefined) throw new AppError(400, 'request.unknown_field', { params: { field: wrong } })
  const twice = used.find((path, index) => used.indexOf(path) !== index)
  if (twice !== undefined) throw new AppError(400, 'transfer.mapped_twice', { params: { field: twice } })
}

function open(
  ctx: Context,
  file: { id: string; name: string },
  { encoding, delimiter }: { encoding?: string; delimiter?: string },
): Promise<Table> {
  // Checked against the known ones by openTable itself.
  return storedContent(ctx, file.id).then((content) =>
    openTable(content, { fileName: file.name, encoding: encoding as Encoding | undefined, delimiter }),
  )
}

/** The first rows as they would be loaded: each cell's normalised text, or why it would stay empty. */
export async function previewOf(ctx: Context, type: ObjectType, facts: ImportRow): Promise<ImportPreview> {
  const { settings, id } = facts
  await noteImport(ctx, 'read', facts)
  const table = await open(ctx, { id: facts.file, name: facts.fileName }, settings)
  const rows: TableRow[] = []
  for await (const row of table.rows()) {
    rows.push(row)
    if (rows.length >= shownRows) break
  }
  const names: NameCache = new Map()
  const inputs = rows.map((row) => rowInput(ctx, type, { row, mapping: settings.mapping, importId: id }))
  await resolveNames(
    ctx,
    type,
    inputs.map(({ parent }) => parent.input),
    names,
  )
  return {
    columns: settings.headings.map((heading, column) => ({
      heading,
      field: settings.mapping[column] ?? null,
      samples: rows
        .map((row) => row.cells[column] ?? '')
        .filter(Boolean)
        .slice(0, shownSamples),
    })),
    targets: importTargets(ctx, type).map(({ path, label }) => ({ path, label })),
    preview: rows.map((row, index) => ({
      row: row.row,
      cells: previewRow(ctx, type, { row, input: inputs[index], settings, names }),
    })),
  }
}

type Shown = { text: string; code?: ErrorCode }

function previewRow(
  ctx: Context,
  type: ObjectType,
  {
    row,
    input,
    settings,
    names,
  }: { row: TableRow; input: ReturnType<typeof rowInput> | undefined; settings: ImportSettings; names: NameCache },
): PreviewCell[] {
  if (!input) return []
  const shown = new Map<string, Shown>()
  show(ctx, type, { texts: input.parent.input, prefix: '', names, shown })
  for (const unread of input.parent.unread ?? []) shown.set(unread.path, { text: '', code: unread.code })
  for (const child of peopleOn(ctx, type)) {
    const record = input.children.find((each) => each.type === child)?.record
    if (record) show(ctx, child, { texts: record.input, prefix: `${child.name}.`, names, shown })
  }
  if (input.parent.origin?.createdAt) shown.set('createdAt', { text: input.parent.origin.createdAt.slice(0, 10) })
  return settings.mapping.map((path, column) => {
    const raw = row.cells[column] ?? ''
    if (path === null) return { raw, text: '' }
    const cell = shown.get(path) ?? shown.get(path.split('.').slice(0, -1).join('.'))
    return { raw, text: cell?.text ?? '', ...(cell?.code ? { code: cell.code } : {}) }
  })
}

function show(
  ctx: Context,
  type: ObjectType,
  options: { texts: Readonly<Record<string, unknown>>; prefix: string; names: NameCache; shown: Map<string, Shown> },
): void {
  const { values, unread } = normalise(ctx, type, options.texts, { past: true, resolve: resolver(options.names) })
  raiseLevel(type, values, { given: { ...values }, before: null })
  const titles = Object.fromEntries(
    [...options.names.values()].flatMap((known) => [...known].flatMap(([text, id]) => (id ? [[id, text]] : []))),
  )
  const env = ctx.formatEnv(titles)
  for (const [name, value] of Object.entries(values)) {
    const bound = type.fields.get(name)
    const problem = unread.find(({ path }) => path === name)
    const missing = absolutelyMissing(type, values).includes(name)
    const code = problem?.code ?? (missing ? ('field.required' as const) : undefined)
    const text = bound && value !== null && value !== undefined ? bound.kind.format(value, bound.field, env) : ''
    options.shown.set(options.prefix + name, { text, code })
  }
}
