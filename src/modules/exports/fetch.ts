import type { Readable } from 'node:stream'
import { type Context, cancelJob, enqueue, noteChange, purposeNamed, takeMade, takeTurn } from '#kernel'
import { AppError } from '#shared/app-error'
import { registerDisclosure } from './disclose-job.ts'
import { exportRecord } from './export.ts'
import { refuseEnded } from './export-job.ts'
import { type ExportFacts, factsOf, noteExport, purposeOf } from './facts.ts'
import { exportedType } from './prepare-export.ts'

type Fetched = { name: string; type: string; content: Readable }

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The file, once, to whoever asked for it and still may export; from then on nobody opens it again. */
export async function fetchExport(ctx: Context, id: string): Promise<Fetched> {
  return ctx.transaction(async (tx) => {
    const facts = await ownExport(tx, id)
    refuseEnded(facts, ctx.now())
    const type = exportedType(tx, facts.object)
    const purpose = purposeOf(tx, facts)
    if (facts.purpose !== null) purposeNamed(tx.kernel, tx.actor, { named: purpose ?? facts.purpose })
    const content = await takeMade(tx, id)
    if (!content) throw new AppError(410, 'export.none')
    await noteExport(tx, id, { state: 'fetched', fetchedAt: ctx.now().toISOString() })
    if (facts.job) await enqueue(tx, facts.job)
    if (facts.recipient !== null) await registerDisclosure(tx, id)
    const detail = { export: facts.number, object: facts.object, rows: facts.rows, format: facts.format }
    const line = { action: 'download', object: exportRecord.name, record: id, owner: id, level: facts.level } as const
    await noteChange(tx.with({ purpose }), { ...line, reason: facts.grounds, detail })
    const name = `${type.definition.label[ctx.locale]}-${facts.number}.${facts.format}`
    return { name, type: types[facts.format], content }
  })
}

/** Its requester wants it no longer: nothing more is read, and what was made goes. */
export async function cancelExport(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const facts = await ownExport(tx, id)
    if (facts.state !== 'making' && facts.state !== 'ready') throw new AppError(409, 'export.ended')
    await noteExport(tx, id, { state: 'cancelled' })
    if (!facts.job) return
    await cancelJob(tx, facts.job)
    await enqueue(tx, facts.job)
  })
}

/** An export is its requester's alone, also for who sees it in the list; one after the other. */
async function ownExport(ctx: Context, id: string): Promise<ExportFacts> {
  await takeTurn(ctx.db, `export ${id}`)
  // Looked for as its reader first: what is out of sight is not there.
  await ctx.records(exportRecord).get(id)
  const facts = await factsOf(ctx, id)
  if (facts.requester !== ctx.actor.id) throw new AppError(404, 'request.not_found')
  return facts
}
