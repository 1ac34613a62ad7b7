import {
  type Actor,
  actorOf,
  type Context,
  type Kernel,
  personByLogin,
  sql,
  standingOfPerson,
  startSession,
} from '#kernel'
import { systemContext } from './bench-house.ts'

export type ReaderName = 'head' | 'manager' | 'clerk'

/** Three people: who sees all, about a twentieth, and five hundred files. */
export type Readers = Readonly<Record<ReaderName, { actor: Actor; cookie: string }>>

const filesOfClerk = 500
const unitsOfManager = 2

export async function makeReaders(kernel: Kernel): Promise<Readers> {
  const ctx = systemContext(kernel)
  await makeManager(ctx)
  await makeClerk(ctx)
  return {
    head: await readerOf(kernel, 'head'),
    manager: await readerOf(kernel, 'manager'),
    clerk: await readerOf(kernel, 'clerk'),
  }
}

async function readerOf(kernel: Kernel, login: string): Promise<Readers[ReaderName]> {
  const person = await personByLogin(kernel.db, kernel.registry, login)
  if (!person) throw new Error(`Nobody signs in as ${login}`)
  const { id: session, token } = await startSession(kernel.db, person.id, { ip: null, agent: 'bench' })
  return { actor: actorOf(person, await standingOfPerson(kernel, person), { session }), cookie: `dossier=${token}` }
}

/** Two of the forty units, under one roof. */
async function makeManager(ctx: Context): Promise<void> {
  const units = ctx.recordsNamed('unit')
  const { items } = await units.list({ limit: unitsOfManager })
  const roof = await units.create({ name: '大区' })
  for (const { id, version } of items) await units.update(id, { parent: roof.id }, { version })
  await ctx.recordsNamed('user').create({ name: '区经理', login: 'manager', role: 'manager', unit: roof.id })
}

async function makeClerk(ctx: Context): Promise<void> {
  const { id } = await ctx.recordsNamed('user').create({ name: '业务员', login: 'clerk', role: 'clerk' })
  const ids = await spreadIds(ctx, filesOfClerk)
  await ctx.recordsNamed('customer').updateMany({ ids }, { patch: { owner: id }, reason: 'bench' })
}

/** Ids from all over the list, always the same ones. */
export async function spreadIds(ctx: Context, count: number): Promise<string[]> {
  const rows = await ctx.transaction(({ db }) =>
    db.rows<{ id: string }>(sql`
      select id from (select id, row_number() over (order by id) as place, count(*) over () as total from customer where deleted_at is null) as numbered
      where place % greatest(total / ${count}::bigint, 1) = 0 order by id limit ${count}`),
  )
  return rows.map(({ id }) => id)
}
