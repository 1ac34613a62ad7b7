import { makeContext, startJob, systemActor } from '#kernel'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { type HouseWithPages, type LivedInHouse, openHouseWithPages, openLivedInHouse } from '#test/house-with-pages'
import type { HouseName, SceneHouse } from './scene.ts'

const customers = 120
const nobody = { id: '', login: '', cookie: '' }

export type OpenSceneHouse = SceneHouse & Pick<HouseWithPages, 'close'>

/** One of the houses that scenes stand in. */
export async function openSceneHouse(name: HouseName): Promise<OpenSceneHouse> {
  if (name === 'new') return { ...(await openHouseWithPages()), heads: { zh: nobody, en: nobody }, customer: '' }
  const house = await openLivedInHouse()
  if (name === 'empty') return { ...house, customer: '' }
  await loadDemo(house)
  return { ...house, customer: await richestFile(house) }
}

async function loadDemo(house: LivedInHouse): Promise<void> {
  const ctx = makeContext({ kernel: house.kernel, actor: systemActor, channel: 'cli', systemReason: 'scenes' })
  const job = await ctx.transaction((tx) => startJob(tx, 'demo', { customers }))
  for (;;) {
    const { state, error } = await callApi<{ state: string; error: string | null }>(house, house.heads.zh, {
      method: 'GET',
      path: `/jobs/${job}`,
    })
    if (state === 'done') return
    if (state === 'failed' || state === 'cancelled') throw new Error(`The demo company is ${state}: ${error}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** The customer that bought most. */
async function richestFile(house: LivedInHouse): Promise<string> {
  const { items } = await callApi<ListWire>(house, house.heads.zh, {
    method: 'GET',
    path: '/customers?sort=-purchaseTotal&limit=1',
  })
  return items[0]?.id ?? ''
}
