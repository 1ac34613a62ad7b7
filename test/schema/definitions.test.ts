import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpSchema, readActual, sql, statementsFor } from '#kernel'
import { type House, openHouse } from '#test/house'
import { openSpecimens } from '#test/specimens'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the committed migrations', () => {
  it('leave nothing that the definitions still ask for', async () => {
    const { db, registry } = house.kernel
    expect(statementsFor(registry, await readActual(db))).toEqual([])
  })

  it('make the schema that stands in db/schema.sql', async () => {
    const committed = await readFile(join(import.meta.dirname, '../../db/schema.sql'), 'utf8')
    expect(await dumpSchema(house.kernel.db)).toBe(committed)
  })

  it('guard their tables as a table is guarded that is made at run time', async () => {
    const ctx = await openSpecimens(house, {})
    const rows = await ctx.kernel.db.rows<{ table: string; policy: string }>(
      sql`select tablename as table, concat_ws(' ', policyname, cmd, qual, with_check) as policy from pg_policies order by 2`,
    )
    const policies = Map.groupBy(rows, ({ table }) => table)
    const policiesOf = (table: string) => policies.get(table)?.map(({ policy }) => policy)
    expect(policiesOf('specimen')).toHaveLength(house.rights.reader ? 4 : 3)
    expect(policiesOf('customer')).toEqual(policiesOf('specimen'))
  })

  it('give every child table the pair of file and id as a key', async () => {
    const { constraints } = await readActual(house.kernel.db)
    for (const { table, parent } of house.kernel.registry.objects.values())
      if (parent) expect([...constraints]).toContain(`${table}_file_key`)
  })
})
