import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const names = { zh: '季度审查', en: 'Quarterly review' }

/** A round that both clerks work on, one for all looks; some of its files are reviewed. */
async function runningRound({ house: { address, heads, clerks }, locale }: OnStage): Promise<string> {
  const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    callApi<Answer>({ address }, heads[locale], { method, path, body })
  const known = (await call<ListWire>('GET', '/review-rounds')).items[0]
  if (known) return known.id
  const reviewers = [...new Set([clerks.zh.id, clerks.en.id])]
  const sample = { sample: 'count', sampleSize: 12, filter: { level: { in: ['1', '2'] } }, active: true }
  const plan = await call<{ id: string }>('POST', '/review-plans', { name: names[locale], reviewers, ...sample })
  const { id } = await call<{ id: string }>('POST', `/review-plans/${plan.id}/rounds`)
  for (;;) {
    const { state } = await call<{ state: string }>('GET', `/review-rounds/${id}`)
    if (state === 'open') break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await reviewSome({ address }, clerks[locale], locale)
  return id
}

async function reviewSome(
  server: { address: string },
  clerk: OnStage['house']['clerks']['zh'],
  locale: 'zh' | 'en',
): Promise<void> {
  const note = { zh: '名片上没有传真号码', en: 'No fax on the business card' }[locale]
  const where = encodeURIComponent(JSON.stringify({ assignee: clerk.id, state: 'open' }))
  const read = <Answer>(path: string) => callApi<Answer>(server, clerk, { method: 'GET', path })
  const { items } = await read<ListWire>(`/review-items?limit=3&where=${where}`)
  for (const [at, item] of items.entries()) {
    const { version } = await read<{ version: number }>(`/customers/${item.customer}`)
    const findings = at ? [] : [{ kind: 'missing', field: 'fax', value: '010-88886666', note }]
    await callApi(server, clerk, {
      path: `/review-items/${item.id}/review`,
      body: { version, how: 'document', findings },
    })
  }
}

export const reviewScenes: readonly Scene[] = [
  {
    name: 'reviews',
    house,
    show: async (stage) => {
      await runningRound(stage)
      await stage.go('/reviews')
      await stage.page.locator('.in-place-line').nth(1).waitFor()
    },
  },
  {
    name: 'review-plan-change',
    house,
    show: async (stage) => {
      await runningRound(stage)
      const { house: at, locale, go, page } = stage
      const plans = await callApi<ListWire>(at, at.heads[locale], { method: 'GET', path: '/review-plans' })
      await go(`/o/review-plans/${plans.items[0]?.id}/edit`)
      await page.locator('.filter-field p').getByText(/\d/).waitFor()
      await page.locator('.filter-field').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'review-round',
    house,
    show: async (stage) => {
      const id = await runningRound(stage)
      await stage.go(`/o/review-rounds/${id}`)
      await stage.page.locator('.reviewing-counts').first().waitFor()
    },
  },
  {
    name: 'review-file',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { page, go } = stage
      await runningRound(stage)
      await go('/reviews')
      await page.locator('.reviewing-line button').click()
      await page.locator('.reviewing-bar .reviewing-line button').nth(1).click()
      await page.locator('.reviewing-finding').waitFor()
      await page.locator('.entry').first().waitFor()
    },
  },
]
