import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Kernel, sql } from '#kernel'
import { type ApiServer, openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

let house: ApiHouse
let zhang: ApiClient
let address: string
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  address = house.server.address
  await zhang.post('/api/customers', { name: '北方机械' })
})
afterAll(() => house.close())

const anyId = '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'
const listWith = (where: unknown) =>
  zhang.get(`/api/customers?where=${encodeURIComponent(typeof where === 'string' ? where : JSON.stringify(where))}`)
const changeWith = (where: unknown) => zhang.post('/api/customers/bulk-changes', { where, patch: { shortName: 'x' } })
const nested = (depth: number) =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ or: [inner] }), { name: '北方机械' })
const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)

/** Nobody reads customers until it is let go. */
async function holdCustomers(): Promise<() => Promise<void>> {
  const connection = await house.kernel.db.connect()
  await connection.text('begin; lock table customer in access exclusive mode')
  return async () => {
    await connection.text('rollback')
    connection.release()
  }
}

describe('a request that is made to be costly', () => {
  it('by its depth is refused', async () => {
    for (const depth of [50, 1_000, 200_000]) {
      const body = `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`
      const headers = { cookie: zhang.cookie, 'content-type': 'application/json' }
      const response = await fetch(`${address}/api/customers`, { method: 'POST', headers, body })
      expect(response.status, String(depth)).toBe(400)
    }
    expect((await zhang.get('/api/customers')).status).toBe(200)
  })

  it('by its many ids is answered or refused in time', async () => {
    const ids = Array.from({ length: 20_000 }, () => anyId)
    const answer = await zhang.post('/api/customers/bulk-changes', { ids, patch: { name: 'x' } })
    expect([400, 413, 422]).toContain(answer.status)
  })

  it('by the length of its filter is refused, be it in the address or in the body', async () => {
    const longest = (more: string) => ({ name: { contains: 'x'.repeat(9_976) + more } })
    expect(JSON.stringify(longest(''))).toHaveLength(10_000)
    expect((await listWith(longest(''))).status).toBe(200)
    const longer = await listWith(longest('x'))
    expect(longer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
    expect(longer.body.title).toContain('where')
    const parts = (count: number) => names(count).map((each) => ({ name: each }))
    expect((await changeWith({ or: parts(240) })).status).toBe(200)
    for (const many of [parts(300), parts(30_000), Array.from({ length: 200_000 }, () => ({}))])
      expect(await changeWith({ or: many })).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  it('by the depth of its filter is refused', async () => {
    expect((await listWith(nested(8))).body).toMatchObject({ total: 1 })
    for (const depth of [9, 35]) expect((await listWith(nested(depth))).status, String(depth)).toBe(400)
    for (const depth of [9, 35, 1_000]) expect((await changeWith(nested(depth))).status, String(depth)).toBe(400)
  })

  it('by the many values of its filter is refused', async () => {
    for (const operator of ['in', 'notIn']) {
      expect((await listWith({ name: { [operator]: names(1_000) } })).status).toBe(200)
      expect((await changeWith({ name: { [operator]: names(1_001) } })).status).toBe(400)
      expect((await listWith({ name: { [operator]: names(1_001) } })).status).toBe(400)
    }
  })
})

describe('a statement that takes too long', () => {
  let kernel: Kernel
  let server: ApiServer
  let hasty: ApiClient
  beforeAll(async () => {
    const { url, dataDir, rights } = house
    kernel = await openKernel({ url, dataDir, rights, modules, statementMs: 200 })
    server = await openServer(kernel)
    hasty = clientOf(server.address, { contract: liveContract(kernel, server), seen: [], cookie: zhang.cookie })
  })
  afterAll(async () => {
    await server.close()
    await closeKernel(kernel)
  })

  it('is stopped, told and written down, and the server goes on serving', async () => {
    const release = await holdCustomers()
    const [zh, en] = await Promise.all([
      hasty.get('/api/customers?search=北方', { headers: { 'accept-language': 'zh' } }),
      hasty.get('/api/customers?search=北方', { headers: { 'accept-language': 'en' } }),
    ])
    expect((await hasty.get('/api/products')).status).toBe(200)
    await release()
    for (const answer of [zh, en]) expect(answer).toMatchObject({ status: 503, body: { code: 'request.too_costly' } })
    expect(zh.body.title).toContain('加上筛选条件')
    expect(en.body.title).toContain('narrow the filter')
    expect(server.errors).toHaveLength(2)
    const lines = await house.kernel.db.rows(
      sql`select object, result from audit_event where action = 'refuse' and reason = 'request.too_costly'`,
    )
    expect(lines).toEqual([zh, en].map(() => ({ object: 'customer', result: 'refused' })))
    expect((await hasty.get('/api/customers')).body).toMatchObject({ total: 1 })
  })
})

describe('requests of one person', () => {
  it('wait for each other up to a bound, others are served meanwhile', async () => {
    const release = await holdCustomers()
    const wang = await house.client('wang')
    let refused = 0
    const ask = async () => {
      const answer = await wang.get('/api/customers?limit=1')
      if (answer.status === 429) refused++
      return answer
    }
    const answers = Array.from({ length: 140 }, ask)
    // What is refused is answered before anything else can be.
    const first = await Promise.race(answers)
    expect(first).toMatchObject({ status: 429, body: { code: 'request.too_many' } })
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await zhang.get('/api/products')).status).toBe(200)
    // All have come before the first of them may end.
    await expect.poll(() => refused).toBe(28)
    await release()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(112)
    expect(statuses.filter((status) => status === 429)).toHaveLength(28)
    const [written] = await house.kernel.db.rows(
      sql`select count(*) from audit_event where action = 'refuse' and reason = 'request.too_many'`,
    )
    expect(written).toEqual({ count: 20 })
    expect((await wang.get('/api/customers?limit=1')).status).toBe(200)
  })
})

describe('a connection', () => {
  /** What is answered to the head of a POST and the beginning of its body, until the server hangs up. */
  async function answerTo(server: ApiServer, length: string, begun: string): Promise<string> {
    const { hostname, port } = new URL(server.address)
    const socket = connect(Number(port), hostname)
    const head = ['POST /api/sessions HTTP/1.1', 'Host: x', 'Content-Type: application/json', length]
    socket.write(`${head.join('\r\n')}\r\n\r\n${begun}`)
    let text = ''
    socket.on('data', (part) => {
      text += part
    })
    await once(socket, 'close')
    return text
  }

  it('on which a body does not arrive in time is told so and closed', async () => {
    const server = await openServer(house.kernel, { bodyMs: 100 })
    const [whole, chunked, ended] = await Promise.all([
      answerTo(server, 'Content-Length: 1000', '{'),
      answerTo(server, 'Transfer-Encoding: chunked', '1\r\n{\r\n'),
      answerTo(server, 'Content-Length: 2\r\nConnection: close', '{}'),
    ])
    for (const answer of [whole, chunked]) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(answer).toContain('request.too_slow')
    }
    expect(ended).toMatch(/^HTTP\/1\.1 400 /)
    expect(server.errors).toEqual([])
    await server.close()
  })

  it('on which nobody takes the answers is closed', async () => {
    const server = await openServer(house.kernel, { silenceMs: 200 })
    const { hostname, port } = new URL(server.address)
    const accepted = once(server.connections, 'connection')
    const socket = connect(Number(port), hostname).pause()
    const asked = 'GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'
    // More than the network between holds.
    socket.write(asked.repeat(40))
    const [served] = await accepted
    await once(served, 'close')
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
    socket.destroy()
    await server.close()
  })

  it.runIf(process.env.LONG)(
    'on which a head arrives drop by drop is closed, and others are served meanwhile',
    async () => {
      const { hostname, port } = new URL(address)
      const slow = Array.from({ length: 300 }, () => connect(Number(port), hostname))
      const closed = slow.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const socket of slow) {
        socket.on('error', () => undefined)
        socket.write('GET /api/customers HTTP/1.1\r\nHost: x\r\nX-Slow: ')
      }
      const drops = setInterval(() => {
        for (const socket of slow) if (socket.writable) socket.write('x')
      }, 2_000)
      const begun = performance.now()
      expect((await zhang.get('/api/customers')).status).toBe(200)
      expect(performance.now() - begun).toBeLessThan(3_000)
      await Promise.all(closed)
      clearInterval(drops)
      expect(performance.now() - begun).toBeLessThan(40_000)
    },
    60_000,
  )
})
