import { type House, openHouse } from './house.ts'
import { actAs } from './standing-actor.ts'

/** A house of a company whose north Chen leads; `approves`: a field of customers there whose changes wait for that. */
export async function openLedHouse({ approves }: { approves?: string } = {}): Promise<House> {
  const house = await openHouse()
  const system = house.system()
  await system.recordsNamed('company').create({ name: '示例公司' })
  await system.recordsNamed('unit').update(house.units.north, { manager: house.people.chen.id })
  if (!approves) return house
  const rule = { object: 'customer', name: approves, operations: ['update'], superior: true, fields: [approves] }
  await (await actAs(house, 'zhang')).recordsNamed('approval_rule').create(rule)
  return house
}
