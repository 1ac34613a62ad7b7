import type { ObjectType } from '#kernel'
import type { ApiAnswer, ApiClient } from '#test/as'
import { routeOutlets } from '../../src/server/outlets.ts'

/** What stands where in the house that is walked through. */
export type Places = {
  types: readonly ObjectType[]
  /** Ids of records by object, those of the recycle bin too. */
  records: Readonly<Record<string, readonly string[]>>
  person: string
  file: string
  list: string
  job: string
}

type Step = { outlet: string; path: string; headers?: Record<string, string> }

const where = (filter: unknown): string => `where=${encodeURIComponent(JSON.stringify(filter))}`

/** Every address that answers to GET, in all the ways in which it can be asked. */
export function stepsOf(places: Places): Step[] {
  const { types, person, file, list, job } = places
  const fixed = Object.keys(routeOutlets).flatMap((outlet): Step[] => {
    const [method, url = ''] = outlet.split(' ')
    if (method !== 'GET' || url.startsWith('/api/:object') || url === '/api/events') return []
    const id = url.startsWith('/api/users')
      ? person
      : url.startsWith('/api/files')
        ? file
        : url.startsWith('/api/jobs')
          ? job
          : list
    return asked(url).map(({ query = '', headers }) => ({ outlet, path: url.replace(':id', id) + query, headers }))
  })
  return [...fixed, ...types.flatMap((type) => stepsOfType(type, places.records[type.name] ?? []))]
}

/** Questions that an address wants or takes. */
function asked(url: string): { query?: string; headers?: Record<string, string> }[] {
  switch (url) {
    case '/api/search':
      return ['雀', '客雀', 'kq0', '0001', '1397'].map((text) => ({ query: `?q=${encodeURIComponent(text)}` }))
    case '/api/report-weeks':
      return [{ query: '?week=2026-11-02' }]
    case '/api/indicators':
      return [{ query: '?period=2026' }]
    case '/api/procedure-compliance':
      return [{ query: '?from=2026-01-01&until=2026-12-31' }]
    case '/api/form-drafts':
      return [{ query: '?object=customers' }]
    case '/api/audit-events':
      return [{ query: '?limit=200' }, { query: '?action=update&limit=200' }]
    case '/api/audit-summaries':
      return ['actor', 'file', 'action', 'day', 'hour'].map((by) => ({ query: `?by=${by}` }))
    case '/api/imports/:id/errors':
      return [{}, { headers: { accept: 'application/json' } }]
    default:
      return [{}]
  }
}

function stepsOfType(type: ObjectType, ids: readonly string[]): Step[] {
  const path = `/api/${type.path}`
  const by = type.stored.find(({ kind, sealed }) => kind.groupable && !sealed)?.name
  const lists = [
    '?limit=200',
    '?deleted=true&limit=200',
    `?search=${encodeURIComponent('雀')}&limit=200`,
    ...questioned(type).flatMap((field) => [
      `?sort=${field}&limit=20`,
      `?fields=${field}&limit=20`,
      `?${where({ [field]: { empty: false } })}&limit=20`,
      `?${where({ [field]: { contains: '雀' } })}&limit=20`,
      `?${where({ [field]: { gt: 0 } })}&limit=20`,
    ]),
  ]
  const groups = questioned(type).flatMap((field) => [`?by=${field}`, `?by=${by}&sum=${field}`])
  return [
    ...lists.map((query) => ({ outlet: 'GET /api/:object', path: path + query })),
    ...groups.map((query) => ({ outlet: 'GET /api/:object/groups', path: `${path}/groups${query}` })),
    ...ids.flatMap((id) => [
      { outlet: 'GET /api/:object/:id', path: `${path}/${id}` },
      { outlet: 'GET /api/:object/:id', path: `${path}/${id}?deleted=true` },
      ...['history', 'timeline', 'access'].map((part) => ({
        outlet: `GET /api/:object/:id/${part}`,
        path: `${path}/${id}/${part}`,
      })),
    ]),
  ]
}

/** Fields by which is asked: those that somebody sees as masks, and in the long form every one. */
function questioned(type: ObjectType): string[] {
  const all = [...type.fields.values()]
  return all.filter(({ field }) => process.env.LONG || field.level > 1).map(({ name }) => name)
}

/** All that an answer holds, its head included. */
export function textOf({ headers, body }: ApiAnswer): string {
  return `${JSON.stringify([...headers])}${typeof body === 'string' ? body : JSON.stringify(body)}`
}

/** Asks for everything, one after the other. */
export async function walk(
  client: ApiClient,
  steps: readonly Step[],
  see: (step: Step, answer: ApiAnswer) => Promise<void> | void,
): Promise<void> {
  for (const step of steps) await see(step, await client.get(step.path, { headers: step.headers }))
}
