import type { Locale } from '#shared/label'
import { callApi } from '#test/call-api'
import { makeTwins, type Twins } from '#test/twins'
import { wordsOf } from '../e2e/words.ts'
import type { OnStage, Scene } from './scene.ts'

const made = new Map<string, Promise<Twins>>()

/** The same two at each look of a language. */
function twins({ house, locale }: OnStage): Promise<Twins> {
  const key = `${house.address} ${locale}`
  const known = made.get(key) ?? makeTwins(house, locale)
  made.set(key, known)
  return known
}

async function merge({ house, locale }: OnStage, { kept, joined }: Twins): Promise<void> {
  const call = <Answer>(path: string, body?: object) =>
    callApi<Answer>(house, house.heads[locale], { path, ...(body ? { body } : { method: 'GET' }) })
  const merges = `/record-merges?object=customers&record=${kept}`
  if ((await call<{ items: unknown[] }>(merges)).items.length > 0) return
  const versions = Object.fromEntries(
    await Promise.all(
      [kept, joined].map(async (id) => [id, (await call<{ version: number }>(`/customers/${id}`)).version]),
    ),
  )
  await call('/record-merges', { object: 'customers', kept, joined: [joined], choices: {}, versions })
}

const held: Readonly<Record<Locale, string>> = { zh: '龙泉青瓷有限公司', en: 'Longquan Celadon Ltd' }

const requests = new Map<string, Promise<string>>()

/** The same one at each look of a language. */
function askedMerge(stage: OnStage): Promise<string> {
  const key = `${stage.house.address} ${stage.locale}`
  const known = requests.get(key) ?? askForMerge(stage)
  requests.set(key, known)
  return known
}

/** A merge that somebody else has asked for and the reader decides on; the request. */
async function askForMerge({ house, locale }: OnStage): Promise<string> {
  const name = held[locale]
  const maker = house.heads[locale === 'zh' ? 'en' : 'zh']
  const call = <Answer>(path: string, body: object) => callApi<Answer>(house, maker, { path, body })
  const rule = { object: 'customer', name, operations: ['delete'], superior: false, when: { name } }
  await call('/approval-rules', { ...rule, people: [house.heads[locale].id] })
  const make = async (values: object) => (await call<{ id: string }>('/customers', { name, ...values })).id
  const kept = await make({ phone: '13712340511', tags: ['VIP'], remarks: '2019' })
  const joined = [await make({ phone: '13712340512', website: 'https://example.com/a/rather/long/address' })]
  joined.push(await make({ tags: ['A'], remarks: '2021' }))
  await call('/contacts', { customer: joined[0], name: '沈石' })
  const versions = Object.fromEntries([kept, ...joined].map((id) => [id, 1]))
  const asked = { object: 'customers', kept, joined, versions }
  return (await call<{ proposed: string }>('/record-merges', asked)).proposed
}

export const duplicateScenes: readonly Scene[] = [
  {
    name: 'duplicates-none',
    house: 'empty',
    show: async ({ go, page, locale }) => {
      await go('/duplicates')
      await page.getByRole('heading', { name: wordsOf(locale).alike.none }).waitFor()
    },
  },
  {
    name: 'duplicates',
    house: 'full',
    show: async (stage) => {
      const { name } = await twins(stage)
      await stage.go('/duplicates')
      await stage.page.locator('.duplicates-group').filter({ hasText: name }).waitFor()
    },
  },
  {
    name: 'merge',
    house: 'full',
    show: async (stage) => {
      const { kept, joined } = await twins(stage)
      await stage.go(`/duplicates/customers/merge?ids=${encodeURIComponent(JSON.stringify([kept, joined]))}`)
      await stage.page.locator('.merging-row').nth(2).waitFor()
      await stage.page.locator('.merging-along').waitFor()
    },
  },
  {
    name: 'review-merge',
    house: 'full',
    show: async (stage) => {
      await stage.go(`/o/change-requests/${await askedMerge(stage)}`)
      await stage.page.getByRole('article').nth(2).waitFor()
      await stage.page.getByRole('button', { name: stage.words.proposal.verdict.approve }).waitFor()
    },
  },
  {
    // The last of them: the two are one from here on.
    name: 'file-merged',
    house: 'full',
    show: async (stage) => {
      const both = await twins(stage)
      await merge(stage, both)
      await stage.go(`/o/customers/${both.kept}`)
      await stage.page.locator('.merges').waitFor()
    },
  },
]
