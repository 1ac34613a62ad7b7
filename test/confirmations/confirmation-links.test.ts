import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { sql } from '#kernel'
import { type ApiAnswer, type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { type MailServer, openMailServer } from '#test/mail-server'
import { runJobs } from '#test/run-jobs'
import { mailTo, newColleague } from '#test/with-mail'
import { tick } from '../../src/server/maintain.ts'

let house: ApiHouse
let wang: ApiClient
let chen: ApiClient
let customer: ApiClient
let mails: MailServer
beforeAll(async () => {
  house = await openApiHouse()
  mails = await openMailServer()
  await house.system().recordsNamed('unit').update(house.units.north, { manager: house.people.chen.id })
  wang = await house.client('wang')
  chen = await house.client('chen')
  customer = await house.client()
})
afterAll(async () => {
  await mails.close()
  await house.close()
})
beforeEach(async () => {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
})

const known = { name: '江南茶业有限公司', phone: '13900001234', street: '湖滨路 8 号', email: 'tea@example.com' }

async function fileWith(more: Record<string, unknown> = {}): Promise<string> {
  return (await wang.post('/api/customers', { ...known, ...more })).body.id
}

type Link = { id: string; token: string; code: string; check: string }

async function linkTo(file: string, more: Record<string, unknown> = {}): Promise<Link> {
  const asked = { fields: ['phone', 'street'], language: 'zh', days: 14, way: 'copy', ...more }
  const made = await wang.post(`/api/customers/${file}/confirmations`, asked)
  expect(made.status).toBe(201)
  return made.body
}

const open = (token: string, check = '1234') =>
  customer.post('/api/confirmations/openings', { token, check, locale: 'zh' })

async function answer(token: string, answers: Record<string, unknown>, client = customer): Promise<ApiAnswer> {
  const { body } = await open(token)
  return client.post('/api/confirmations/answers', {
    token,
    check: '1234',
    locale: 'zh',
    version: body.version ?? 1,
    answers,
  })
}

const right = { is: 'right' }
const value = (text: string) => ({ is: 'value', value: text })
const linkOf = async (id: string) => (await wang.get(`/api/confirmation-links/${id}`)).body
const verified = (file: string) =>
  house.kernel.db.rows<{ field: string; how: string; by: string | null }>(
    sql`select field, how, by from verification where record = ${file}::uuid and ended_at is null order by field`,
  )
/** From another address than the sender’s: the link was made elsewhere, and nobody is signed in from here. */
const madeElsewhere = (id: string) =>
  house.kernel.db.rows(sql`update answer_link set made_from = '203.0.113.9' where record = ${id}::uuid`)
const dead = { status: 403, body: { code: 'confirmation.link_dead' } }

describe('asking a customer', () => {
  it('offers what people know of themselves, those fields first that are to be verified, and no tier, owner or remark', async () => {
    const file = await fileWith()
    const { body } = await wang.get(`/api/customers/${file}/confirmation-offer`)
    const names = body.fields.map(({ name }: { name: string }) => name)
    expect(body.fields.filter(({ usual }: { usual: boolean }) => usual)).toEqual([
      { name: 'phone', usual: true },
      { name: 'street', usual: true },
    ])
    expect(names).toContain('name')
    for (const own of ['archiveNumber', 'tier', 'level', 'owner', 'remarks', 'secretRemarks', 'idNumber', 'age'])
      expect(names).not.toContain(own)
    expect(body).toMatchObject({ mail: false, check: 'phone' })
    for (const field of ['secretRemarks', 'tier', 'made_up']) {
      const asked = { fields: [field], language: 'zh', days: 1, way: 'copy' }
      expect(await wang.post(`/api/customers/${file}/confirmations`, asked)).toMatchObject({
        status: 422,
        body: { code: 'confirmation.not_offered' },
      })
    }
  })

  it('is for whoever may change the file, and only where somebody else could agree', async () => {
    const file = await fileWith()
    const li = await house.client('li')
    const asked = { fields: ['phone'], language: 'zh', days: 1, way: 'copy' }
    expect((await li.post(`/api/customers/${file}/confirmations`, asked)).status).toBe(404)
    expect((await li.get(`/api/customers/${file}/confirmation-offer`)).status).toBe(404)
    const zhang = await house.client('zhang')
    const own = (await zhang.post('/api/customers', known)).body.id
    expect((await zhang.post(`/api/customers/${own}/confirmations`, asked)).body.code).toBe(
      'confirmation.nobody_agrees',
    )
    expect((await wang.post(`/api/customers/${file}/confirmations`, { ...asked, days: 15 })).status).toBe(400)
  })

  it('keeps neither token nor code, only their hashes', async () => {
    const file = await fileWith({ phone: null })
    const link = await linkTo(file)
    expect(link).toMatchObject({ check: 'code', code: expect.stringMatching(/^\d{6}$/) })
    const rows = await house.kernel.db.rows(sql`
      select encode(token_hash, 'escape') || encode(code_hash, 'escape') as hashes,
        (select string_agg(body::text, '') from audit_event) as trail,
        (select string_agg(confirmation_link::text, '') from confirmation_link) as links
      from answer_link where record = ${link.id}::uuid`)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(link.token)
    expect((await open(link.token, '000000x')).status).toBe(403)
    expect((await open(link.token, link.code)).status).toBe(200)
  })

  it('mails the link to the address on file and to nobody else, not to its sender either', async () => {
    await mailTo(house.kernel, mails.port)
    onTestFinished(() => mailTo(house.kernel, mails.port, { host: '' }))
    const file = await fileWith()
    const link = await linkTo(file, { way: 'mail', language: 'en' })
    expect(link.token).toBeNull()
    await runJobs(house)
    const sent = mails.mails.at(-1)
    expect(sent?.to).toEqual(['tea@example.com'])
    const [, token = ''] = /\/confirm#en-phone-([\w-]+)/.exec(sent?.text ?? '') ?? []
    expect((await open(token)).status).toBe(200)
    const [row] = await house.kernel.db.rows(
      sql`select object, person, content from outbox order by queued_at desc limit 1`,
    )
    expect(row).toMatchObject({ object: 'customer', person: file, content: null })
    const without = await fileWith({ email: null })
    const asked = { fields: ['phone'], language: 'zh', days: 1, way: 'mail' }
    expect((await wang.post(`/api/customers/${without}/confirmations`, asked)).body.code).toBe('mail.no_address')
  })
})

describe('an open link', () => {
  it('shows the chosen fields, what is above level 1 as masks, and nothing else of the file', async () => {
    const file = await fileWith({ remarks: '付款慢', tier: 'vip' })
    const link = await linkTo(file, { fields: ['name', 'phone', 'street'] })
    const { status, body } = await open(link.token)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['fields', 'version'])
    const byName = Object.fromEntries(body.fields.map((field: { name: string }) => [field.name, field]))
    expect(byName.name).toMatchObject({ value: known.name, masked: false, required: true })
    expect(byName.phone).toMatchObject({ value: '139****1234', masked: true, required: false })
    expect(Object.keys(byName)).toEqual(['name', 'phone', 'street'])
    expect(JSON.stringify(body)).not.toMatch(/13900001234|湖滨路 8 号|付款慢|vip|KH-|王芳/)
    expect(await linkOf(link.id)).toMatchObject({ state: 'opened' })
  })

  it('is refused in the same words after the same time, whatever is wrong', async () => {
    const file = await fileWith()
    const [used, over, withdrawn, wrong, binned] = [
      await linkTo(file),
      await linkTo(file),
      await linkTo(file),
      await linkTo(file),
      await linkTo(await fileWith()),
    ]
    expect((await answer(used.token, { phone: right, street: right })).status).toBe(204)
    await house.kernel.db.rows(sql`update answer_link set expires_at = now() where record = ${over.id}::uuid`)
    expect((await wang.post(`/api/confirmation-links/${withdrawn.id}/withdrawal`)).status).toBe(204)
    expect((await wang.post(`/api/confirmation-links/${withdrawn.id}/withdrawal`)).status).toBe(409)
    const { customer: binnedFile } = await linkOf(binned.id)
    const zhang = await house.client('zhang')
    expect((await zhang.delete(`/api/customers/${binnedFile}`)).status).toBeLessThan(300)
    const tries: [string, string][] = [
      ['made-up', '1234'],
      [used.token, '1234'],
      [over.token, '1234'],
      [withdrawn.token, '1234'],
      [wrong.token, '9999'],
      [binned.token, '1234'],
    ]
    const told = []
    for (const [token, check] of tries) {
      const begun = performance.now()
      const { status, body } = await open(token, check)
      expect(performance.now() - begun).toBeGreaterThan(200)
      const { requestId: _, params: __, ...rest } = body
      told.push({ status, rest })
    }
    for (const each of told) expect(each).toEqual(told[0])
    expect(told[0]).toMatchObject({ status: 403, rest: { code: 'confirmation.link_dead' } })
    const lines = await house.kernel.db.rows(sql`
      select record, channel, result from audit_event where action = 'confirm' and result = 'refused' and record = ${wrong.id}::uuid`)
    expect(lines).toEqual([{ record: wrong.id, channel: 'link', result: 'refused' }])
  })

  it('is dead after five wrong guesses, also those sent at the same moment', async () => {
    const link = await linkTo(await fileWith())
    const guesses = await Promise.all(
      ['0000', '0001', '0002', '0003', '0004', '1234'].map((guess) => open(link.token, guess)),
    )
    expect(guesses.filter(({ status }) => status === 200).length).toBeLessThan(2)
    for (const guess of ['0005', '0006', '0007', '0008', '0009']) await open(link.token, guess)
    expect(await open(link.token)).toMatchObject(dead)
    expect(await linkOf(link.id)).toMatchObject({ state: 'locked' })
  })

  it('counts guesses for their address as those at the door', async () => {
    for (let count = 0; count < 50; count += 10)
      await Promise.all(Array.from({ length: 10 }, (_, at) => open(`made-up-${count + at}`)))
    expect((await open('made-up')).status).toBe(429)
  })

  it('says that it is over when its time has passed', async () => {
    const link = await linkTo(await fileWith(), { days: 1 })
    await house.system().recordsNamed('confirmation_link').update(link.id, { validUntil: '2026-01-05T08:00:00.000Z' })
    expect(await open(link.token)).toMatchObject(dead)
    await tick(house.kernel)
    expect(await linkOf(link.id)).toMatchObject({ state: 'expired' })
  })
})

describe('an answer', () => {
  it('verifies what is right as the customer’s word, and asks for all that is not in one request of the sender’s', async () => {
    const file = await fileWith()
    const link = await linkTo(file, { fields: ['name', 'phone', 'street', 'email'] })
    await madeElsewhere(link.id)
    await house.kernel.db.rows(sql`update session set ip = '203.0.113.9' where user_id = ${house.people.wang.id}`)
    const answers = { name: right, phone: right, street: value('南山路 200 号'), email: { is: 'gone' } }
    expect((await answer(link.token, answers)).status).toBe(204)
    expect(await verified(file)).toEqual([{ field: 'phone', how: 'link', by: null }])
    const told = await linkOf(link.id)
    expect(told).toMatchObject({ state: 'answered', origin: 'apart' })
    expect(told.answers).toEqual({ name: 'right', phone: 'right', street: 'corrected', email: 'gone' })
    const { body: request } = await chen.get(`/api/change-requests/${told.request}`)
    expect(request).toMatchObject({ proposer: house.people.wang.id, state: 'pending', source: 'link' })
    expect(request.files).toHaveLength(1)
    const evidence = await chen.get(`/api/files/${request.files[0]}`)
    expect(evidence.body).toContain(link.id)
    expect(JSON.stringify(evidence.body)).not.toContain('南山路')
    expect(
      (await wang.get(`/api/customers/${file}`)).body.email ??
        (await wang.get(`/api/customers/${file}`)).body.masked.email,
    ).toBeTruthy()
    const { body: changes } = await chen.get(`/api/change-requests/${told.request}/changes`)
    const decide = (client: ApiClient) =>
      client.post(`/api/change-requests/${told.request}/decision`, { verdict: 'approve', hash: changes.hash })
    expect((await decide(wang)).status).toBe(403)
    expect((await decide(chen)).status).toBe(204)
    const plain = await house.system().recordsNamed('customer').get(file)
    expect(plain).toMatchObject({ street: '南山路200号', email: null })
    expect(await verified(file)).toEqual([
      { field: 'phone', how: 'link', by: null },
      { field: 'street', how: 'link', by: null },
    ])
    expect(await open(link.token)).toMatchObject(dead)
  })

  it('is taken once, of several at the same moment', async () => {
    const link = await linkTo(await fileWith())
    const { body } = await open(link.token)
    const sent = {
      token: link.token,
      check: '1234',
      locale: 'zh',
      version: body.version,
      answers: { phone: right, street: right },
    }
    const all = await Promise.all([1, 2, 3].map(() => customer.post('/api/confirmations/answers', sent)))
    expect(all.map(({ status }) => status).sort()).toEqual([204, 403, 403])
  })

  it('with a value that nobody can read is told which, in the customer’s language, and may be sent again', async () => {
    const link = await linkTo(await fileWith())
    const refused = await answer(link.token, { phone: value('call me'), street: right })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'phone' }] } })
    expect(refused.body.title).toMatch(/电话/)
    expect((await answer(link.token, { phone: right })).body.errors).toMatchObject([{ path: 'street' }])
    expect((await answer(link.token, { phone: right, street: right })).status).toBe(204)
  })

  it('that types anew what stands there is a confirmation, and no request', async () => {
    const file = await fileWith()
    const link = await linkTo(file)
    expect((await answer(link.token, { phone: value('139 0000 1234'), street: right })).status).toBe(204)
    expect(await linkOf(link.id)).toMatchObject({ request: null, answers: { phone: 'right', street: 'right' } })
  })

  it('about what was changed meanwhile is asked for again', async () => {
    const file = await fileWith()
    const link = await linkTo(file)
    const { body } = await open(link.token)
    await wang.patch(
      `/api/customers/${file}`,
      { street: '北山路 1 号' },
      { headers: { 'if-match': String(body.version) } },
    )
    const sent = {
      token: link.token,
      check: '1234',
      locale: 'zh',
      version: body.version,
      answers: { phone: right, street: right },
    }
    expect(await customer.post('/api/confirmations/answers', sent)).toMatchObject({
      status: 409,
      body: { code: 'confirmation.changed' },
    })
    expect(await verified(file)).toEqual([])
    expect((await answer(link.token, { phone: right, street: right })).status).toBe(204)
  })

  it('from the sender’s own address is told as such, and from a browser that is signed in here it verifies nothing', async () => {
    await house.kernel.db.rows(sql`update session set ip = null`)
    const file = await fileWith()
    const near = await linkTo(file)
    expect((await answer(near.token, { phone: right, street: value('南山路 1 号') })).status).toBe(204)
    const told = await linkOf(near.id)
    expect(told.origin).toBe('same_address')
    expect((await chen.get(`/api/change-requests/${told.request}`)).body.grounds).toContain('与发送人相同')
    const other = await fileWith()
    const own = await linkTo(other)
    expect((await answer(own.token, { phone: right, street: right }, wang)).status).toBe(204)
    expect(await linkOf(own.id)).toMatchObject({ state: 'answered', origin: 'signed_in' })
    expect(await verified(other)).toEqual([])
    // Nobody says of oneself that it was the customer.
    const said = { field: 'phone', how: 'link', version: 1 }
    expect((await wang.post(`/api/customers/${other}/verifications`, said)).status).toBe(400)
    const grounds = encodeURIComponent(JSON.stringify({ source: 'link' }))
    const headers = { 'X-Dossier-Grounds': grounds, 'if-match': '1' }
    expect((await wang.patch(`/api/customers/${other}`, { street: '甲' }, { headers })).status).toBe(400)
  })
})

describe('what happens to the file meanwhile', () => {
  it('kills the link with its sender’s right: another owner, or a destroyed key', async () => {
    const zhang = await house.client('zhang')
    const gone = await fileWith()
    const moved = await linkTo(gone)
    const version = (await zhang.get(`/api/customers/${gone}`)).body.version
    const handed = { headers: { 'if-match': String(version) } }
    await zhang.patch(`/api/customers/${gone}`, { owner: house.people.li.id }, handed)
    expect(await open(moved.token)).toMatchObject(dead)

    const destroyed = await fileWith()
    const lost = await linkTo(destroyed)
    await zhang.post(`/api/customers/${destroyed}/key-destruction`, { reason: '客户要求' })
    expect(await open(lost.token)).toMatchObject(dead)
  })

  it('asks the new owner where the sender may still change the file', async () => {
    const file = await fileWith({ collaborators: [house.people.wang.id] })
    const link = await linkTo(file)
    const zhang = await house.client('zhang')
    const { version } = (await zhang.get(`/api/customers/${file}`)).body
    const owner = await newColleague(house, { unit: house.units.north })
    await zhang.patch(`/api/customers/${file}`, { owner }, { headers: { 'if-match': String(version) } })
    expect((await answer(link.token, { phone: right, street: value('南山路 9 号') })).status).toBe(204)
    const { request } = await linkOf(link.id)
    const { body } = await zhang.get(`/api/change-requests/${request}`)
    expect(body.awaits).toContain(owner)
    expect(body.awaits).not.toContain(house.people.wang.id)
  })

  it('kills the links of a sender who has left', async () => {
    const left = await linkTo(await fileWith())
    const users = house.system().recordsNamed('user')
    await users.update(house.people.wang.id, { active: false })
    onTestFinished(async () => void (await users.update(house.people.wang.id, { active: true })))
    expect(await open(left.token)).toMatchObject(dead)
  })
})
