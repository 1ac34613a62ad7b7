import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const grounds = {
  zh: '客户来电称设备起火，需要立即联系负责人',
  en: 'Fire at the customer’s site, its contact is needed',
}

/** An access of the clerk that runs, to a file that is closed to them; one for all looks, as a person has three a day. */
async function runningAccess({ house: { address, heads, clerks }, locale }: OnStage) {
  const clerk = clerks[locale]
  const read = (path: string) => callApi<ListWire>({ address }, clerk, { method: 'GET', path })
  const [known] = (await read('/emergency-accesses')).items
  if (known) return { id: known.id, customer: String(known.customer) }
  const { items } = await callApi<ListWire>({ address }, heads[locale], { method: 'GET', path: '/customers?limit=20' })
  const among = encodeURIComponent(JSON.stringify({ id: { in: items.map(({ id }) => id) } }))
  const open = (await read(`/customers?limit=20&where=${among}`)).items.map(({ id }) => id)
  const closed = items.find(({ id }) => !open.includes(id))
  const body = { number: closed?.archiveNumber, grounds: grounds[locale], minutes: 60 }
  return callApi<{ id: string; customer: string }>({ address }, clerk, { path: '/emergency-accesses', body })
}

export const emergencyScenes: readonly Scene[] = [
  {
    name: 'emergency',
    house,
    as: 'clerk',
    show: async ({ page, words, go, locale }) => {
      await go('/emergency')
      await page.getByLabel(words.emergency.number).fill('KH-2026-000042')
      await page.getByLabel(words.emergency.grounds).fill(grounds[locale])
    },
  },
  {
    name: 'emergency-running',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { customer } = await runningAccess(stage)
      await stage.go(`/o/customers/${customer}`)
      await stage.page.getByRole('timer').waitFor()
      await stage.page.locator('.entry').first().waitFor()
    },
  },
  {
    name: 'emergency-review',
    house,
    show: async (stage) => {
      const { id } = await runningAccess(stage)
      await stage.go(`/o/emergency-accesses/${id}`)
      await stage.page.getByRole('form', { name: stage.words.emergency.review }).waitFor()
    },
  },
]
