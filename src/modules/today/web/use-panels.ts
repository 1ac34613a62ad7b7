import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useOverdue } from '../../../web/standards/use-standards.ts'
import type { PanelSettings } from './panel-settings.ts'
import type { Whose } from './today-search.ts'

/** What waits, most urgent first; parts whose object the reader may not read are left out. */
export function usePanels(whose: Whose): readonly PanelSettings[] {
  const me = useOwnId()
  const objects = useObjects()
  const overdue = useOverdue()
  const held = (field: string): Filter => (whose === 'mine' ? { [field]: me } : {})
  const told = (field: string): readonly string[] => (whose === 'mine' ? [] : [field])
  const readable = (name: string): ObjectWire | undefined =>
    objects.find((object) => object.name === name && object.can.includes('read'))
  const task = readable('task')
  const customer = readable('customer')
  return [
    ...(task
      ? [
          {
            name: 'tasks',
            object: task,
            query: { where: { ...held('assignee'), state: 'open', dueAt: { lte: 'today' } }, sort: 'dueAt' },
            facts: ['customer', ...told('assignee'), 'dueAt'],
            due: 'dueAt',
            settles: { field: 'state', value: 'done' },
          } as const,
        ]
      : []),
    ...(customer
      ? ([
          {
            name: 'followUps',
            object: customer,
            query: { where: { ...held('owner'), nextFollowUp: { lte: 'today' } }, sort: 'nextFollowUp' },
            facts: ['tier', ...told('owner'), 'nextFollowUp'],
            due: 'nextFollowUp',
          },
          ...(overdue
            ? [
                {
                  name: 'contactOverdue',
                  object: customer,
                  query: { where: { ...held('owner'), ...overdue }, sort: 'lastFollowedUp' },
                  facts: ['tier', ...told('owner'), 'lastFollowedUp'],
                } as const,
              ]
            : []),
          {
            name: 'toComplete',
            object: customer,
            query: { where: { ...held('owner'), incomplete: { empty: false } }, sort: '-updatedAt' },
            facts: ['stage', ...told('owner')],
          },
          {
            name: 'changed',
            object: customer,
            query: { ...(whose === 'mine' && { where: held('owner') }), sort: '-updatedAt' },
            facts: ['stage', ...told('owner'), 'updatedAt'],
          },
        ] as const)
      : []),
  ]
}

/** Whether what should be done by a date or a moment is late. */
export function isLate(due: unknown): boolean {
  if (typeof due !== 'string') return false
  return due.length === 10 ? due < today() : new Date(due).getTime() < Date.now()
}

/** Today as the reader's clock has it. */
export function today(): string {
  const now = new Date()
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
