import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const rounds = process.env.LONG ? 1_000 : 100
const parallel = 8

let house: ApiHouse
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
})
afterAll(() => house.close())

const post = (as: ApiClient, key: string, input: Record<string, unknown>) =>
  as.post('/api/customers', input, { headers: { 'idempotency-key': key } })

describe('a repeated request', () => {
  it(
    `has one effect and one answer, ${parallel} at once, ${rounds} times`,
    async () => {
      for (let round = 0; round < rounds; round++) {
        const answers = await Promise.all(
          Array.from({ length: parallel }, () => post(wang, `round-${round}`, { name: `幂等客户${round}` })),
        )
        expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
      }
      expect((await wang.get('/api/customers?limit=1')).body.total).toBe(rounds)
    },
    rounds * 2_000,
  )

  it('is refused where its content is another', async () => {
    await post(wang, 'same-key', { name: '第一份' })
    expect(await post(wang, 'same-key', { name: '第二份' })).toMatchObject({
      status: 422,
      body: { code: 'record.idempotency_mismatch' },
    })
  })

  it('is a new one where the first was refused', async () => {
    expect((await post(wang, 'after-failure', { name: '' })).status).toBe(422)
    expect((await post(wang, 'after-failure', { name: '补全的客户' })).status).toBe(201)
  })

  it('of another person with the same key is their own', async () => {
    const chen = await house.client('chen')
    const [one, two] = [
      await post(wang, 'shared', { name: '同键客户' }),
      await post(chen, 'shared', { name: '同键客户' }),
    ]
    expect(one.body.id).not.toBe(two.body.id)
  })

  it('needs a key that is one', async () => {
    expect((await post(wang, 'k'.repeat(201), { name: '长键客户' })).status).toBe(400)
  })
})
