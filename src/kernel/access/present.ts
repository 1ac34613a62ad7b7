import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { load, loadAs } from '../record/load.ts'
import { loadTitles, peopleType } from '../record/references.ts'
import { peopleByIds, readersAmong } from './readers.ts'

export type PresentPerson = { id: string; name: string; writes: boolean }

/** Who else has a record open: for those who may read it, of those who may read it, as far as the asker may see them. */
export async function whoElseIsAt(ctx: Context, type: ObjectType, id: string): Promise<PresentPerson[]> {
  await ctx.reading((tx) => load(tx, type, id))
  const present = ctx.kernel.presence.at(id).filter(({ person }) => person !== ctx.actor.id)
  if (present.length === 0) return []
  const people = await peopleByIds(
    ctx,
    present.map(({ person }) => person),
  )
  const readers = await readersAmong(ctx, type, { id, people })
  const target = peopleType(ctx)
  const ids = readers.map((reader) => reader.id)
  const names = target ? await ctx.reading((tx) => loadTitles(tx, target, ids)) : {}
  return present.flatMap(({ person, writes }) => {
    const name = names[person]
    return name === undefined ? [] : [{ id: person, name, writes }]
  })
}

/** Whether a record is there for somebody. */
export async function mayReadRecord(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  return ctx
    .reading((tx) => load(tx, type, id))
    .then(
      () => true,
      () => false,
    )
}

/** Whether somebody has the right to change a record at this moment. */
export async function mayChangeRecord(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  try {
    await ctx.reading((tx) => loadAs(tx, type, id, 'update'))
    return true
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false
    throw error
  }
}
