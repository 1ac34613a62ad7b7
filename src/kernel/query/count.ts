import type { Runner } from './database.ts'
import { type Sql, sql } from './sql.ts'

/** Counting further costs more than the figure is worth. */
const exactUpTo = 10_000

type PlanNode = { 'Plan Rows': number; Plans?: PlanNode[] }

/** Exact up to 10,000, the planner's estimate beyond. */
export async function countUpTo(db: Runner, fromWhere: Sql): Promise<{ total: number; totalExact: boolean }> {
  const [row] = await db.rows<{ count: number }>(
    sql`select count(*) as count from (select 1 ${fromWhere} limit ${exactUpTo + 1}) as counted`,
  )
  const count = row?.count ?? 0
  if (count <= exactUpTo) return { total: count, totalExact: true }
  const [plan] = await db.rows<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(sql`explain (format json) select 1 ${fromWhere}`)
  const estimate = plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
  return { total: Math.max(estimate, exactUpTo + 1), totalExact: false }
}
