import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'

export { sql }

/** A piece of SQL with its parameters, composed with the `sql` tag. */
export type Sql = RawBuilder<unknown>

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export function compileSql(query: Sql): { text: string; values: unknown[] } {
  const { sql: text, parameters } = query.compile(compiler)
  return { text, values: [...parameters] }
}

/** A piece without parameters that stands in many statements: written out once, so that compiling it again costs nothing. */
export function fixed(piece: Sql): Sql {
  const { text, values } = compileSql(piece)
  if (values.length) throw new Error('A piece with parameters cannot be fixed')
  return sql.raw(text)
}

/** A column or table by name; names come from definitions, never from a request. */
export function name(...path: string[]): Sql {
  return sql.id(...path)
}

export function list(parts: readonly Sql[], separator: Sql = sql`, `): Sql {
  return sql.join(parts as Sql[], separator)
}

/** One of these ids. A single one is said as such: where there may be any number, the server makes a plan for each time. */
export function among(column: Sql, ids: readonly (string | number)[], type: 'uuid' | 'bigint' = 'uuid'): Sql {
  const as = sql.raw(type)
  return ids.length === 1 ? sql`${column} = ${ids[0]}::${as}` : sql`${column} = any(${[...ids]}::${as}[])`
}

export function all(conditions: readonly Sql[]): Sql {
  if (!conditions.length) return sql`true`
  return sql`(${list(conditions, sql` and `)})`
}

export function any(conditions: readonly Sql[]): Sql {
  if (!conditions.length) return sql`false`
  return sql`(${list(conditions, sql` or `)})`
}
