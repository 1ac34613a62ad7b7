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
