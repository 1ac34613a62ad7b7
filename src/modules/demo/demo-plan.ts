import type { RegionTable } from '#shared/regions'
import { type PlannedChange, planChanges } from './plan-changes.ts'
import { type PlannedConsent, planConsents } from './plan-consents.ts'
import { type PlannedCustomer, planCustomer } from './plan-customer.ts'
import { type PlannedDetail, planDetails } from './plan-details.ts'
import { type PlannedDisclosure, planDisclosures } from './plan-disclosures.ts'
import type { PlannedFollowUp } from './plan-follow-ups.ts'
import type { PlannedPurchase } from './plan-purchases.ts'
import { type PlannedTask, planTasks } from './plan-tasks.ts'
import { random } from './random.ts'
import { day, workTime } from './work-time.ts'

type OnFile<T> = T & { customer: number }

/** The whole demo company before any of it is written, each list oldest first. */
export type DemoPlan = {
  customers: readonly PlannedCustomer[]
  followUps: readonly OnFile<PlannedFollowUp>[]
  purchases: readonly OnFile<PlannedPurchase>[]
  details: readonly PlannedDetail[]
  consents: readonly PlannedConsent[]
  laterConsents: readonly PlannedConsent[]
  disclosures: readonly PlannedDisclosure[]
  changes: readonly PlannedChange[]
  tasks: readonly PlannedTask[]
}

const timeSeed = 7
const span = 3 * 365 * day

/** The demo company as it stands at a moment, three years after its first customer. */
export function planDemo(settings: { customers: number; until: number; regions: RegionTable }): DemoPlan {
  const { until, regions } = settings
  const chance = random(timeSeed)
  const taken = new Set<string>()
  const customers = Array.from({ length: settings.customers }, () => workTime(chance, until - span, until - 2 * day))
    .sort((a, b) => a - b)
    .map((at, index) => planCustomer({ index, at, until, regions, taken }))
  return {
    customers,
    followUps: oldestFirst(customers.map(({ followUps }) => followUps)),
    purchases: oldestFirst(customers.map(({ purchases }) => purchases)),
    details: planDetails(customers, until),
    ...planConsents(customers, until),
    disclosures: planDisclosures(customers, until),
    changes: planChanges(customers, until),
    tasks: planTasks(customers, until),
  }
}

function oldestFirst<T extends { at: number }>(byCustomer: readonly (readonly T[])[]): OnFile<T>[] {
  return byCustomer.flatMap((list, customer) => list.map((item) => ({ ...item, customer }))).sort((a, b) => a.at - b.at)
}
