import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOffered, type ObjectType } from '#kernel'
import { type ApiAnswer, type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { modules } from '../../src/server/modules.ts'
import { expected, parseTable } from './expected.ts'
import { type Caller, type Callers, callers, openCallers } from './people.ts'
import { recordOperations } from './record-operations.ts'
import { isOfAll, makeWorld, type Relation, relations, type World } from './world.ts'

let house: ApiHouse
let people: Callers
const clients = new Map<Caller, ApiClient>()
const worlds = new Map<Caller, World>()
/** The same customers as their holders', one for each level and relation. */
const levelled = new Map<string, string>()

beforeAll(async () => {
  house = await openApiHouse()
  people = await openCallers(house)
  const { north } = house.units
  const colleague = (
    await house.system().recordsNamed('user').create({ name: '钱进', login: 'qian', role: 'clerk', unit: north })
  ).id
  const { zhang, chen, wang } = house.people
  const own = await makeWorld(house, wang.id, colleague)
  for (const caller of callers) {
    clients.set(caller, await people.client(caller))
    worlds.set(caller, own)
  }
  worlds.set('head', await makeWorld(house, zhang.id, colleague))
  worlds.set('manager', await makeWorld(house, chen.id, colleague))
  await makeLevels()
}, 120_000)
afterAll(() => house.close())

const objects = modules.flatMap((module) => module.objects ?? []).map(({ name }) => name)
const clientOf = (caller: Caller): ApiClient => clients.get(caller) ?? raise(caller)
const raise = (what: string): never => {
  throw new Error(`There is no ${what}`)
}

/** What the committed table says of the five roles, and of the officers: they see what everybody sees, and keep the house. */
function expectedLetter(type: ObjectType, caller: Caller, operation: string, at: number): string {
  const { row } = recordOperations[operation] ?? raise(operation)
  if (caller === 'nobody') return '-'
  if (explains(caller, operation)) return type.name !== 'log_report' || isHeads(caller, at) ? 'o' : '.'
  // Told to who may change the record, and these nobody may.
  const unchanging = ['change_request', 'emergency_access', 'export']
  if (operation.endsWith('/access') && unchanging.includes(type.name)) return deniedAccess(type, caller, at)
  // Those who do not lead have no right to change any of them.
  const isLed = type.policy?.area === 'programmes' && (caller === 'clerk' || caller === 'other')
  if (operation.endsWith('/access') && isLed) return deniedAccess(type, caller, at)
  if (operation.endsWith('/reveals') && !type.guarded) return caller === 'head' ? 'o' : 'x'
  const table = parseTable(expected[type.name] ?? '')
  const letterOf = (role: string): string => table[role]?.[row]?.[at] ?? '?'
  if (!['system_admin', 'security_officer', 'auditor'].includes(caller)) return letterOf(caller)
  // What is about the house they see; these are about customers.
  if (type.name === 'change_request') return '.'
  const reading = ['list', 'read', 'history', 'timeline'].includes(row) && !operation.endsWith('/reveals')
  // The auditor reviews them, whatever the file.
  if (type.name === 'emergency_access') return caller !== 'auditor' ? '.' : reading ? 'o' : 'x'
  // They see what they may have to sign, and none of these is.
  if (type.name === 'export' && caller === 'security_officer')
    return row === 'create' || operation.endsWith('/reveals') ? 'x' : '.'
  // Each has their own, and none of these.
  if (type.name === 'notification') return row === 'create' ? 'x' : '.'
  if (type.name === 'read_receipt')
    return row === 'create' || row === 'update' || row === 'delete' || operation.endsWith('/reveals') ? 'x' : '.'
  if (type.name === 'favourite') return '.'
  if (type.name === 'suggestion') return row === 'create' ? 'o' : '.'
  if (type.name === 'log_report' && caller === 'auditor') return row === 'create' ? 'o' : '.'
  if (type.guarded) return 'x'
  if (type.policy?.area === 'personal' && row === 'create') return 'o'
  if (type.name === 'saved_view' || type.name === 'dashboard') return '.'
  if (reading) return 'o'
  const kept = { system_admin: 'house', security_officer: 'roles' } as const
  return (caller === 'system_admin' || caller === 'security_officer') && type.policy?.area === kept[caller]
    ? letterOf('head')
    : 'x'
}

function deniedAccess(type: ObjectType, caller: Caller, at: number): string {
  // Who reads none of them at all is told so.
  if (type.name === 'export' && caller === 'system_admin') return 'x'
  const reading = parseTable(expected[type.name] ?? '')[caller]?.read?.[at]
  return reading === 'o' ? 'x' : '.'
}

/** Who looks after roles, and who reads the trail, are told who sees a record, without seeing it. */
function explains(caller: Caller, operation: string): boolean {
  return operation.endsWith('/access') && ['head', 'security_officer', 'auditor'].includes(caller)
}

/** Of reports of the log, those of clerks are seen by nobody: without the duty their makers see them no more than others. */
function isHeads(caller: Caller, at: number): boolean {
  return caller === 'head' && ['own', 'collaborator'].includes(relations[at] ?? '')
}

function makesSome(type: ObjectType, caller: Caller): boolean {
  // Who may export no customer, as the table says, still exports what is their own work.
  if (type.name === 'export' && (caller === 'clerk' || caller === 'other')) return true
  return relations.some((_, at) => expectedLetter(type, caller, 'post /api/{object}', at) === 'o')
}

function letterOf({ status, body }: ApiAnswer, holds: boolean): string {
  if (status === 401) return '-'
  if (status === 403) return 'x'
  if (status === 404) return '.'
  if (body.failed) return letterOfMany(body)
  if (body.code === 'field.reference_unknown') return '.'
  return status < 400 && !holds ? '.' : 'o'
}

function letterOfMany({ changed, failed }: { changed: number; failed: readonly { code: string }[] }): string {
  if (changed) return 'o'
  return failed.some(({ code }) => code === 'access.forbidden') ? 'x' : '.'
}

describe('every operation on records, by HTTP', () => {
  it.each(objects)('of %s answers each role and relation as the table says', { timeout: 120_000 }, async (object) => {
    const type = house.kernel.registry.objects.get(object) ?? raise(object)
    const found: Found = { wrong: [], cells: 0 }
    for (const operation of Object.keys(recordOperations)) {
      const needs = neededBy(operation)
      if ((needs && !isOffered(type, needs)) || (operation.endsWith('/groups') && !fieldsOf(type).by)) continue
      await Promise.all(callers.map((caller) => tryRelations({ type, operation, caller }, found)))
    }
    expect(found.cells).toBeGreaterThan(callers.length * 5)
    expect(found.wrong).toEqual([])
  })
})

type Found = { wrong: string[]; cells: number }
type Asked = { type: ObjectType; operation: string; caller: Caller }

/** The matrix tries all of an object below HTTP: here a caller's operation meets two of its relations by turns, in the long form all. */
function relationsFor({ type, operation, caller }: Asked): [number, Relation][] {
  const all = [...relations.entries()]
  // One record stands for all relations then, or whoever asks has none to any.
  if (isOfAll(type) || caller === 'nobody') return all.slice(0, 1)
  if (process.env.LONG) return all
  const turn = objects.indexOf(type.name) + Object.keys(recordOperations).indexOf(operation) + callers.indexOf(caller)
  return all.filter(([at]) => (at + turn) % relations.length < 2)
}

async function tryRelations({ type, operation, caller }: Asked, found: Found): Promise<void> {
  const { call, changes, nothing, holds = () => true } = recordOperations[operation] ?? raise(operation)
  // What the same request is told of a record that never was.
  let never: ApiAnswer | undefined
  for (const [at, relation] of relationsFor({ type, operation, caller })) {
    const seen = expectedLetter(type, caller, operation, at)
    const should = nothing && seen === 'o' ? '.' : seen
    if (should === 'o' && changes) continue
    // For whom it would be made stands in the input; here only who may make none at all is told so.
    if (operation === 'post /api/{object}' && makesSome(type, caller)) continue
    // Lists and counts, and changes of many, name what is not in sight by leaving it out.
    if (changes && should === '.' && !operation.includes('{id}')) continue
    const ids = worlds.get(caller)?.get(type.name)?.[relation] ?? raise(relation)
    const input = { ...ids, ...fieldsOf(type), change: randomUUID() }
    const answer = await call(clientOf(caller), `/api/${type.path}`, input)
    const is = letterOf(answer, answer.status >= 400 || holds(answer, ids.live))
    found.cells++
    const isCount = should === '.' && answer.body.groups?.length === 0
    const here = `${operation} ${caller} ${relation}`
    if (is !== should && !isCount)
      found.wrong.push(`${here}: ${is}, not ${should} ${answer.status} ${answer.body.code}`)
    if (is !== '.' || answer.status !== 404) continue
    never ??= await call(clientOf(caller), `/api/${type.path}`, nowhere(type))
    if (bare(answer) !== bare(never)) found.wrong.push(`${here}: ${bare(answer)} tells of it`)
  }
}

/** A field to group by and one of level 2, where the object has them. */
function fieldsOf({ stored }: ObjectType): { by: string; secret: string } {
  return {
    by: stored.find(({ kind, sealed }) => kind.groupable && !sealed)?.name ?? '',
    secret: stored.find(({ field }) => field.level === 2)?.name ?? '',
  }
}

function nowhere(type: ObjectType) {
  return { ...fieldsOf(type), live: randomUUID(), deleted: randomUUID(), change: randomUUID() }
}

/** Status, words and heads: whatever could tell an answer from another. */
function bare({ status, headers, body }: ApiAnswer): string {
  const { requestId: _, params: { requestId: __, ...params } = {}, ...rest } = body
  const heads = [...headers].filter(([name]) => name !== 'date')
  return JSON.stringify([status, heads, params, rest])
}

type Needs = Parameters<typeof isOffered>[1]

function neededBy(operation: string): Needs | undefined {
  const [method, template] = operation.split(' ')
  const url = template?.replace(/\{(\w+)\}/g, ':$1')
  return house.server.routes.find((route) => route.method.toLowerCase() === method && route.url === url)?.needs
}

/** Levels, shares and the pool, which only files have. `own` and the like are the clerk's. */
const grounds = ['own', 'shared', 'unit', 'other', 'pool', 'deleted'] as const
const clearance: Readonly<Record<Caller, number>> = {
  head: 3,
  manager: 2,
  clerk: 2,
  other: 2,
  system_admin: 0,
  security_officer: 0,
  auditor: 0,
  nobody: 0,
}
const sees: Readonly<Record<(typeof grounds)[number], readonly Caller[]>> = {
  own: ['head', 'manager', 'clerk'],
  shared: ['head', 'clerk', 'other'],
  unit: ['head', 'manager'],
  other: ['head', 'other'],
  pool: ['head'],
  deleted: [],
}

async function makeLevels(): Promise<void> {
  const { wang, li, chen } = house.people
  const customers = house.system().recordsNamed('customer')
  const owners = { own: wang.id, shared: li.id, unit: chen.id, other: li.id, pool: null, deleted: wang.id } as const
  for (const ground of grounds)
    for (const level of ['1', '2', '3']) {
      const { id } = await customers.create({ name: `${ground}${level}`, owner: owners[ground], unit: null, level })
      if (ground === 'shared')
        await house.system().recordsNamed('team_member').create({ customer: id, user: wang.id, access: 'read' })
      if (ground === 'deleted') await customers.remove(id)
      levelled.set(`${ground}${level}`, id)
    }
}

describe('files by their level and the ground on which they are seen', () => {
  const cells = grounds.flatMap((ground) => ['1', '2', '3'].map((level) => ({ ground, level })))

  it.each(cells)('$ground, level $level', async ({ ground, level }) => {
    const id = levelled.get(ground + level) ?? raise(ground)
    const wrong: string[] = []
    const file = house.kernel.registry.objects.get('customer') ?? raise('customer')
    for (const caller of callers) {
      const client = await people.client(caller)
      for (const [operation, { call, holds, changes, nothing }] of Object.entries(recordOperations)) {
        if (changes || nothing || !operation.includes('{id}')) continue
        const answer = await call(client, '/api/customers', { ...nowhere(file), live: id, deleted: id })
        const may =
          (sees[ground].includes(caller) && Number(level) <= clearance[caller]) ||
          (explains(caller, operation) && ground !== 'deleted')
        const refused = caller === 'nobody' ? 401 : clearance[caller] || explains(caller, operation) ? 404 : 403
        // Changing it, and asking who sees it, is for who may write.
        const writes = operation.startsWith('patch') || (operation.endsWith('/access') && !explains(caller, operation))
        const readOnly = writes && ground === 'shared' && caller === 'clerk'
        const done = readOnly ? 403 : operation.startsWith('patch') ? 409 : 200
        const good = may ? done : refused
        if (answer.status !== good) wrong.push(`${caller} ${operation}: ${answer.status} ${answer.body.code}`)
        else if (answer.status === 200 && holds && !holds(answer, id))
          wrong.push(`${caller} ${operation}: another answer`)
        else if (answer.status >= 400 && JSON.stringify(answer.body).includes(`${ground}${level}`))
          wrong.push(`${caller} ${operation} tells`)
      }
    }
    expect(wrong).toEqual([])
  })
})
