import { mobile } from './numbers.ts'
import type { PlannedCustomer } from './plan-customer.ts'
import { random } from './random.ts'
import { workTime } from './work-time.ts'

export type PlannedChange = { at: number; customer: number; patch: Record<string, unknown>; reason: string }

const changeSeed = 6
const share = 0.12

/** What was corrected on files later, by their owners; oldest first. */
export function planChanges(customers: readonly PlannedCustomer[], until: number): PlannedChange[] {
  return customers
    .flatMap(({ at, input }, customer): PlannedChange[] => {
      const chance = random(changeSeed, customer)
      if (!chance.chance(share)) return []
      const when = workTime(chance, at, until)
      if (input.type === 'person' || chance.chance(0.4))
        return [{ at: when, customer, patch: { phone: mobile(chance) }, reason: '客户来电告知更换号码' }]
      if (chance.chance(0.5))
        return [
          { at: when, customer, patch: { size: 'medium', employees: chance.between(90, 380) }, reason: '上门拜访核实' },
        ]
      return [{ at: when, customer, patch: { source: 'customer_introduction' }, reason: '与客户核对后更正' }]
    })
    .sort((a, b) => a.at - b.at)
}
