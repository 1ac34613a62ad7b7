import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** The schema as text in a fixed order, for review and for the test that migrations and definitions agree. */
export async function dumpSchema(db: Runner): Promise<string> {
  const columns = await lines(
    db,
    sql`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attname`,
  )
  const constraints = await lines(
    db,
    sql`
    select conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k join pg_class c on c.oid = k.conrelid
    where connamespace = 'public'::regnamespace and not c.relispartition and contype <> 'n' order by 1`,
  )
  const indexes = await lines(
    db,
    sql`
    select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not c.relispartition order by 1`,
  )
  const policies = await lines(
    db,
    sql`
    select tablename || ': ' || policyname || ' for ' || cmd || case when roles = '{public}' then '' else ' to ' || array_to_string(roles, ', ') end || coalesce(' using ' || qual, '') || coalesce(' with check ' || with_check, '') as line
    from pg_policies where schemaname = 'public' order by 1`,
  )
  return [
    section('columns', columns),
    section('constraints', constraints),
    section('indexes', indexes),
    section('row-level security', policies),
  ].join('\n')
}

async function lines(db: Runner, query: ReturnType<typeof sql>): Promise<string[]> {
  return (await db.rows<{ line: string }>(query)).map(({ line }) => line)
}

function section(title: string, content: readonly string[]): string {
  return `-- ${title}\n${content.join('\n')}\n`
}
