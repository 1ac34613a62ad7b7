import { type Connection, type Context, type Kernel, makeContext, type Sql, sql } from '#kernel'
import type { Filter } from '#shared/filter'
import { compileSql } from '../src/kernel/query/sql.ts'
import type { Operation } from './operations.ts'
import type { Readers } from './readers.ts'

export type Statement = { text: string; values: readonly unknown[] }

/** The statements of an operation, and which indexes its reading goes by. */
export type Statements = { all: Statement[]; plan: string }

/** The product's own statements for an operation, as they reach PostgreSQL; what they write is taken back. */
export async function statementsOf(
  kernel: Kernel,
  readers: Readers,
  { operation, samples }: { operation: Operation; samples: number },
): Promise<Statements> {
  const ctx = makeContext({ kernel, actor: readers[operation.reader].actor, channel: 'api' })
  const found: Statements = { all: [], plan: '' }
  for (let n = 0; n < samples; n++) {
    await takenBack(ctx, async (tx, connection) => {
      const seen: Seen[] = []
      await perform(tx.with({ tx: watched(connection, seen) }), operation, n)
      const main = seen.find(({ kind, query }) =>
        operation.statement === 'tuples'
          ? kind === 'tuples'
          : wireOf(query).text.startsWith(`${operation.statement} into "customer"`) ||
            wireOf(query).text.startsWith(`${operation.statement} "customer"`),
      )
      if (!main) return
      found.all.push(wireOf(main.query))
      if (operation.statement === 'tuples') found.plan ||= await planOf(tx, main.query)
    })
  }
  return found
}

async function planOf(ctx: Context, query: Sql): Promise<string> {
  const rows = await ctx.db.rows<{ 'QUERY PLAN': string }>(sql`explain ${query}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

type Seen = { kind: 'tuples' | 'rows'; query: Sql }

function watched(connection: Connection, seen: Seen[]): Connection {
  return {
    ...connection,
    tuples: (query) => {
      seen.push({ kind: 'tuples', query })
      return connection.tuples(query)
    },
    rows: (query) => {
      seen.push({ kind: 'rows', query })
      return connection.rows(query)
    },
  }
}

function wireOf(query: Sql): Statement {
  const { text, values } = compileSql(query)
  return {
    text: text.trim(),
    values: values.map((value) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)),
  }
}

class TakenBack extends Error {}

async function takenBack(ctx: Context, work: (tx: Context, connection: Connection) => Promise<unknown>): Promise<void> {
  try {
    await ctx.transaction(async (tx) => {
      if (tx.tx) await work(tx, tx.tx)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
}

/** The same request without its way through HTTP. */
async function perform(ctx: Context, operation: Operation, n: number): Promise<void> {
  const { method, path, body = {}, version } = operation.request(n)
  const { pathname, searchParams } = new URL(path, 'http://local')
  const customers = ctx.recordsNamed('customer')
  const id = pathname.split('/')[3]
  if (method === 'POST') await customers.create(body)
  else if (method === 'PATCH') await customers.update(id ?? '', body, { version })
  else if (id) await customers.get(id)
  else {
    const where: Filter | undefined = JSON.parse(searchParams.get('where') ?? 'null') ?? undefined
    const search = searchParams.get('search') ?? undefined
    const after = searchParams.get('after') ?? undefined
    await customers.list({ limit: 50, where, search, after, fields: searchParams.get('fields')?.split(',') })
  }
}
