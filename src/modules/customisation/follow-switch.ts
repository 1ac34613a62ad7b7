import { type Context, type Write, wakeJobs } from '#kernel'
import { mark } from './mark-job.ts'
import { kindsOf } from './modules-in-house.ts'

/** What comes back goes on with the work it left; and what nobody sees is asked of nobody, what comes back is. */
export async function followSwitch(ctx: Context, { records }: Write): Promise<void> {
  const { modules, registry } = ctx.kernel
  const told = new Set(records.flatMap(({ before, after }) => [before, after]).map((row) => String(row?.module)))
  const switched = modules.filter(({ name }) => told.has(name))
  await wakeJobs(ctx, switched.flatMap(kindsOf))
  const own = new Set(switched.flatMap(({ objects = [] }) => objects.map(({ name }) => name)))
  const naming = [...registry.objects.values()].filter(({ stored }) =>
    stored.some(({ kind, field }) => own.has(kind.target?.(field) ?? '')),
  )
  await mark(
    ctx,
    naming.map(({ name }) => name).filter((name) => !own.has(name)),
  )
}
