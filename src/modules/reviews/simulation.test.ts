import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, closeRound, openRound, roundProgress, type Sql, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { type Found, reviewProgramme, submitReview } from './index.ts'

/* A company of 25 looks through its files: whoever does what, the report says what a count of the tables says, and nobody had their own. */

const isLong = process.env.LONG === '1'
const files = isLong ? 20_000 : 400
const people = 25
/** Reviews that are handed in; the rest stays open. */
const reviewed = isLong ? 4_000 : 120

let house: House
const staff: string[] = []
let seed = 20_261_129

/** The same company at each run. */
function random(most: number): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % most
}

const rows = <R extends Record<string, unknown>>(query: Sql): Promise<R[]> =>
  house.system().transaction((tx) => tx.db.rows<R>(query))

beforeAll(async () => {
  house = await openHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  const users = house.system().recordsNamed('user')
  for (let at = 1; at <= people; at++) {
    const login = `colleague${at}`
    const unit = [house.units.north, house.units.south, house.units.northEast][at % 3]
    staff.push((await users.create({ name: `同事${at}`, login, role: 'clerk', unit })).id)
  }
  for (let at = 0; at < files; at += 200) await makeFiles(at, Math.min(200, files - at))
}, 900_000)
afterAll(() => house.close())

/** By one of the staff, and mostly somebody else's. */
async function makeFiles(from: number, count: number): Promise<void> {
  const maker = (await actAs(house, `colleague${random(people) + 1}`)).asSystem('test')
  const inputs = Array.from({ length: count }, (_, at) => ({
    input: {
      name: `模拟客户${from + at}`,
      owner: random(10) ? staff[random(people)] : null,
      level: random(10) ? '1' : '2',
      fax: '010-88886666',
    },
  }))
  await maker.transaction((tx) => tx.recordsNamed('customer').createMany(inputs))
}

const kinds = ['wrong', 'missing', 'duplicate', 'outdated', 'unneeded'] as const

function findingsAt(at: number): Found[] {
  const kind = kinds[random(kinds.length)]
  if (random(4) || !kind) return []
  const first: Found = kind === 'wrong' ? { kind, field: 'fax', value: `010-8888${1000 + (at % 9000)}` } : { kind }
  return random(3) ? [first] : [first, { kind: 'outdated', field: 'street' }]
}

it(`reviews ${files} files among ${people}, and counts them as the tables do`, { timeout: 3_000_000 }, async () => {
  const zhang = await actAs(house, 'zhang')
  const plan = await zhang.recordsNamed('review_plan').create({ name: '全面审查', reviewers: staff })
  const round = await openRound(zhang, reviewProgramme, plan.id)
  await runJobs(house)

  const items = await rows<{ id: string; assignee: string; login: string; customer: string; version: number }>(sql`
    select review_item.id, assignee_id as assignee, login, customer_id as customer, customer.version from review_item
      join customer on customer.id = customer_id join "user" on "user".id = assignee_id
    where round_id = ${round}::uuid and review_item.state = 'open' order by md5(review_item.id::text)`)
  expect(items).toHaveLength(files)
  const own = await rows(sql`
    select from review_item join customer on customer.id = customer_id
    where round_id = ${round}::uuid and assignee_id in (customer.owner_id, customer.created_by)`)
  expect(own).toHaveLength(0)
  const loads = staff.map((id) => items.filter(({ assignee }) => assignee === id).length)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)

  const told = { right: 0, found: 0, kinds: new Map<string, number>() }
  const actors = new Map<string, Context>()
  for (const [at, { id, login, version }] of items.slice(0, reviewed).entries()) {
    const ctx = actors.get(login) ?? (await actAs(house, login))
    actors.set(login, ctx)
    const findings = findingsAt(at)
    await submitReview(ctx, id, { version, how: random(2) ? 'document' : undefined, findings })
    told[findings.length ? 'found' : 'right']++
    for (const { kind } of findings) told.kinds.set(kind, (told.kinds.get(kind) ?? 0) + 1)
  }
  await closeRound(zhang, reviewProgramme, round)
  await runJobs(house)

  const { report, frozen } = await roundProgress(zhang, reviewProgramme, round)
  expect(report).toMatchObject({ total: files, done: reviewed, open: files - reviewed, unassigned: 0, late: 0 })
  expect(report.results).toEqual({ found: told.found, right: told.right })
  expect(new Map(Object.entries(report.counts.kinds ?? {}))).toEqual(told.kinds)
  const [counted] = await rows<Record<string, number>>(sql`
    select (select count(*) from review_item where round_id = ${round}::uuid and state = 'done')::integer as done,
      (select count(*) from review_item where round_id = ${round}::uuid and state = 'dropped')::integer as left,
      (select count(*) from review_finding where round_id = ${round}::uuid)::integer as findings,
      (select count(*) from review_finding where round_id = ${round}::uuid and state = 'waiting')::integer as waiting,
      (select count(*) from change_request where state = 'pending')::integer as requests,
      (select count(*) from task where state = 'open')::integer as tasks,
      (select count(*) from principal where kind = 'share' and grantee is not null and valid_until > now() + interval '11 minutes')::integer as shares`)
  const findings = [...told.kinds.values()].reduce((sum, count) => sum + count, 0)
  expect(counted).toMatchObject({ done: reviewed, left: files - reviewed, findings, tasks: 0, shares: 0 })
  expect(counted?.requests).toBeGreaterThan(0)
  expect(report.counts.states?.waiting).toBe(counted?.waiting)
  const perPerson = await rows(sql`
    select "user".id, "user".name, count(*)::integer as total, (count(*) filter (where state = 'done'))::integer as done, 0 as late,
      (count(*) filter (where state <> 'done'))::integer as open
    from review_item join "user" on "user".id = assignee_id where round_id = ${round}::uuid group by 1, 2`)
  const byId = (list: readonly Record<string, unknown>[]) =>
    [...list].sort((one, two) => (String(one.id) < String(two.id) ? -1 : 1))
  expect(byId(report.people)).toEqual(byId(perPerson))
  expect(frozen?.sound).toBe(true)
})
