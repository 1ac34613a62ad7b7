import { z } from 'zod'
import type { Context } from '#kernel'
import { exportRecord } from './export.ts'

const shape = z.object({
  id: z.string(),
  number: z.string(),
  object: z.string(),
  format: z.enum(['csv', 'xlsx']),
  columns: z.array(z.string()),
  selection: z.unknown(),
  grounds: z.string(),
  purpose: z.string().nullable(),
  recipient: z.string().nullable(),
  recipientContact: z.string().nullable(),
  means: z.string().nullable(),
  separateConsent: z.string().nullable(),
  rows: z.number(),
  level: z.number(),
  requester: z.string(),
  state: z.enum(['making', 'ready', 'fetched', 'expired', 'failed', 'cancelled']),
  until: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  job: z.string().nullable(),
  createdAt: z.string(),
})
export type ExportFacts = z.infer<typeof shape>

/** What an export's record says, with what its readers see as masks. */
export async function factsOf(ctx: Context, id: string): Promise<ExportFacts> {
  return shape.parse(await ctx.asSystem('make an export').records(exportRecord).get(id))
}

/** Its purpose by the code that lines of the trail bear. */
export function purposeOf({ kernel }: Context, { purpose }: Pick<ExportFacts, 'purpose'>): string | null {
  return [...kernel.purposes.values()].find(({ id }) => id === purpose)?.code ?? null
}

type Patch = { state?: ExportFacts['state']; until?: string; fetchedAt?: string; job?: string }

export async function noteExport(ctx: Context, id: string, patch: Patch): Promise<void> {
  await ctx.asSystem('keep the state of an export').records(exportRecord).update(id, patch)
}
