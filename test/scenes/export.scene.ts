import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const grounds = { zh: '年终对账', en: 'Accounts of the year' }

async function openForm({ page, words, go, locale }: OnStage): Promise<void> {
  await go('/o/customers')
  await page.getByRole('button', { name: words.export.action, exact: true }).click()
  await page.getByLabel(words.export.grounds).fill(grounds[locale])
}

export const exportScenes: readonly Scene[] = [
  // On the phone nobody works with files of records.
  { name: 'export', house, widths: [1440], show: openForm },
  {
    name: 'export-outside',
    house,
    widths: [1440],
    show: async (stage) => {
      const { page, words } = stage
      await openForm(stage)
      await page.getByLabel(words.field('export', 'recipient'), { exact: true }).fill('迅达物流有限公司')
      await page.getByLabel(words.field('export', 'means')).waitFor()
    },
  },
  {
    name: 'export-ready',
    house,
    show: async ({ page, words, house: { address, heads }, locale, go }) => {
      const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) =>
        callApi<Answer>({ address }, heads[locale], { method, path, body })
      const { items } = await call<{ items: readonly { id: string }[] }>('GET', '/purposes?limit=1')
      const plain = { selection: { where: { level: '1' } }, columns: ['name', 'stage'] }
      const asked = { object: 'customer', ...plain, grounds: grounds[locale], purpose: items[0]?.id }
      const { id } = await call<{ id: string }>('POST', '/exports', asked)
      await go(`/o/exports/${id}`)
      await page.getByRole('button', { name: words.export.fetch }).waitFor()
    },
  },
]
