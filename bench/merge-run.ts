import { type Context, makeContext, mergeRecords, undoMerge } from '#kernel'
import { withClient } from '../src/server/postgres/with-client.ts'
import { openBenchHouse } from './bench-house.ts'
import { makeReaders } from './readers.ts'

/** `memory`: how far the process grew, in MB. The whole merge is one transaction, so its seconds are those of the longest. */
export type MergeFigures = { children: number; seconds: number; undoSeconds: number; memory: number; bare: number }

const atOnce = 500
const lookMs = 20

/** A file with so many contacts and follow-ups goes into another, and back again. */
export async function runMerge(options: {
  rows: number
  children: number
  say(line: string): void
}): Promise<MergeFigures> {
  const house = await openBenchHouse(options.rows)
  try {
    const { head } = await makeReaders(house.kernel)
    const ctx = makeContext({ kernel: house.kernel, actor: head.actor, channel: 'api' })
    options.say(`a file with ${options.children} contacts and follow-ups`)
    const make = (values: Record<string, unknown>) =>
      ctx.recordsNamed('customer').create({ name: '千条跟进有限公司', phone: '010-88886666', ...values })
    const [kept, joined] = [(await make({})).id, (await make({ email: 'a@example.com' })).id]
    const half = options.children / 2
    await makeChildren(ctx, 'contact', half, (n) => ({
      customer: joined,
      name: `联系人${n}`,
      phone: `138${10_000_000 + n}`,
    }))
    await makeChildren(ctx, 'follow_up', half, (n) => ({
      customer: joined,
      method: 'phone',
      content: `第 ${n} 次通话`,
    }))
    const bare = await moveBare(house.url, joined, kept)

    options.say('the merge')
    const customers = ctx.recordsNamed('customer')
    const versions = Object.fromEntries(
      await Promise.all([kept, joined].map(async (id) => [id, (await customers.get(id)).version] as const)),
    )
    const merged = await measured(() => mergeRecords(ctx, ctx.type('customer'), { kept, joined: [joined], versions }))
    const moved = merged.answer.children.reduce((sum, { count }) => sum + count, 0)
    if (moved !== options.children) throw new Error(`${moved} of ${options.children} went along`)
    options.say('its undo')
    const undone = await measured(() => undoMerge(ctx, merged.answer.id ?? ''))
    const { seconds, memory } = merged
    return { children: moved, seconds, undoSeconds: undone.seconds, memory: Math.max(memory, undone.memory), bare }
  } finally {
    await house.close()
  }
}

async function makeChildren(
  ctx: Context,
  object: string,
  count: number,
  valuesOf: (n: number) => Record<string, unknown>,
): Promise<void> {
  for (let at = 0; at < count; at += atOnce) {
    const inputs = Array.from({ length: Math.min(atOnce, count - at) }, (_, n) => ({ input: valuesOf(at + n) }))
    await ctx.recordsNamed(object).createMany(inputs)
  }
}

async function measured<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number; memory: number }> {
  const before = process.memoryUsage().rss
  let most = before
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, lookMs)
  const begun = performance.now()
  try {
    const answer = await work()
    return { answer, seconds: (performance.now() - begun) / 1_000, memory: (most - before) / 1_000_000 }
  } finally {
    clearInterval(looking)
  }
}

/** The same rows to the other file, one statement a table in one transaction that is taken back; seconds. */
async function moveBare(url: string, from: string, to: string): Promise<number> {
  return withClient(url, async (client) => {
    const begun = performance.now()
    await client.query('begin')
    for (const table of ['contact', 'follow_up'])
      await client.query(
        `update ${table} set customer_id = $2, version = version + 1, updated_at = now() where customer_id = $1`,
        [from, to],
      )
    const seconds = (performance.now() - begun) / 1_000
    await client.query('rollback')
    return seconds
  })
}
