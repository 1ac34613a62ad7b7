import type { House } from './house.ts'
import { rawConnection } from './raw-connection.ts'

/** Rows of one transaction: while one lasts, nothing of the whole server is sealed, in no test file. */
const SLICE = 10_000

/**
 * Many customers at once, straight into the table: every hundredth is the first clerk's, every tenth of the northern unit.
 * For plans and counts, where the way in does not matter.
 */
export async function growCustomers(house: House, rows: number): Promise<void> {
  const raw = await rawConnection(house, { everything: true })
  const { wang, li } = house.people
  const keyOf = `(select key from principal where id = $1::uuid)`
  const now = new Date()
  for (let from = 0; from < rows; from += SLICE)
    await raw.rows(
      `insert into customer (id, version, created_at, updated_at, acl_read, acl_write, acl_level, name, region, industry, tier, owner_id, search_text, search_latin)
     select gen_random_uuid(), 1, at, at, acl, acl, 1, title, region, industry, tier, owner, title, 'kh' || n
     from (
       select n, date_trunc('milliseconds', $4::timestamptz) - n * interval '1 second' as at,
         '客户' || chr(19968 + n % 1500) || chr(20000 + n % 1700) || n as title,
         (array['330110', '310115', '110105', '440305'])[1 + n % 4] as region,
         (array['A', 'C', 'F', 'I', 'J'])[1 + n % 5] as industry,
         (array['vip', 'ordinary', 'potential'])[1 + n % 3] as tier,
         case when n % 100 = 0 then $1::uuid else $2::uuid end as owner,
         case when n % 100 = 0 then array[1, ${keyOf}] when n % 10 = 0 then array[1, (select key from principal where id = $3::uuid)]
           else array[1, (select key from principal where id = $2::uuid)] end as acl
       from generate_series(${from + 1}, ${Math.min(from + SLICE, rows)}) as n
     ) as made`,
      [wang.id, li.id, house.units.north, now],
    )
  await raw.rows('analyze customer')
  await raw.end()
  // Nobody announces what did not come through the record core.
  house.kernel.totals.changed()
}
