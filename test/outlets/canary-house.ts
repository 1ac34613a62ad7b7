import type { ObjectType } from '#kernel'
import { startJob } from '#kernel'
import { type ApiHouse, openApiHouse } from '#test/as'
import type { CastName } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { sampleInput } from '#test/sample-input'
import { aboutCustomer } from '../matrix/world.ts'
import { type Flock, openFlock } from './canary.ts'
import type { Places } from './walk.ts'

export type CanaryHouse = { house: ApiHouse; flock: Flock; places: Places; lists: string }

const holders: readonly CastName[] = ['zhang', 'chen', 'wang', 'li', 'sun']
/** Records that are opened one by one, of objects that have canaries: one of each holder at least, and one of the bin. */
const opened = process.env.LONG ? 15 : 7
/** Of the others, that can but tell of these: one that most see, and one that few see. */
const openedOfOthers = process.env.LONG ? 15 : 2

/** A house whose every value above level 1 is a canary, on files of five holders, with changes, a bin and a list of errors. */
export async function openCanaryHouse(many: number): Promise<CanaryHouse> {
  const house = await openApiHouse()
  const flock = openFlock()
  const types = [...house.kernel.registry.objects.values()].sort((a, b) => Number(!!a.parent) - Number(!!b.parent))
  const records: Record<string, string[]> = Object.fromEntries(types.map(({ name }) => [name, []]))
  const input = (type: ObjectType, holder: string): Record<string, unknown> => {
    const secret = type.stored
      .filter(({ field }) => field.level > 1)
      .map((bound) => [bound.name, flock.hatch(bound, holder)])
    const title = type.fields.get(type.definition.title)
    const named = title?.field.search && type.guarded ? { [title.name]: flock.hatchTitle(holder) } : {}
    return { ...named, ...Object.fromEntries(secret) }
  }
  const system = house.system()
  for (const person of holders) {
    const { id } = house.people[person]
    records.user?.push(id)
    await system.recordsNamed('user').update(id, input(system.type('user'), 'house'), { version: 1 })
  }
  for (let turn = 0; flock.size() < many; turn++) {
    const holder = holders[turn % holders.length] ?? 'zhang'
    const ctx = house.as(holder).asSystem('canaries')
    let file = ''
    for (const type of types) {
      if (!type.guarded || type.definition.custom) continue
      const of = type.parent?.object === 'customer' ? file : records[type.parent?.object ?? '']?.at(-1)
      const parent = type.parent ? { [type.parent.field]: of } : {}
      const given = { ...input(type, holder), ...parent, ...aboutCustomer(type, file) }
      if (
        type.name !== 'customer' &&
        Object.keys(given).length === Object.keys(parent).length &&
        turn >= holders.length
      )
        continue
      const { id } = await ctx.recordsNamed(type.name).create(await sampleInput(ctx, type, given))
      if (type.name === 'customer') file = id
      records[type.name]?.push(id)
    }
    const changed = input(system.type('customer'), holder)
    await ctx.recordsNamed('customer').update(file, changed, { version: 1, reason: '核对' })
    if (turn % 7 === 6) await ctx.recordsNamed('customer').remove(file)
  }
  const { list, file, job } = await importCanaries(house, flock)
  const some = Object.fromEntries(
    types.map(({ name, stored }) => {
      const isSecret = stored.some(({ field }) => field.level > 1)
      return [name, records[name]?.slice(0, isSecret ? opened : openedOfOthers) ?? []]
    }),
  )
  return {
    house,
    flock,
    lists: 'list of wang',
    places: { types, records: some, person: house.people.wang.id, file, list, job },
  }
}

/** What is the clerk's own: a list whose rows have trouble, still kept with it, and a form that is not saved. */
async function importCanaries(house: ApiHouse, flock: Flock): Promise<{ list: string; file: string; job: string }> {
  const wang = await house.client('wang')
  const phone = house.system().type('customer').fields.get('phone')
  if (!phone) throw new Error('Customers have a phone')
  const rows = Array.from({ length: 5 }, () => `,${flock.hatch(phone, 'list of wang')},不是邮箱`)
  const form = new FormData()
  form.append('file', new Blob([`客户名称,电话,邮箱\n${rows.join('\n')}\n`]), 'list.csv')
  const { id } = (await wang.post('/api/imports?object=customers', undefined, { form })).body
  await runJobs(house)
  const typed = { name: '未保存的客户', phone: flock.hatch(phone, 'list of wang') }
  await wang.post('/api/form-drafts', { object: 'customers', values: typed })
  const own = { name: '待提交的客户', phone: flock.hatch(phone, 'list of wang') }
  await wang.post('/api/gathered-changes', { operation: 'create', object: 'customers', values: own })
  const upload = new FormData()
  upload.append('file', new Blob([flock.hatch(phone, 'list of wang')]), '名单.txt')
  const file = (await wang.post('/api/files', undefined, { form: upload })).body.id
  const job = await house.as('wang').transaction((tx) => startJob(tx, 'import', { import: id }))
  return { list: id, file, job }
}
