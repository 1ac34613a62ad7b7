import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, mergeRecords, mergesOf, showProposal, undoMerge } from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { actAs } from '#test/standing-actor'

/* A merge is taken back at once; of the kept file's own fields, what a rule holds goes back when somebody else has signed that. */

let house: House
let chen: Context
let zhang: Context
beforeAll(async () => {
  house = await openLedHouse()
  chen = await actAs(house, 'chen')
  zhang = await actAs(house, 'zhang')
  const signs = { superior: false, people: [house.people.zhang.id] }
  const rule = { object: 'customer', name: '备注须审批', operations: ['update'], fields: ['remarks'], ...signs }
  await zhang.recordsNamed('approval_rule').create(rule)
})
afterAll(() => house.close())

const customers = () => house.system().recordsNamed('customer')
const contacts = () => house.system().recordsNamed('contact')
const requests = () => house.system().recordsNamed('change_request')
const former = { remarks: '原备注', email: null, tags: ['老客户'], level: '1' }
const joinedTo = { remarks: '并入备注', email: 'two@example.com', tags: ['老客户', '展会'], level: '2' }

/** Two files that were merged, with the other one's remarks where `remarks` says so. */
async function mergeTwo(name: string, { remarks, level = '2' }: { remarks: boolean; level?: string }) {
  const held = { owner: house.people.chen.id, unit: house.units.north }
  const make = async (values: object) => (await customers().create({ ...held, ...values })).id
  const kept = await make({ name, ...former })
  const joined = await make({ name: `${name}二`, ...joinedTo, tags: ['展会'], level })
  const { id: contact } = await contacts().create({ customer: joined, name: '沈随' })
  const type = zhang.type('customer')
  const choices: Record<string, string> = remarks ? { remarks: joined } : {}
  const input = { kept, joined: [joined], choices }
  const { id, proposed } = await mergeRecords(chen, type, { ...input, versions: { [kept]: 1, [joined]: 1 } })
  if (proposed) await decideOn(proposed, 'approve')
  return { kept, joined, contact, merge: id ?? (await mergesOf(zhang, type, kept))[0]?.id ?? '' }
}

const decideOn = async (request: string, verdict: 'approve' | 'reject') =>
  decide(zhang, request, { verdict, grounds: '已核对', hash: (await showProposal(zhang, request)).hash })

describe('a merge whose undo a rule holds', () => {
  it('is taken back, and the fields of the kept file go back as they were when that is signed', async () => {
    const { kept, joined, contact, merge } = await mergeTwo('签后复原', { remarks: true })
    expect(await customers().get(kept)).toMatchObject(joinedTo)
    const undone = await undoMerge(chen, merge)
    expect(undone).toMatchObject({ kept, joined: [joined], fields: [], proposed: expect.any(String) })
    expect(await customers().get(joined)).toMatchObject({ remarks: '并入备注' })
    expect(await contacts().get(contact)).toMatchObject({ customer: joined })
    // What stands goes on to hold until then.
    expect(await customers().get(kept)).toMatchObject(joinedTo)
    const request = undone.proposed ?? ''
    const { items } = await showProposal(zhang, request)
    expect(items.map(({ field, live, proposed }) => [field, live, proposed]).toSorted()).toEqual([
      ['email', 'two@example.com', null],
      ['level', '2', '1'],
      ['remarks', '并入备注', '原备注'],
      ['tags', ['老客户', '展会'], ['老客户']],
    ])
    await expect(undoMerge(chen, merge)).rejects.toMatchObject({ code: 'merge.undone' })
    await decideOn(request, 'approve')
    expect(await customers().get(kept)).toMatchObject(former)
  })

  it('leaves the kept file as it is where whoever signs says no', async () => {
    const { kept, joined, merge } = await mergeTwo('不予复原', { remarks: true })
    const { proposed } = await undoMerge(chen, merge)
    await decideOn(proposed ?? '', 'reject')
    expect(await customers().get(kept)).toMatchObject(joinedTo)
    expect(await customers().get(joined)).toMatchObject({ remarks: '并入备注' })
  })

  it('asks first for what it is founded on, and nothing is taken back until it has that', async () => {
    const { kept, contact, merge } = await mergeTwo('先问依据', { remarks: true })
    const asking = chen.with({ grounds: { files: [], asks: true } })
    await expect(undoMerge(asking, merge)).rejects.toMatchObject({ code: 'proposal.grounds_needed' })
    expect(await contacts().get(contact)).toMatchObject({ customer: kept })
    const { proposed } = await undoMerge(
      chen.with({ grounds: { files: [], reason: '并错了', source: 'other' } }),
      merge,
    )
    expect(await requests().get(proposed ?? '')).toMatchObject({ grounds: '并错了', record: kept })
  })

  it('leaves what whoever takes it back may not write, and tells of it', async () => {
    const { kept, merge } = await mergeTwo('不得改写', { remarks: true })
    const { actor } = chen
    const fieldRule: typeof actor.fieldRule = (type, field) =>
      field === 'email' ? 'read' : actor.fieldRule(type, field)
    const undone = await undoMerge(chen.with({ actor: { ...actor, fieldRule } }), merge)
    expect(undone.fields).toEqual(['email'])
    await decideOn(undone.proposed ?? '', 'approve')
    expect(await customers().get(kept)).toMatchObject({ ...former, email: 'two@example.com' })
  })

  it('asks for nothing where it is the raised level alone that a rule holds, which stays', async () => {
    const { kept, merge } = await mergeTwo('密级不降', { remarks: false })
    const rules = zhang.recordsNamed('approval_rule')
    const signs = { superior: false, people: [house.people.zhang.id] }
    const name = '密级须审批'
    const { id } = await rules.create({ object: 'customer', name, operations: ['update'], fields: ['level'], ...signs })
    expect(await undoMerge(chen, merge)).toMatchObject({ fields: ['level'], proposed: null })
    await rules.remove(id)
    expect(await customers().get(kept)).toMatchObject({ ...former, level: '2' })
  })

  it('asks nobody where the rule holds none of its fields', async () => {
    const { kept, merge } = await mergeTwo('无须复审', { remarks: false, level: '1' })
    expect(await undoMerge(chen, merge)).toMatchObject({ fields: [], proposed: null })
    expect(await customers().get(kept)).toMatchObject(former)
  })
})
