import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setPasswordHash, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { mannWhitney } from '#test/mann-whitney'
import { hashPassword } from '../../src/server/sign-in/password.ts'
import { askReset } from '../../src/server/sign-in/password-link.ts'
import { signIn } from '../../src/server/sign-in/sign-in.ts'

const attempts = process.env.LONG ? 2_000 : 200

let house: House
beforeAll(async () => {
  house = await openHouse()
  const hash = await hashPassword('correct horse battery')
  for (const { id } of Object.values(house.people)) await setPasswordHash(house.kernel.db, id, hash)
})
afterAll(() => house.close())

const site = { origins: ['http://localhost'], rp: 'localhost' }

/** Milliseconds of one refused attempt; what was counted before is forgotten, so that it is looked at. */
async function refused(login: string): Promise<number> {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
  const from = { ip: '192.0.2.1', agent: null, requestId: crypto.randomUUID(), site }
  const begun = performance.now()
  await expect(signIn(house.kernel, { login, password: 'wrong' }, from)).rejects.toMatchObject({ status: 401 })
  return performance.now() - begun
}

/** Milliseconds of asking for a new password. */
async function asked(login: string): Promise<number> {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
  const from = { ip: '192.0.2.1', agent: null, requestId: crypto.randomUUID(), site }
  const begun = performance.now()
  await askReset(house.kernel, login, from)
  return performance.now() - begun
}

describe.each([
  ['of a refusal', refused],
  ['of asking for a new password', asked],
] as const)('the time %s', (_, timed) => {
  it(`does not tell whether the login exists (${attempts} of each)`, { timeout: 600_000, retry: 1 }, async () => {
    const logins = Object.keys(house.people)
    const known: number[] = []
    const unknown: number[] = []
    for (let n = -10; n < attempts; n++) {
      const pair = [() => timed(logins[Math.abs(n) % logins.length] ?? ''), () => timed(`x${String(n).padStart(4)}`)]
      // In turn, so that whatever else the machine does meets both alike.
      const [first, second] = n % 2 ? [0, 1] : [1, 0]
      const times: number[] = []
      for (const which of [first, second]) times[which] = (await pair[which]?.()) ?? 0
      if (n < 0) continue
      known.push(times[0] ?? 0)
      unknown.push(times[1] ?? 0)
    }
    const p = mannWhitney(known, unknown)
    const middle = (times: number[]) => times.toSorted((a, b) => a - b)[attempts / 2]?.toFixed(2)
    console.info(`p = ${p.toFixed(3)}; medians ${middle(known)} ms (known) and ${middle(unknown)} ms (unknown)`)
    // Chance alone gives less than this once in a hundred runs, hence the second try.
    expect(p).toBeGreaterThan(0.01)
  })
})

describe('the test of times', () => {
  it('would show a difference of a tenth', () => {
    const noise = Array.from({ length: 200 }, (_, n) => 20 + ((n * 7919) % 100) / 25)
    expect(mannWhitney(noise, noise)).toBeCloseTo(1, 5)
    expect(
      mannWhitney(
        noise,
        noise.map((each) => each * 1.1),
      ),
    ).toBeLessThan(0.001)
  })
})
