import type { Context, ObjectType } from '#kernel'
import { AppError } from '#shared/app-error'
import { type Input, sampleInput, samplePatch } from '#test/sample-input'
import { marker } from './world.ts'

export const operations = [
  'list',
  'count',
  'search',
  'group',
  'read',
  'history',
  'timeline',
  'create',
  'update',
  'bulk',
  'delete',
  'restore',
] as const
export type Operation = (typeof operations)[number]

/** `o` done, `.` not there, `x` refused, `-` the object knows no such operation. */
export type Outcome = 'o' | '.' | 'x' | '-'

export type Target = { live: string; deleted: string; input: Input }

class TakenBack extends Error {}

/** Tries one operation on one record; whatever it changes is taken back. */
export async function tryOperation(
  ctx: Context,
  type: ObjectType,
  operation: Operation,
  target: Target,
): Promise<Outcome> {
  try {
    return await ctx.transaction(async (tx) => {
      const outcome = await attempt(tx, type, operation, target)
      throw Object.assign(new TakenBack(), { outcome })
    })
  } catch (error) {
    if (error instanceof TakenBack && 'outcome' in error) return error.outcome as Outcome // Set three lines above.
    if (!(error instanceof AppError)) throw error
    if (error.status === 403) return 'x'
    if (error.status === 404 || error.code === 'field.reference_unknown') return '.'
    throw error
  }
}

const seen = (is: boolean): Outcome => (is ? 'o' : '.')

async function attempt(ctx: Context, type: ObjectType, operation: Operation, target: Target): Promise<Outcome> {
  const records = ctx.recordsNamed(type.name)
  const { live, deleted, input } = target
  switch (operation) {
    case 'list':
      return seen((await records.list({ where: { id: { in: [live] } } })).items.some(({ id }) => id === live))
    case 'count':
      return seen((await records.list({ where: { id: live } })).total === 1)
    case 'search':
      if (!type.fields.get(type.definition.title)?.field.search) return '-'
      return seen((await records.list({ search: marker, limit: 200 })).items.some(({ id }) => id === live))
    case 'group':
      return group(ctx, type, live)
    case 'read':
      return seen((await records.get(live)).id === live)
    case 'history':
      return seen((await records.history(live)).items.length >= 0)
    case 'timeline':
      return seen((await records.timeline(live)).items.length >= 0)
    case 'create':
      return seen(Boolean((await records.create(await sampleInput(ctx, type, input))).id))
    case 'update':
      return seen((await records.update(live, samplePatch(type), { version: 1 })).version === 2)
    case 'bulk':
      return bulk(await records.updateMany({ ids: [live] }, { patch: samplePatch(type) }))
    case 'delete':
      await records.remove(live)
      return 'o'
    case 'restore':
      return seen((await records.restore(deleted)).id === deleted)
  }
}

async function group(ctx: Context, type: ObjectType, id: string): Promise<Outcome> {
  const by = type.stored.find(({ kind, sealed, columns }) => kind.groupable && !sealed && columns[0]?.type === 'text')
  if (!by) return '-'
  const { groups } = await ctx.recordsNamed(type.name).groupBy(by.name, { where: { id } })
  return seen(groups.length === 1)
}

function bulk({ changed, failed }: { changed: number; failed: readonly { code: string }[] }): Outcome {
  if (changed) return 'o'
  return failed.some(({ code }) => code === 'access.forbidden') ? 'x' : '.'
}
