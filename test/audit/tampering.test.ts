import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Connection,
  type Database,
  ensureSigningKey,
  type Finding,
  openDatabase,
  openSealer,
  parseCheckpoints,
  parsePublicKey,
  readSigningKey,
  type Sql,
  sql,
  type TrailReport,
  verifyTrail,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { openSealedTrail } from '#test/sealed-trail'

/** Each kind so many times, at rows and seals that the seed chooses. */
const times = process.env.LONG ? 1_000 : 6
const timeout = process.env.LONG ? 600_000 : 30_000
const rowsWritten = 400

let house: House
let db: Database
let owner: Connection
let pem: string
let checkpoint: string
let early: string
beforeAll(async () => {
  house = await openHouse()
  const trail = await openSealedTrail(house)
  const zhang = house.as('zhang')
  const { id } = await zhang.recordsNamed('customer').create({ name: '被篡改的客户' })
  for (let batch = 0; batch < 20; batch++) {
    await Promise.all(Array.from({ length: rowsWritten / 20 }, () => zhang.recordsNamed('customer').get(id)))
    // What others in the same PostgreSQL are still at may hold a batch back: without waiting for it there would be one in all.
    await trail.sealAll()
    if (batch === 10) early = trail.sealer.checkpoint() ?? ''
  }
  await trail.sealAll()
  checkpoint = trail.sealer.checkpoint() ?? ''
  pem = trail.publicKey
  await trail.close()
  db = openDatabase(house.url, { max: 1, name: 'test superuser' })
  owner = await db.connect()
})
afterAll(async () => {
  owner.release(true)
  await db.end()
  await house.close()
})

/** Each change is undone with its transaction; the check looks at it from inside. */
async function verifyAfter(change: () => Promise<unknown>): Promise<TrailReport> {
  await owner.text('begin')
  try {
    await change()
    return await verifyTrail(owner, {
      keys: [parsePublicKey(pem)],
      checkpoints: parseCheckpoints(checkpoint),
      accepted: [],
    })
  } finally {
    await owner.text('rollback')
  }
}

let seed = 7
function random(below: number): number {
  seed = createHash('sha256').update(`${seed}`).digest().readUInt32BE(0)
  return seed % below
}

type Row = { id: number; xid: string; at: string; body: string }

const anyOf = <T>(list: readonly T[]): T => list[random(list.length)] ?? expect.fail('an empty list')
const rows = () => owner.rows<Row>(sql`select id, xid::text, at, body from audit_event order by id`)
const seals = () => owner.rows<{ no: number }>(sql`select no from audit_seal where n > 0 order by no`)
const anySeal = async (skip = 0) => anyOf((await seals()).slice(skip)).no
const anyRow = async () => anyOf(await rows())

const changeRow = async (set: Sql, code: Finding['code'] = 'row.changed'): Promise<Partial<Finding>> => {
  const { id } = await anyRow()
  await owner.rows(sql`update audit_event set ${set} where id = ${id}`)
  return { code, row: String(id) }
}

/** Rows and seals from this seal on. */
const cutFrom = async (no: number): Promise<void> => {
  await owner.rows(sql`delete from audit_event where xid >= (select x0 from audit_seal where no = ${no})::text::xid8`)
  await owner.rows(sql`delete from audit_seal where no >= ${no}`)
}

/** What a superuser might do, each answering with the finding that has to be told. */
const kinds: Record<string, () => Promise<Partial<Finding>>> = {
  'edits a column': () =>
    changeRow(
      sql.raw(
        anyOf([
          'actor = gen_random_uuid()',
          `ip = '10.0.0.1'`,
          `at = at + interval '1 second'`,
          `action = 'group'`,
          'record = gen_random_uuid()',
          `result = 'failed'`,
          `reason = 'because'`,
          'level = 3',
          'token = gen_random_uuid()',
        ]),
      ),
    ),
  'edits the text': () => changeRow(sql`body = body || ' '`),
  'edits column and text together': () =>
    changeRow(sql`action = 'count', body = replace(body, '"action":"' || action, '"action":"count')`),
  'deletes a row': async () => {
    await owner.rows(sql`delete from audit_event where id = ${(await anyRow()).id}`)
    return { code: 'row.missing' }
  },
  'inserts a row': async () => {
    const { xid, at } = await anyRow()
    const [made] = await owner.rows<{ id: number }>(sql`
      insert into audit_event (xid, at, channel, action, result, body) values (${xid}::xid8, ${at}::timestamptz, 'api', 'read', 'done', '{}') returning id`)
    return { code: 'row.added', row: String(made?.id) }
  },
  'inserts a row from before all seals': async () => {
    const [made] = await owner.rows<{ id: number }>(sql`
      insert into audit_event (epoch, xid, at, channel, action, result, body)
      values ((select min(epoch) - 1 from audit_seal), '1', (select min(at) from audit_event), 'api', 'read', 'done', '{}') returning id`)
    return { code: 'row.unplaced', row: String(made?.id) }
  },
  'exchanges two rows': async () => {
    const first = await anyRow()
    // Two that say the same, of one request and one moment, are the same wherever they stand.
    const second = anyOf((await rows()).filter(({ body }) => body !== first.body))
    const [one = 0, other = 0] = [first.id, second.id].sort((a, b) => a - b)
    await owner.text('alter table audit_event alter column id drop identity')
    // By way of numbers that nobody has: rows of the same moment may not share one even for an instant.
    await owner.rows(sql`update audit_event set id = -id where id in (${one}, ${other})`)
    await owner.rows(sql`update audit_event set id = ${one + other} + id where id < 0`)
    return { code: 'row.changed', row: String(one) }
  },
  'cuts the tail': async () => {
    await cutFrom(await anySeal(1))
    return { code: 'checkpoint.ahead' }
  },
  'exchanges two batches': async () => {
    const all = await seals()
    const at = random(all.length - 1)
    const [one = 0, other = 0] = [all[at]?.no, all[at + 1]?.no]
    await owner.rows(sql`update audit_seal set no = -no where no in (${one}, ${other})`)
    await owner.rows(sql`update audit_seal set no = ${one + other} + no where no < 0`)
    return { code: 'seal.changed', seal: one }
  },
  'drops a batch': async () => {
    const all = await seals()
    const { no } = anyOf(all.slice(0, -1))
    await owner.rows(sql`
      delete from audit_event using audit_seal where no = ${no} and xid >= x0::text::xid8 and xid < x1::text::xid8`)
    await owner.rows(sql`delete from audit_seal where no = ${no}`)
    return { code: 'seal.missing' }
  },
  'seals anew with another key': async () => {
    await changeRow(sql`reason = 'bent'`)
    await sealAnew()
    return { code: 'seal.signature' }
  },
  'brings an older database back': async () => {
    const size = Number(early.split('\n')[1])
    await cutFrom(anyOf((await seals()).filter(({ no }) => no > size)).no)
    return { code: 'checkpoint.ahead' }
  },
  'edits a seal': async () => {
    const no = await anySeal()
    const change = anyOf([
      'n = n + 1',
      'size = size + 1',
      'x1 = x1 + 1',
      'root = sha256(root)',
      'prev = sha256(prev)',
      `at = at + interval '1 second'`,
      `key = 'other'`,
      `note = 'x'`,
      'hash = sha256(hash)',
      'signature = sha256(signature) || sha256(signature)',
      `last = last + interval '1 second'`,
      `kind = 'idle'`,
    ])
    await owner.rows(sql`update audit_seal set ${sql.raw(change)} where no = ${no}`)
    return { seal: no }
  },
}

/** All seals made again from the rows, by somebody with a key of their own. */
async function sealAnew(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-thief-'))
  await ensureSigningKey(folder)
  await owner.rows(sql`delete from audit_seal`)
  const thief = await openSealer(owner, { key: await readSigningKey(folder) })
  while ((await thief?.pass())?.more);
  await rm(folder, { recursive: true })
}

describe('what a superuser does to the trail', () => {
  it.each(Object.keys(kinds))(`is found when one ${'%s'}, ${times} times`, { timeout }, async (kind) => {
    for (let time = 0; time < times; time++) {
      let expected: Partial<Finding> = {}
      const report = await verifyAfter(async () => {
        expected = (await kinds[kind]?.()) ?? {}
      })
      expect(report.good, `${kind} ${time}`).toBe(false)
      expect(report.findings, `${kind} ${time}`).toContainEqual(expect.objectContaining(expected))
    }
  })

  it('is not seen where nobody did anything', { timeout }, async () => {
    for (let time = 0; time < times; time++) expect((await verifyAfter(async () => {})).findings).toEqual([])
  })
})
