import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { daysAfter } from '../../../field-types/birthday/solar-keys.ts'
import { useObjects } from '../../../web/api/definitions.ts'
import { useOverdue } from '../../../web/standards/use-standards.ts'
import { today } from './use-panels.ts'

/** Records counted by the person in the field `by`; those of `late` are among them and stand out. */
export type TeamSettings = {
  name: 'tasks' | 'silent' | 'contactOverdue' | 'toComplete' | 'followUps'
  object: ObjectWire
  by: string
  where: Filter
  late?: Filter
}

/** What is counted by person, most urgent first; parts whose object the reader may not read are left out. */
export function useTeam(silentDays: number): readonly TeamSettings[] {
  const objects = useObjects()
  const overdue = useOverdue()
  const silent = { or: [{ lastFollowedUp: { lt: `today-${silentDays}` } }, { lastFollowedUp: { empty: true } }] }
  const parts: readonly (Omit<TeamSettings, 'object'> & { of: string })[] = [
    { name: 'tasks', of: 'task', by: 'assignee', where: { state: 'open' }, late: { dueAt: { lt: 'today' } } },
    { name: 'silent', of: 'customer', by: 'owner', where: silent },
    ...(overdue ? [{ name: 'contactOverdue', of: 'customer', by: 'owner', where: overdue } as const] : []),
    { name: 'toComplete', of: 'customer', by: 'owner', where: { incomplete: { empty: false } } },
    { name: 'followUps', of: 'follow_up', by: 'by', where: { at: { gte: monday() } } },
  ]
  return parts.flatMap(({ of, ...part }) => {
    const object = objects.find(({ name, can }) => name === of && can.includes('read'))
    return object ? [{ ...part, object }] : []
  })
}

/** The day on which this week began. */
function monday(): string {
  const now = today()
  return daysAfter(now, -((new Date(`${now}T00:00:00Z`).getUTCDay() + 6) % 7))
}
