import { demoStaff, type StaffMember } from './demo-staff.ts'
import type { PlannedCustomer } from './plan-customer.ts'
import { random } from './random.ts'
import { day, workTime } from './work-time.ts'

export type PlannedTask = { at: number; assigner: string; customer: number; input: Record<string, unknown> }

const taskSeed = 5
const perMember = 3

const titles = [
  '回访：确认设备使用情况',
  '发送年框协议草稿',
  '催收逾期货款',
  '准备投标文件',
  '上门巡检并更换耗材',
  '寄送发票',
  '核对客户开票资料',
  '节前走访安排',
  '补全客户档案资料',
]

/** What is due around today: some late, some today, most in the coming days, some done. Managers give them to their people. */
export function planTasks(customers: readonly PlannedCustomer[], until: number): PlannedTask[] {
  return demoStaff.flatMap((member, index) => {
    const own = customers.flatMap(({ owner }, at) => (owner === member.login ? [at] : []))
    if (!own.length) return []
    return Array.from({ length: perMember }, (_, turn): PlannedTask => {
      const chance = random(taskSeed, index, turn)
      const due = workTime(chance, until - 5 * day, until + 14 * day)
      const at = workTime(chance, until - 12 * day, until - 6 * day)
      const state = due < until && chance.chance(0.6) ? 'done' : 'open'
      const times = { dueAt: new Date(due).toISOString(), remindAt: new Date(due - day).toISOString() }
      const customer = chance.pick(own.slice(-60))
      return { at, assigner: managerOf(member), customer, input: { title: chance.pick(titles), state, ...times } }
    })
  })
}

function managerOf({ unit, login }: StaffMember): string {
  return demoStaff.find((each) => each.manager && each.unit === unit)?.login ?? login
}
