import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { actorOf, type Person, personById, standingsOf } from './people.ts'
import { ruling, scope } from './scope.ts'

/** Those of some people who may read a record that is there, whoever asks. */
export async function readersAmong(
  ctx: Context,
  type: ObjectType,
  { id, people }: { id: string; people: readonly Person[] },
): Promise<Person[]> {
  const standings = await standingsOf({ ...ctx.kernel, db: ctx.db }, people)
  return ctx.asSystem('look for who may read').reading(async (system) => {
    const readers: Person[] = []
    for (const person of people) {
      const standing = standings.get(person.id)
      if (!standing) continue
      const actor = actorOf(person, standing, { session: null })
      const reader = ctx.with({ actor, systemReason: null, purpose: null })
      if (ruling(reader, type, 'read') === false) continue
      const [row] = await system.db.rows(
        sql`
        select 1 from ${name(type.table)} where id = ${id}::uuid and deleted_at is null and ${scope(reader, type, 'read')}`,
        { steady: true },
      )
      if (row) readers.push(person)
    }
    return readers
  })
}

/** The people behind some ids who may sign in. */
export async function peopleByIds(ctx: Context, ids: readonly string[]): Promise<Person[]> {
  const found = await Promise.all(ids.map((id) => personById(ctx.db, ctx.kernel.registry, id)))
  return found.filter((person) => person !== undefined)
}
