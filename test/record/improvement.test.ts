import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
let wang: ApiClient
const day = 86_400_000

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
})
afterAll(() => house.close())

type Name = 'zhang' | 'chen' | 'wang' | 'li' | 'sun'
const of = (name: Name, object: string, days = 0) =>
  house.as(name, { now: () => new Date(Date.now() + days * day) }).recordsNamed(object)
const all = (object: string) => house.system().recordsNamed(object)

async function change(
  who: Name,
  object: string,
  { id, days = 0, ...patch }: Record<string, unknown> & { id: string; days?: number },
) {
  const { version } = await all(object).get(id)
  return of(who, object, days).update(id, patch, { version })
}

async function told(name: Name): Promise<unknown[]> {
  await runJobs(house)
  const { items } = await of(name, 'notification').list({ where: { kind: 'suggestion' }, sort: 'createdAt' })
  return items.map(({ values }) => values.detail)
}

/** Every row of every table, as text. */
async function everything(): Promise<Set<string>> {
  const tables = await house.kernel.db.rows<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const rows = await Promise.all(
    tables.map(({ name }) =>
      house
        .system()
        .transaction((tx) =>
          tx.db.rows<{ row: string }>(
            sql`select ${name} || ' ' || each::text as row from ${sql.raw(`"${name}"`)} as each`,
          ),
        ),
    ),
  )
  return new Set(rows.flat().map(({ row }) => row))
}

describe('a suggestion without a name', () => {
  it('leaves nothing that names its sender: no row that came or changed with it does', async () => {
    // Whatever a session notes once in a while, it has noted.
    await wang.get('/api/suggestions')
    const before = await everything()
    const { status, body } = await wang.post('/api/suggestions/anonymous', { title: '名片夹', text: '统一一种格式' })
    expect(status).toBe(201)
    const came = [...(await everything())].filter((row) => !before.has(row))
    expect(came.some((row) => row.startsWith('suggestion ') && row.includes('统一一种格式'))).toBe(true)
    expect(came.some((row) => row.startsWith('audit_event ') && row.includes('anonymous suggestion'))).toBe(true)
    const { id, name, login } = house.people.wang
    for (const row of came) for (const trace of [id, name, login, '127.0.0.1']) expect(row).not.toContain(trace)
    // Nor does the code stand anywhere, or the minute in which it came.
    for (const row of came) expect(row).not.toContain(body.code)
    const [found] = (await all('suggestion').list({ where: { anonymous: true }, limit: 2 })).items
    expect(found?.values).toMatchObject({ sender: null, title: '名片夹' })
    const record = await all('suggestion').get(String(found?.id))
    expect(record).toMatchObject({ createdBy: null, updatedBy: null })
    expect(String(record.createdAt)).toMatch(/T04:00:00.000Z$/)
    expect(record.id[14]).toBe('4')
    await expect(of('wang', 'suggestion').get(record.id)).rejects.toMatchObject({ status: 404 })
    expect(await told('zhang')).toEqual(['new'])
  })

  it('tells whoever has the code what became of it, and notes no wrong code under a name', async () => {
    const { body } = await wang.post('/api/suggestions/anonymous', { title: '传真号' })
    const [found] = (await all('suggestion').list({ where: { title: '传真号' }, limit: 2 })).items
    await change('zhang', 'suggestion', { id: String(found?.id), state: 'looking', reply: '正在核对' })
    const spelt = `${body.code.slice(0, 4)}-${body.code.slice(4)}`.toLowerCase()
    const seen = await wang.post('/api/suggestions/status', { code: spelt })
    expect(seen.body).toEqual({ title: '传真号', state: 'looking', reply: '正在核对', reason: null })
    const before = await everything()
    const wrong = await wang.post('/api/suggestions/status', { code: 'ABCDEFGHABCDEFGH' })
    expect(wrong.body.code).toBe('suggestion.code_unknown')
    const came = [...(await everything())].filter((row) => !before.has(row))
    for (const row of came) expect(row).not.toContain(house.people.wang.id)
  })

  it('comes no more than ten times an hour from one person, which the trail does not tell of', async () => {
    const li = await house.client('li')
    for (let at = 0; at < 10; at++)
      expect((await li.post('/api/suggestions/anonymous', { title: `第${at}条` })).status).toBe(201)
    const before = await everything()
    expect((await li.post('/api/suggestions/anonymous', { title: '再来' })).body.code).toBe('suggestion.too_many')
    const came = [...(await everything())].filter((row) => !before.has(row))
    for (const row of came) expect(row).not.toContain(house.people.li.id)
  })
})

describe('a suggestion under a name', () => {
  it('is handled by somebody else, keeps its words, and is credited and made good on once adopted', async () => {
    const { id } = await of('wang', 'suggestion').create({ title: '每周核对传真号' })
    await expect(change('wang', 'suggestion', { id, reply: '好' })).rejects.toMatchObject({ status: 403 })
    await expect(of('li', 'suggestion').get(id)).rejects.toMatchObject({ status: 404 })
    await change('zhang', 'suggestion', { id, handler: house.people.chen.id })
    await expect(change('chen', 'suggestion', { id, title: '别的' })).rejects.toMatchObject({
      code: 'suggestion.words',
    })
    await expect(change('chen', 'suggestion', { id, state: 'declined' })).rejects.toMatchObject({
      code: 'field.required',
    })
    const done = await change('chen', 'suggestion', { id, state: 'adopted', reply: '下月起执行' })
    expect(done).toMatchObject({ decidedBy: house.people.chen.id })
    await expect(change('zhang', 'suggestion', { id, state: 'new' })).rejects.toMatchObject({
      code: 'suggestion.adopted',
    })
    const [made] = (await of('chen', 'improvement').list({ where: { suggestion: id } })).items
    expect(made?.values).toMatchObject({
      title: '每周核对传真号',
      source: 'feedback',
      owner: house.people.chen.id,
      stage: 'plan',
    })
    const credits = (await of('li', 'credit').list({ where: { person: house.people.wang.id } })).items
    expect(credits.map(({ values }) => values.reason)).toEqual(['每周核对传真号'])
    expect(await told('wang')).toEqual(['adopted'])
    expect(await told('chen')).toEqual(['new'])
  })

  it('begins as new', async () => {
    const decided = { title: '自己采纳', state: 'adopted' }
    await expect(of('wang', 'suggestion').create(decided)).rejects.toMatchObject({ code: 'suggestion.begins_new' })
  })
})

describe('an improvement', () => {
  const planned = { title: '传真号准确率', source: 'audit', measure: '准确率（%）', before: 82, target: 98 }
  /** Tasks of it: whose, and how they stand. */
  const tasksOf = async (improvement: string) =>
    (await all('task').list({ where: { improvement }, sort: 'createdAt', limit: 20 })).items.map(
      ({ values: { assignee, state } }) => [assignee, state],
    )
  const today = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

  it('is checked by somebody else than its owner, not before the day, and begins again where it had no effect', async () => {
    const { wang: owner, chen: checker } = house.people
    const { id } = await of('wang', 'improvement').create({ ...planned, dueOn: today(7) })
    expect(await tasksOf(id)).toEqual([[owner.id, 'open']])
    await expect(change('wang', 'improvement', { id, checker: owner.id })).rejects.toMatchObject({
      code: 'improvement.own_check',
    })
    await change('wang', 'improvement', { id, stage: 'do' })
    await expect(change('wang', 'improvement', { id, stage: 'check' })).rejects.toMatchObject({
      code: 'field.required',
    })
    await expect(change('wang', 'improvement', { id, stage: 'act' })).rejects.toMatchObject({
      code: 'improvement.unchecked',
    })
    await change('wang', 'improvement', { id, stage: 'check', checker: checker.id, checkOn: today(30), after: 90 })
    expect(await tasksOf(id)).toEqual([
      [owner.id, 'done'],
      [checker.id, 'open'],
    ])
    const judged = { id, days: 31, finding: '不到目标' }
    await expect(change('wang', 'improvement', { ...judged, effective: 'yes' })).rejects.toMatchObject({
      code: 'improvement.not_checker',
    })
    await expect(change('zhang', 'improvement', { ...judged, effective: 'yes' })).rejects.toMatchObject({
      code: 'improvement.not_checker',
    })
    await expect(change('chen', 'improvement', { id, effective: 'yes' })).rejects.toMatchObject({
      code: 'improvement.too_early',
    })
    const again = await change('chen', 'improvement', { ...judged, effective: 'no' })
    expect(again).toMatchObject({
      stage: 'plan',
      round: 2,
      effective: null,
      dueOn: null,
      checkOn: null,
      finding: '不到目标',
    })

    await change('wang', 'improvement', { id, stage: 'do', dueOn: today(40) })
    await change('wang', 'improvement', { id, stage: 'check', checkOn: today(60), after: 99 })
    await change('chen', 'improvement', { id, days: 61, effective: 'yes' })
    const closed = await change('wang', 'improvement', { id, stage: 'closed', standard: '写入周例会议程' })
    expect(closed).toMatchObject({ stage: 'closed', effective: 'yes', round: 2 })
    const done = [owner, checker, owner, checker].map((person) => [person.id, 'done'])
    expect(await tasksOf(id)).toEqual(done)
  })

  it('takes its task along, and drops it with itself', async () => {
    const { id } = await of('chen', 'improvement').create({ ...planned, dueOn: today(7) })
    await change('chen', 'improvement', { id, owner: house.people.wang.id })
    expect(await tasksOf(id)).toEqual([[house.people.wang.id, 'open']])
    await change('chen', 'improvement', { id, stage: 'dropped' })
    expect(await tasksOf(id)).toEqual([[house.people.wang.id, 'dropped']])
  })
})
