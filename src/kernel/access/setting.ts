import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** A company-wide setting; whoever reads it checks its form. */
export async function readSetting(db: Runner, name: string): Promise<unknown> {
  const [row] = await db.rows<{ value: unknown }>(sql`select value from setting where name = ${name}`, { steady: true })
  return row?.value
}

export async function writeSetting(db: Runner, name: string, value: unknown): Promise<void> {
  await db.rows(sql`
    insert into setting (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value, changed_at = now()`)
}
