import { createHash } from 'node:crypto'
import {
  type Context,
  defineJob,
  dropMade,
  keepMade,
  type Level,
  noteChange,
  type Step,
  startJob,
  type Write,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { plantCanary } from './canary.ts'
import { columnsLeft } from './columns.ts'
import { exportRecord, hoursKept } from './export.ts'
import { type ExportFacts, factsOf, noteExport, purposeOf } from './facts.ts'
import { namesId, namesIds, partId, partIds, rowsPerPart, writePart } from './parts.ts'
import { exportedType } from './prepare-export.ts'
import { queryOf, readSelection } from './selection.ts'
import { writeFile } from './write-file.ts'

const kind = 'export'
const pageRows = 200

type Input = { export: string }
/** Read so far: behind which record, how many, in how many parts, and a digest of their ids. `kept`: the file waits. */
type Place = { after: string | null; done: number; parts: number; digest: string; phase: 'read' | 'write' | 'kept' }

/** The work begins when what made the record commits, under its own purpose, whoever has signed. */
export async function beginExport(ctx: Context, { records, action }: Write): Promise<void> {
  if (action !== 'create' || ctx.systemReason) return
  for (const { id } of records) {
    const purpose = purposeOf(ctx, await factsOf(ctx, id))
    await noteExport(ctx, id, { job: await startJob(ctx.with({ purpose }), kind, { export: id }) })
  }
}

/**
 * Reads what the requester sees at that moment, part by part, each step with the rights and the purpose that are left; puts the
 * file together, and takes it away when it has been fetched or its time is over. A step that is repeated writes the same part.
 */
export const exportJob = defineJob<Input, Place>({
  kind,
  start: () => ({ after: null, done: 0, parts: 0, digest: '', phase: 'read' }),
  step: async (ctx, { export: id }, place) => {
    const facts = await factsOf(ctx, id)
    if (facts.state !== 'making' && facts.state !== 'ready') return over(place, facts)
    if (place.phase === 'kept') return keep(ctx, place, facts)
    exportedType(ctx, facts.object)
    return place.phase === 'read' ? readSome(ctx, place, facts) : finish(ctx, place, facts)
  },
  // What is kept is taken away in time, whether the house still exports or not.
  owed: (place) => place?.phase === 'kept',
  ended: async (ctx, { export: id }, state) => {
    const facts = await factsOf(ctx, id)
    // What is being fetched goes with its reader, and who is in it with the work that registers them.
    const left = facts.state === 'fetched' ? [] : [id, ...namesIds(id, facts.rows)]
    await dropMade(ctx, [...partIds(id, facts.rows), ...left])
    if (state !== 'done' && (facts.state === 'making' || facts.state === 'ready')) await noteExport(ctx, id, { state })
  },
})

function over(place: Place, { rows }: ExportFacts): Step<Place> {
  return { place, done: place.done, total: rows, finished: true }
}

/** Never more than was signed, nor of a higher level: what came after is not in it. */
async function readSome(ctx: Context, place: Place, facts: ExportFacts): Promise<Step<Place>> {
  const type = ctx.type(facts.object)
  const columns = columnsLeft(ctx, type, facts.columns)
  const reader = ctx.with({ actor: { ...ctx.actor, clearance: lower(ctx.actor.clearance, facts.level) } })
  const digest = createHash('sha256').update(place.digest)
  const rows: string[][] = []
  const named: string[] = []
  let { after } = place
  let isLast = false
  while (!isLast && rows.length < rowsPerPart) {
    const limit = Math.min(pageRows, facts.rows - place.done - rows.length)
    if (limit < 1) break
    const page = await reader.recordsNamed(type.name).list({
      ...queryOf(readSelection(facts.selection)),
      after: after ?? undefined,
      limit,
      fields: columns.map(({ name }) => name),
      uncounted: true,
      exported: facts.number,
    })
    const env = ctx.formatEnv(page.titles)
    for (const { id, values, masked } of page.items) {
      digest.update(id)
      named.push(id)
      rows.push(
        facts.columns.map((name) => {
          const column = columns.find((each) => each.name === name)
          const value = values[name]
          if (masked?.[name] !== undefined) return masked[name]
          return !column || value === null || value === undefined ? '' : column.kind.format(value, column.field, env)
        }),
      )
    }
    after = page.next
    isLast = page.next === null
  }
  const done = place.done + rows.length
  await plantCanary(ctx, facts, { rows, columns })
  await keepMade(ctx, partId(facts.id, place.parts), writePart(rows))
  if (facts.recipient !== null) await keepMade(ctx, namesId(facts.id, place.parts), writePart(named))
  const finished = isLast || done >= facts.rows
  return {
    place: { after, done, parts: place.parts + 1, digest: digest.digest('hex'), phase: finished ? 'write' : 'read' },
    done,
    total: facts.rows,
    finished: false,
  }
}

const levels: readonly Level[] = [1, 2, 3]

function lower(clearance: Level, level: number): Level {
  return levels.find((each) => each >= Math.min(clearance, level)) ?? 1
}

async function finish(ctx: Context, place: Place, facts: ExportFacts): Promise<Step<Place>> {
  await writeFile(ctx, facts, place.parts)
  await dropMade(
    ctx,
    Array.from({ length: place.parts }, (_, part) => partId(facts.id, part)),
  )
  const until = new Date(ctx.now().getTime() + hoursKept * 3_600_000).toISOString()
  await noteExport(ctx, facts.id, { state: 'ready', until })
  await noteChange(ctx, {
    action: 'export',
    object: exportRecord.name,
    record: facts.id,
    owner: facts.id,
    level: facts.level,
    fields: facts.columns,
    reason: facts.grounds,
    detail: { export: facts.number, object: facts.object, format: facts.format, rows: place.done, ids: place.digest },
  })
  const kept = { ...place, phase: 'kept' } as const
  return { place: kept, done: place.done, total: place.done, finished: false, pause: hoursKept * 3_600 }
}

async function keep(ctx: Context, place: Place, facts: ExportFacts): Promise<Step<Place>> {
  const seconds = Math.ceil((Date.parse(facts.until ?? '') - ctx.now().getTime()) / 1_000)
  if (facts.state === 'ready' && seconds > 0)
    return { place, done: place.done, total: place.done, finished: false, pause: seconds }
  if (facts.state === 'ready') await noteExport(ctx, facts.id, { state: 'expired' })
  return over(place, facts)
}

/** A file whose time is over, or that must not be fetched any more; the work ends when it looks again. */
export function refuseEnded({ state, until }: ExportFacts, now: Date): void {
  if (state === 'fetched') throw new AppError(410, 'export.fetched')
  const isLate = until !== null && Date.parse(until) <= now.getTime()
  if (state === 'expired' || (state === 'ready' && isLate))
    throw new AppError(410, 'export.expired', { params: { hours: hoursKept } })
  if (state === 'making') throw new AppError(409, 'export.making')
  if (state !== 'ready') throw new AppError(410, 'export.none')
}
