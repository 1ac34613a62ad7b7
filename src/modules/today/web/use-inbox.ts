import type { Filter } from '#shared/filter'
import { useObjects } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { type Counted, useTotal } from '../../../web/api/use-total.ts'
import { useAwaiting } from '../../../web/proposal/use-awaiting.ts'
import { useProposals } from '../../../web/proposal/use-proposed.ts'
import type { Waiting } from './inbox-search.ts'
import type { PanelSettings } from './panel-settings.ts'

const atOnce = 20

/** What waits for the reader: open tasks by when they are due, and change requests to decide on. Empty parts are not shown. */
export function useInbox(): { tasks: readonly PanelSettings[]; requests: readonly PanelSettings[] } {
  const tasks = useOpenTasks()
  const awaiting = useAwaiting(useProposals())
  const due = (name: 'overdue' | 'dueToday' | 'later', when: Filter): readonly PanelSettings[] =>
    tasks
      ? [
          {
            name,
            object: tasks.object,
            query: { where: { ...tasks.where, ...when }, sort: 'dueAt' },
            facts: ['customer', 'assigner', 'dueAt'],
            due: 'dueAt',
            settles: { field: 'state', value: 'done' },
            atOnce,
          },
        ]
      : []
  return {
    tasks: [
      ...due('overdue', { dueAt: { lt: 'today' } }),
      ...due('dueToday', { dueAt: { gte: 'today', lte: 'today' } }),
      ...due('later', { or: [{ dueAt: { gt: 'today' } }, { dueAt: { empty: true } }] }),
    ],
    requests: awaiting
      ? [
          {
            name: 'requests',
            object: awaiting.object,
            query: { where: awaiting.where, sort: 'createdAt' },
            facts: ['operation', 'proposer', 'due', 'updatedAt'],
            atOnce,
          },
        ]
      : [],
  }
}

/** How much waits for the reader, by kind and in all; undefined until it is known. */
export function useWaiting(): Readonly<Record<Waiting, number>> | undefined {
  const tasks = useOpenTasks()
  const awaiting = useAwaiting(useProposals())
  const open = useTotal(tasks)
  const asked = useTotal(awaiting)
  if ((tasks && open === undefined) || (awaiting && asked === undefined)) return undefined
  const [ofTasks, ofRequests] = [open ?? 0, asked ?? 0]
  return { tasks: ofTasks, requests: ofRequests, all: ofTasks + ofRequests }
}

function useOpenTasks(): Counted | undefined {
  const me = useOwnId()
  const object = useObjects().find(({ name, can }) => name === 'task' && can.includes('read'))
  return object && { object, where: { assignee: me, state: 'open' } }
}
