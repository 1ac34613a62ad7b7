import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const house = 'empty'
const path = '/settings/keys'

/** The house's own keys, with what only time brings. */
async function rotating({ page, go }: OnStage): Promise<void> {
  // Asked once beforehand: the page asks again and again, to the moment at which it is closed.
  const keys = await (await page.request.get('/api/keys')).json()
  const rotation = { id: '01a201dc-6835-7b3a-b209-4557a5fe73fe', done: 41_000, total: 100_000 }
  await page.route(/\/api\/keys$/, (route) =>
    route.fulfill({ json: { ...keys, rotation, index: { ...keys.index, rotation }, plain: true } }),
  )
  await go(path)
  await page.getByRole('progressbar').first().waitFor()
}

async function sheets({ page, go }: OnStage): Promise<void> {
  const group = 'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-Z2345-'
  await page.route(/\/api\/keys\/recovery-sheets$/, (route) =>
    route.fulfill({ json: { sheets: [`1-${group.repeat(4)}A2B3C4D5`, `2-${group.repeat(4)}E6F7G2H3`] } }),
  )
  const { master, ...rest } = await (await page.request.get('/api/keys')).json()
  const session = await (await page.request.get('/api/sessions/current')).json()
  let due = 'show'
  const open = { ...master, sheetShownAt: null, sheetKeptAt: null }
  await page.route(/\/api\/keys$/, (route) => route.fulfill({ json: { ...rest, master: { ...open, sheetsDue: due } } }))
  await page.route(/\/api\/sessions\/current$/, (route) => route.fulfill({ json: { ...session, sheetsDue: due } }))
  await go(path)
  const show = page.locator('.keys-actions .ant-btn-primary')
  await show.waitFor()
  due = 'keep'
  await show.click()
  await page.locator('.keys-sheets figure').first().waitFor()
}

export const keysScenes: readonly Scene[] = [
  {
    name: 'keys',
    house,
    show: async ({ page, go }) => {
      await go(path)
      await page.locator('.keys-levels').waitFor()
    },
  },
  { name: 'keys-rotating', house, show: rotating },
  { name: 'keys-sheets', house, show: sheets },
  {
    name: 'keys-loading',
    house,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/keys$/)
      await stage.go(path)
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'keys-lost',
    house,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/keys$/)
      await stage.go(path)
      await seeFailure(stage)
    },
  },
]
