import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import { refuseBeyondConsent } from '../access/consent.ts'
import { authorize, moduleOff } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { KeyOwner, Level, Place } from '../crypto/codec.ts'
import { findDuplicatesKind } from '../duplicates/find-job.ts'
import { passFile } from '../files/files.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'

export type ImportState = 'preview' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone'

export type ImportCounts = {
  rows: number
  created: number
  updated: number
  skipped: number
  /** Rows that wait, whole or in part, for somebody else to sign. */
  proposed: number
  failed: number
  incomplete: number
}

/** What becomes of a row that surely is a record which is there already; else it is created. */
export const duplicateWays = ['create', 'skip', 'update', 'propose'] as const
export type DuplicateWay = (typeof duplicateWays)[number]

/** How the file is read and where its columns go. */
export type ImportSettings = {
  encoding?: string
  delimiter?: string
  headings: readonly string[]
  mapping: readonly (string | null)[]
  total: number | null
  /** Absent in lists from before there was a choice. */
  duplicates?: DuplicateWay
  /** Whoever started it had just proved to be there. */
  proven?: true
}

export type ImportRow = {
  id: string
  object: string
  job: string | null
  file: string
  fileName: string
  actor: string
  state: ImportState
  settings: ImportSettings
  counts: ImportCounts
  error: { code: ErrorCode; params: ErrorParams } | null
  createdAt: string
  /** Whether what it made is still being compared with all else. */
  comparing: boolean
}

export const noCounts: ImportCounts = {
  rows: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  proposed: 0,
  failed: 0,
  incomplete: 0,
}

export function sumOf(one: ImportCounts, other: Partial<ImportCounts>): ImportCounts {
  const more = { ...noCounts, ...other }
  return {
    rows: one.rows + more.rows,
    created: one.created + more.created,
    updated: one.updated + more.updated,
    skipped: one.skipped + more.skipped,
    proposed: one.proposed + more.proposed,
    failed: one.failed + more.failed,
    incomplete: one.incomplete + more.incomplete,
  }
}

export function importNamePlace(id: string): Place {
  return { object: 'import', record: id, field: 'fileName', copy: 'import' }
}

/** An import's own key seals what belongs to no record: its file's name, rows that failed. */
export function importKey(id: string, level: Level): KeyOwner {
  return { owner: id, level }
}

export async function insertImport(
  ctx: Context,
  type: ObjectType,
  facts: { file: string; fileName: string; settings: ImportSettings; state: ImportState },
): Promise<string> {
  authorize(ctx, type, 'import')
  refuseBeyondConsent(ctx, type)
  const id = randomUUIDv7()
  // A list holds many customers: it has a key of its own, which can be destroyed with any one of them.
  await passFile(ctx, facts.file, facts.file)
  const key = importKey(id, 2)
  const name = (await ctx.kernel.codec.sealing([key])).seal(facts.fileName, importNamePlace(id), key)
  await ctx.db.rows(sql`
    insert into import (id, object, file, file_name, actor, state, settings, counts)
    values (${id}, ${type.name}, ${facts.file}::uuid, ${name}, ${ctx.actor.id}::uuid, ${facts.state}, ${JSON.stringify(facts.settings)}::jsonb, ${JSON.stringify(noCounts)}::jsonb)`)
  return id
}

const columns = sql`id, object, job, file, file_name as "fileName", actor, state, settings, counts, error, created_at as "createdAt",
  exists (
    select from job where kind = ${findDuplicatesKind} and input ->> 'import' = import.id::text and job.state in ('queued', 'running')
  ) as comparing`

/** An import is its starter's; those who may see everything see all of them. */
export async function findImport(ctx: Context, id: string, options: { lock?: boolean } = {}): Promise<ImportRow> {
  const [row] = isUuid(id)
    ? await ctx.db.rows<Omit<ImportRow, 'fileName'> & { fileName: Buffer }>(sql`
        select ${columns} from import where id = ${id}::uuid and ${visible(ctx)} ${options.lock ? sql`for update` : sql``}`)
    : []
  const [found] = row ? await opened(ctx, [row]) : []
  if (!found) throw new AppError(404, 'request.not_found')
  const { off } = ctx.type(found.object)
  if (off && !ctx.systemReason) throw moduleOff(ctx, off)
  return found
}

export async function listImports(ctx: Context): Promise<ImportRow[]> {
  const rows = await ctx.db.rows<Omit<ImportRow, 'fileName'> & { fileName: Buffer }>(
    sql`select ${columns} from import where ${visible(ctx)} order by created_at desc limit 100`,
  )
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: 'import', records: rows.map(({ id }) => id) }))
  return opened(ctx, rows)
}

function visible(ctx: Context) {
  return ctx.systemReason ? sql`true` : sql`actor = ${ctx.actor.id}::uuid`
}

async function opened(
  ctx: Context,
  rows: readonly (Omit<ImportRow, 'fileName'> & { fileName: Buffer })[],
): Promise<ImportRow[]> {
  const ring = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ fileName }) => fileName),
  )
  return rows.map((row) => ({
    ...row,
    counts: { ...noCounts, ...row.counts },
    fileName: ring.open(row.fileName, importNamePlace(row.id)) ?? '',
  }))
}

export async function updateImport(
  ctx: Context,
  id: string,
  changes: Partial<Pick<ImportRow, 'state' | 'settings' | 'counts' | 'job' | 'error'>>,
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  await ctx.db.rows(sql`
    update import set state = coalesce(${changes.state ?? null}, state), job = coalesce(${changes.job ?? null}::uuid, job),
      settings = coalesce(${json(changes.settings)}::jsonb, settings), counts = coalesce(${json(changes.counts)}::jsonb, counts),
      error = coalesce(${json(changes.error ?? undefined)}::jsonb, error), updated_at = now()
    where id = ${id}::uuid`)
}

export async function noteImport(
  ctx: Context,
  action: 'import' | 'undo' | 'read',
  { id, object, counts }: ImportRow,
): Promise<void> {
  await ctx.kernel.audit.write(
    auditRow(ctx, {
      action,
      object,
      record: id,
      detail: toldOf(counts),
    }),
  )
}

/** What was done to records that were there before is told where there is any. */
function toldOf({ rows, created, proposed, updated, skipped }: ImportCounts): Record<string, number> {
  return { rows, created, proposed, ...(updated ? { updated } : {}), ...(skipped ? { skipped } : {}) }
}
