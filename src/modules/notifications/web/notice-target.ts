import type { ObjectWire, RecordWire } from '#shared/wire'

/** Where a notice leads: to its record, or to where its sort of thing is found. */
export function targetOf(notice: RecordWire, objects: readonly ObjectWire[]) {
  const { kind, record } = notice
  if (notice.object === 'edition' && typeof record === 'string')
    return { to: '/reading/$id', params: { id: record } } as const
  const object = objects.find(({ name }) => name === notice.object)
  if (object && typeof record === 'string')
    return { to: '/o/$path/$id', params: { path: object.path, id: record } } as const
  if (kind === 'security') return { to: '/audit', search: { action: 'alarm' } } as const
  if (object && kind === 'work_ended') return { to: '/import/$path', params: { path: object.path } } as const
  if (kind === 'task_assigned' || kind === 'task_due' || kind === 'request_waiting') return { to: '/inbox' } as const
  if (object) return { to: '/o/$path', params: { path: object.path } } as const
  return { to: '/notifications' } as const
}
