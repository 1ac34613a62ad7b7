import { actorOf, makeContext, personByLogin, standingOfPerson, startJob } from '#kernel'
import type { Locale } from '#shared/label'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { type HouseWithPages, type LivedInHouse, openHouseWithPages, openLivedInHouse } from '#test/house-with-pages'
import { appointOfficers, switchMode } from '#test/officers'
import type { HouseName, SceneHouse } from './scene.ts'

const customers = 120
const nobody = { id: '', login: '', cookie: '' }
const nobodies = { zh: nobody, en: nobody }

export type OpenSceneHouse = SceneHouse & Pick<HouseWithPages, 'close'>

/** One of the houses that scenes stand in, of a company that works in a language. */
export async function openSceneHouse(name: HouseName, locale?: Locale): Promise<OpenSceneHouse> {
  if (name === 'new') return { ...(await openHouseWithPages()), heads: nobodies, clerks: nobodies, customer: '' }
  const house = await openLivedInHouse(locale)
  if (name === 'empty') return { ...house, customer: '' }
  try {
    if (name === 'guarded') {
      await appointOfficers(house.kernel)
      await switchMode(house.kernel, true)
      return { ...house, customer: '' }
    }
    await loadDemo(house)
    return { ...house, customer: await liveliestFile(house) }
  } catch (error) {
    await house.close()
    throw error
  }
}

async function loadDemo(house: LivedInHouse): Promise<void> {
  const { kernel, heads } = house
  const head = await personByLogin(kernel.db, kernel.registry, heads.zh.login)
  if (!head) throw new Error('The house has no head.')
  const ctx = makeContext({
    kernel,
    actor: actorOf(head, await standingOfPerson(kernel, head), { session: null }),
    channel: 'page',
  })
  const job = await ctx.transaction((tx) => startJob(tx, 'demo', { customers }))
  for (;;) {
    const { state, error } = await callApi<{ state: string; error: string | null }>(house, heads.zh, {
      method: 'GET',
      path: `/jobs/${job}`,
    })
    if (state === 'done') return
    if (state === 'failed' || state === 'cancelled') throw new Error(`The demo company is ${state}: ${error}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** Of the customers that bought most and have a contact, the one last heard of; with a change of today on its file, shared with the clerks. */
async function liveliestFile({ address, heads, clerks }: LivedInHouse): Promise<string> {
  const read = (path: string) => callApi<ListWire>({ address }, heads.zh, { method: 'GET', path })
  const { items } = await read('/customers?sort=-purchaseTotal&limit=20')
  const where = JSON.stringify({ customer: { in: items.map(({ id }) => id) } })
  const contacts = await read(`/contacts?limit=200&where=${encodeURIComponent(where)}`)
  const known = new Set(contacts.items.map(({ customer }) => customer))
  const [first] = items
    .filter(({ id }) => known.has(id))
    .toSorted((one, other) => String(other.lastFollowedUp).localeCompare(String(one.lastFollowedUp)))
  if (!first) throw new Error('The demo company has no customer with a contact.')
  const body = {
    version: first.version,
    stage: 'loyal',
    wechat: `wx-${String(first.archiveNumber).toLowerCase()}`,
    collaborators: [clerks.zh.id, clerks.en.id],
  }
  await callApi({ address }, heads.zh, { method: 'PATCH', path: `/customers/${first.id}`, body })
  return first.id
}
