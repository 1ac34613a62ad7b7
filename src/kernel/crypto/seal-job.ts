import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import { sql } from '../query/sql.ts'
import { sealAnswers, sealHistory, sealImportRows, sealImports, sealOriginals } from './seal-copies.ts'
import { sealFiles } from './seal-files.ts'
import { sealRecords, type Walked } from './seal-records.ts'

type Place = { source: number; after: string; done: number }
type Source = { first: string; walk(ctx: Context, after: string): Promise<Walked> }

const kind = 'seal_plain'
const zero = '00000000-0000-0000-0000-000000000000'

/** Seals what was stored before there were keys. Readers find values of either form until it is through, and then none that is plain. */
export const sealJob = defineJob<Record<string, never>, Place>({
  kind,
  start: (ctx) => ({ source: 0, after: sourcesOf(ctx)[0]?.first ?? '', done: 0 }),
  step: async (ctx, _, place) => {
    const sources = sourcesOf(ctx)
    const source = sources[place.source]
    if (!source) {
      await ctx.kernel.files.removePlain()
      await ctx.db.rows(sql`update plain_remains set sealed_at = now() where sealed_at is null`)
      return { place, done: place.done, total: place.done, finished: true }
    }
    const { after, count } = await source.walk(ctx, place.after)
    const done = place.done + count
    const next =
      after === null
        ? { source: place.source + 1, after: sources[place.source + 1]?.first ?? '', done }
        : { ...place, after, done }
    return { place: next, done, total: null, finished: false }
  },
})

function sourcesOf(ctx: Context): Source[] {
  const objects = [...ctx.kernel.registry.objects.values()].filter(({ stored }) => stored.some(({ sealed }) => sealed))
  return [
    ...objects.map((type): Source => ({ first: zero, walk: (tx, after) => sealRecords(tx, type, after) })),
    { first: zero, walk: sealHistory },
    { first: `${zero} `, walk: sealOriginals },
    { first: '', walk: sealAnswers },
    { first: zero, walk: sealImports },
    { first: `${zero} 0`, walk: sealImportRows },
    { first: zero, walk: sealFiles },
  ]
}

/** Starts the sealing of a house that kept data before there were keys; nothing to do in all others. */
export async function sealPlainRemains(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const open = await tx.db.rows(sql`select 1 from plain_remains where sealed_at is null for update`)
    const running = await tx.db.rows(
      sql`select 1 from job where kind = ${kind} and state in ('queued', 'running') limit 1`,
    )
    if (open.length && !running.length) await startJob(tx, kind, {})
  })
}
