import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, isOffered, runJob, showProposal, sql } from '#kernel'
import { readPdf } from '#test/read-pdf'
import { actAs } from '#test/standing-actor'
import { modules } from '../../src/server/modules.ts'
import { routeOutlets } from '../../src/server/outlets.ts'
import { type CanaryHouse, openCanaryHouse } from './canary-house.ts'
import { openReaders, type Reader } from './readers.ts'
import { stepsOf, textOf, walk } from './walk.ts'

const many = process.env.LONG ? 10_000 : 300

/** So many records of each object are changed, of a head's, a manager's and a clerk's files. */
const changed = process.env.LONG ? 6 : 3

const jobs = modules.flatMap((module) => module.jobs ?? [])

let there: CanaryHouse
let readers: readonly Reader[]
beforeAll(async () => {
  there = await openCanaryHouse(many)
  readers = await openReaders(there.house)
}, 600_000)
afterAll(() => there.house.close())

/** What a text tells that its reader may not see plainly. */
function leaks(text: string, { name, plain, sees }: Reader, own = false): string[] {
  return there.flock.in(text).flatMap(({ level, holder, where, token }) => {
    if (level <= plain && sees.includes(holder)) return []
    if (own && holder === there.lists && name.endsWith('wang')) return []
    return [`${where} of ${holder}: ${token}`]
  })
}

const isOwn = (outlet: string): boolean => routeOutlets[outlet]?.values === 'own' || outlet === 'GET /api/files/:id'

describe(`${many} values of levels 2 and 3`, () => {
  it('are met by who sees them plainly, or this test looks at nothing', async () => {
    const zhang = readers.find(({ name }) => name === 'zhang')
    const answer = await zhang?.client.get('/api/customers?limit=200')
    const met = there.flock.in(answer ? textOf(answer) : '')
    expect(met.filter(({ level }) => level === 2).length).toBeGreaterThan(40)
    expect(met.filter(({ level }) => level === 3)).toEqual([])
  })

  it('leave by no GET to whom they are not plain, whoever asks, however it is asked', {
    timeout: 1_800_000,
  }, async () => {
    const steps = stepsOf(there.places)
    const outlets = Object.keys(routeOutlets).filter((name) => name.startsWith('GET ') && name !== 'GET /api/events')
    expect([...new Set(steps.map(({ outlet }) => outlet))].sort()).toEqual(outlets.sort())
    const out: string[] = []
    for (const reader of readers)
      await walk(reader.client, steps, ({ outlet, path }, answer) => {
        for (const leak of leaks(textOf(answer), reader, isOwn(outlet))) out.push(`${reader.name} ${path}: ${leak}`)
      })
    expect(out).toEqual([])
  })

  it('leave on no paper and by no clipboard', async () => {
    const out: string[] = []
    for (const reader of readers) {
      const { objects = [] } = (await reader.client.get('/api/definitions')).body
      for (const { path, fields, can } of objects) {
        const names = fields.map(({ name }: { name: string }) => name).slice(0, 100)
        const answer = await reader.client.post('/api/prints', { object: path, as: 'copy', fields: names })
        // A key prints nothing.
        const mayPrint = can.includes('print') && !reader.name.startsWith('key of')
        expect(answer.status, `${reader.name} ${path}`).toBe(mayPrint ? 200 : 403)
        for (const leak of leaks(textOf(answer), reader)) out.push(`${reader.name} ${path}: ${leak}`)
      }
    }
    expect(out).toEqual([])
  })

  it('leave on no label', async () => {
    const out: string[] = []
    const ids = there.places.records.customer?.slice(0, 60)
    const asked = { object: 'customers', ids, sheet: '3x8', names: 'all' }
    for (const reader of readers) {
      const { status, body } = await reader.client.post('/api/labels', asked)
      const pages = status === 200 ? readPdf(Buffer.from(body, 'latin1')) : []
      if (reader.name === 'zhang') expect(pages.flatMap(({ codes }) => codes).length).toBeGreaterThan(3)
      const texts = pages.flatMap((page) => [...page.texts, ...page.codes]).join('')
      for (const leak of leaks(texts, reader)) out.push(`${reader.name}: ${leak}`)
    }
    expect(out).toEqual([])
  })

  it('leave with no answer to a change, nor with its refusal', { timeout: 600_000 }, async () => {
    const out: string[] = []
    for (const reader of readers)
      for (const type of there.places.types)
        for (const id of (there.places.records[type.name] ?? []).slice(0, changed)) {
          const path = `/api/${type.path}`
          const { client } = reader
          const field = type.stored.find((bound) => bound.field.level > 1 && !bound.field.readOnly)?.name ?? 'nothing'
          const see = (answer: Parameters<typeof textOf>[0]) => {
            for (const leak of leaks(textOf(answer), reader))
              out.push(`${reader.name} ${path}/${id}: ${leak} in ${textOf(answer)}`)
            return answer
          }
          const version = see(await client.get(`${path}/${id}`)).body.version ?? 1
          if (isOffered(type, 'update') && (!type.policy?.limits.update || type.guarded)) {
            see(await client.patch(`${path}/${id}`, { [field]: 'x', version: 1 }))
            see(await client.patch(`${path}/${id}`, { [field]: '', version: 999 }))
            see(await client.patch(`${path}/${id}`, { remarks: '改', version }))
            see(await client.post(`${path}/bulk-changes`, { ids: [id], patch: { remarks: '再改' } }))
          }
          const { body } = see(await client.get(`${path}/${id}/history`))
          if (!isOffered(type, 'update')) continue
          for (const change of (body.items ?? []).slice(0, 3))
            see(await client.post(`${path}/${id}/history/${change.id}/restoration`, { version }))
        }
    expect(out).toEqual([])
  })

  it('leave in no export, but what its requester sees plainly', async () => {
    const { house } = there
    const columns = house
      .system()
      .type('customer')
      .stored.filter(({ kind }) => !kind.holdsFiles)
    const out: string[] = []
    let met = 0
    await house.system().recordsNamed('user').create({ name: '何总', login: 'heads', role: 'head' })
    for (const reader of readers.filter(({ name }) => ['zhang', 'chen'].includes(name))) {
      const purpose = [...house.kernel.purposes.values()][0]?.id
      const named = columns.map(({ name }) => name)
      const asked = { object: 'customer', format: 'csv', columns: named, grounds: '核对', purpose }
      const made = await reader.client.post('/api/exports', asked)
      expect([201, 202], made.body.code).toContain(made.status)
      if (made.body.proposed) await sign(await actAs(house, 'heads'), made.body.proposed)
      const { job } = await house.system().recordsNamed('export').get(made.body.id)
      await runJob(house.kernel, jobs, String(job))
      const file = await reader.client.post(`/api/exports/${made.body.id}/download`)
      expect(file.status).toBe(200)
      met += there.flock.in(textOf(file)).length
      out.push(...leaks(textOf(file), reader))
    }
    expect(met).toBeGreaterThan(40)
    expect(out).toEqual([])
  })

  it('leave by no line of the trail, no export of it, no event and no log', async () => {
    const zhang = readers.find(({ name }) => name === 'zhang')
    const auditor = readers.find(({ name }) => name === 'auditor')
    const wang = readers.find(({ name }) => name === 'wang')
    const watching = await wang?.client.events({ 'last-event-id': '1' })
    await there.house.as('wang').recordsNamed('customer').create({ name: '事件客户' })
    await watching?.next()
    watching?.close()
    const exported = await auditor?.client.post('/api/audit-exports', {
      why: '核对',
      action: 'update,create,reveal,read',
    })
    expect(exported?.status).toBe(200)
    const bodies = await there.house.kernel.db.rows<{ line: string }>(
      sql`select row_to_json(audit_event)::text as line from audit_event`,
    )
    const events = await there.house.kernel.db.rows<{ line: string }>(
      sql`select row_to_json(event)::text as line from event`,
    )
    const jobs = await there.house.kernel.db.rows<{ line: string }>(sql`select row_to_json(job)::text as line from job`)
    const texts = [...bodies, ...events, ...jobs].map(({ line }) => line)
    const all = [
      ...texts,
      JSON.stringify(exported?.body),
      JSON.stringify(watching?.events),
      String(there.house.server.errors.map((error) => (error instanceof Error ? error.stack : error))),
    ]
    const blind = { name: 'nobody', plain: 0, sees: [], client: zhang?.client } as unknown as Reader
    expect(all.flatMap((text) => leaks(text, blind))).toEqual([])
  })
})

async function sign(ctx: Context, proposal: string): Promise<void> {
  const { hash } = await showProposal(ctx, proposal)
  await decide(ctx, proposal, { verdict: 'approve', hash })
}
