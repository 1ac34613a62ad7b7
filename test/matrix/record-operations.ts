import type { ApiAnswer, ApiClient } from '#test/as'
import type { Operation } from './try-operation.ts'

/** A live record, one in the bin, and fields of their object: one to group by, one to reveal. */
type Target = { live: string; deleted: string; change: string; by: string; secret: string }

/** How an operation on records is tried by HTTP without changing anything, and which row of the table of objects says who may. */
export type RecordOperation = {
  row: Operation
  call(client: ApiClient, path: string, on: Target): Promise<ApiAnswer>
  /** It would change the record where it is let in: only refusals are tried. */
  changes?: boolean
  /** What it asks for is not there for anybody. */
  nothing?: boolean
  /** What the answer of who is let in must hold. */
  holds?(answer: ApiAnswer, live: string): boolean
}

const where = (filter: unknown): string => `where=${encodeURIComponent(JSON.stringify(filter))}`
const stale = { version: 999 }

export const recordOperations: Readonly<Record<string, RecordOperation>> = {
  'get /api/{object}': {
    row: 'list',
    call: (client, path, { live }) => client.get(`${path}?${where({ id: { in: [live] } })}`),
    holds: ({ body }, live) => body.items.length === 1 && body.items[0].id === live,
  },
  'get /api/{object}/groups': {
    row: 'list',
    call: (client, path, { live, by }) => client.get(`${path}/groups?by=${by}&${where({ id: live })}`),
  },
  'post /api/{object}': { row: 'create', changes: true, call: (client, path) => client.post(path, {}) },
  'post /api/{object}/bulk-changes': {
    row: 'bulk',
    changes: true,
    call: (client, path, { live }) => client.post(`${path}/bulk-changes`, { ids: [live], patch: {} }),
  },
  'post /api/{object}/bulk-deletions': {
    row: 'delete',
    changes: true,
    call: (client, path, { live }) => client.post(`${path}/bulk-deletions`, { ids: [live] }),
  },
  'get /api/{object}/{id}': {
    row: 'read',
    call: (client, path, { live }) => client.get(`${path}/${live}`),
    holds: ({ body }, live) => body.id === live,
  },
  'patch /api/{object}/{id}': {
    row: 'update',
    call: (client, path, { live }) => client.patch(`${path}/${live}`, stale),
  },
  'delete /api/{object}/{id}': {
    row: 'delete',
    changes: true,
    call: (client, path, { live }) => client.delete(`${path}/${live}`),
  },
  'post /api/{object}/{id}/restoration': {
    row: 'restore',
    changes: true,
    call: (client, path, { deleted }) => client.post(`${path}/${deleted}/restoration`),
  },
  'post /api/{object}/{id}/reveals': {
    row: 'read',
    call: (client, path, { live, secret }) => client.post(`${path}/${live}/reveals`, { field: secret, reason: '核对' }),
    holds: ({ body }) => 'value' in body,
  },
  'post /api/{object}/{id}/verifications': {
    row: 'update',
    changes: true,
    call: (client, path, { live }) =>
      client.post(`${path}/${live}/verifications`, { field: 'phone', how: 'call', version: 1 }),
  },
  'get /api/{object}/{id}/history': {
    row: 'history',
    call: (client, path, { live }) => client.get(`${path}/${live}/history`),
    holds: ({ body }) => Array.isArray(body.items),
  },
  'post /api/{object}/{id}/history/{change}/restoration': {
    row: 'read',
    // A change that never was, also for who sees the record.
    nothing: true,
    call: (client, path, { live, change }) =>
      client.post(`${path}/${live}/history/${change}/restoration`, { version: 1 }),
  },
  'get /api/{object}/{id}/timeline': {
    row: 'timeline',
    call: (client, path, { live }) => client.get(`${path}/${live}/timeline`),
    holds: ({ body }) => Array.isArray(body.items),
  },
  'get /api/{object}/{id}/access': {
    row: 'read',
    call: (client, path, { live }) => client.get(`${path}/${live}/access`),
    holds: ({ body }) => body.items.length > 0,
  },
}
