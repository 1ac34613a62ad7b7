import pg from 'pg'
import { answered } from './database-away.ts'
import { gatheringSocket } from './gathering-socket.ts'
import { compileSql, type Sql } from './sql.ts'

/** Values come back as the wire has them: timestamps ISO in UTC, dates and numbers without a detour through floats. */
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: isoTimestamp,
}

/** `2026-11-22 04:18:48.1+00` -> `2026-11-22T04:18:48.100Z`; sessions run in UTC. */
function isoTimestamp(text: string): string {
  const [seconds = '', fraction = ''] = text.slice(0, text.lastIndexOf('+')).split('.')
  return `${seconds.replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

const defaultTypes: pg.CustomTypesConfig = {
  // pg's own signature is overloaded by format; text is the only one in use here.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

type Row = Record<string, unknown>

/** `steady`: one plan is good for all values, so the server may keep it. Never for what reads many rows by the reader's keys. */
type QueryOptions = { steady?: boolean }

/** Anything that runs SQL: a pool outside a transaction, one connection inside. */
export type Runner = {
  /** What a transaction that does the same for many has read of people: one reading stands for all, until something of it is written. */
  known?: Map<string, Promise<unknown>>
  rows<R extends Row = Row>(query: Sql, options?: QueryOptions): Promise<R[]>
  /** Rows as arrays in the order of the select list: cheaper to decode for wide lists. */
  tuples(query: Sql, options?: QueryOptions): Promise<unknown[][]>
  count(query: Sql, options?: QueryOptions): Promise<number>
  text(statements: string): Promise<void>
}

/** What row-level security lets through: keys, comma-separated, and the highest level. */
export type Sight = { keys: string; clearance: number }

/** Something that the end of the transaction does once for all of its sort; `finish` of the first is called with the items of all. */
type Gathered = { sort: object; item: unknown; finish(items: readonly unknown[]): Promise<void> }

/**
 * `sight`: what row-level security lets through in the open transaction; `behind`: statements that nothing waits for until then; `gathered`:
 * what is done before its commit; `committed`: after it.
 */
export type Connection = Runner & {
  release(broken?: boolean): void
  sight: Sight
  behind: Promise<unknown>[]
  gathered: Gathered[]
  committed: (() => Promise<void>)[]
}

export type Database = Runner & {
  connect(): Promise<Connection>
  end(): Promise<void>
  url: string
  /** Role that reads every row and writes none, if there is one. */
  reader?: string
}

/**
 * `pooled`: another program stands between, so that no statement can be kept on a connection.
 * `statementMs`: what takes longer is stopped. By default as long as long work may need; shorter where somebody waits.
 * `hasty`: a commit does not wait for the disk; whatever commits after it still comes to the disk after it.
 * `inOrder`: for whoever walks through the trail page by page. The planner estimates a place in it by the first column, which
 * all lines share: it expects a handful behind it, reads all that there are and sorts them, for each page. The index has the
 * order, so it may not sort.
 */
type DatabaseSettings = {
  max: number
  role?: string
  reader?: string
  name: string
  pooled?: boolean
  statementMs?: number
  hasty?: boolean
  inOrder?: boolean
}

export function openDatabase(url: string, options: DatabaseSettings): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    // Statements are sent without waiting for the one before; PostgreSQL takes them in order.
    pipeline: true,
    stream: gatheringSocket,
    types: defaultTypes,
    application_name: options.name,
    idleTimeoutMillis: 30_000,
    options: `-c timezone=UTC -c datestyle=ISO -c statement_timeout=${options.statementMs ?? 60_000} -c idle_in_transaction_session_timeout=60000${options.role ? ` -c role=${options.role}` : ''}${options.hasty ? ' -c synchronous_commit=off' : ''}${options.inOrder ? ' -c enable_sort=off' : ''}`,
  })
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => {})
  // Nor one that is lost inside a transaction: the query that runs on it fails and tells.
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    url,
    reader: options.reader,
    ...runner(pool, options),
    connect: async () => {
      const client = await answered(pool.connect())
      return {
        ...runner(client, options),
        sight: { keys: '', clearance: 0 },
        behind: [],
        gathered: [],
        committed: [],
        release: (broken) => client.release(broken),
      }
    },
    end: () => pool.end(),
  }
}

function runner(client: pg.Pool | pg.PoolClient, { pooled = false }: DatabaseSettings): Runner {
  const configOf = (query: Sql, { steady = false }: QueryOptions = {}) => {
    const { text, values } = compileSql(query)
    return { text, values, name: steady && !pooled ? statementName(text) : undefined }
  }
  return {
    rows: async <R extends Row>(query: Sql, options?: QueryOptions) =>
      (await answered(client.query<R>(configOf(query, options)))).rows,
    tuples: async (query, options) =>
      (await answered(client.query<unknown[]>({ ...configOf(query, options), rowMode: 'array' }))).rows,
    count: async (query, options) => (await answered(client.query(configOf(query, options)))).rowCount ?? 0,
    text: async (statements) => {
      await answered(client.query(statements))
    },
  }
}

/** Every connection keeps the plans of these, so there must be an end to them. */
const mostNames = 300
const names = new Map<string, string>()

function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const made = `d${names.size}`
  names.set(text, made)
  return made
}
