import { auditActions } from '#shared/audit-actions'
import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'

const lines = async ({ page }: OnStage): Promise<void> => {
  await page.locator('.audit-line').first().waitFor()
  await page.locator('.heat td').first().waitFor()
}

export const auditScenes: readonly Scene[] = [
  {
    name: 'audit',
    house,
    show: async (stage) => {
      await stage.go('/audit')
      await lines(stage)
    },
  },
  {
    name: 'audit-file',
    house,
    show: async (stage) => {
      const { page, go, words } = stage
      await go(`/o/customers/${stage.house.customer}`)
      await page.getByRole('button', { name: words.shell.more }).last().click()
      await page.getByRole('menuitem', { name: words.audit.menu }).click()
      await lines(stage)
      await page.locator('.audit-sum').first().waitFor()
    },
    widths: [1440],
  },
  {
    name: 'audit-seal',
    house,
    show: async (stage) => {
      await stage.go('/audit')
      await lines(stage)
      await stage.page.locator('.seal').click()
      await stage.page.locator('.seal-facts').waitFor()
    },
  },
  {
    name: 'audit-report',
    house,
    show: async (stage) => {
      const { page, words, go, locale } = stage
      await go('/audit?action=reveal,export&result=refused')
      for (const action of [auditActions.reveal, auditActions.export])
        await page.locator('.audit-filters').getByText(action[locale], { exact: true }).waitFor()
      await page.getByRole('button', { name: words.audit.saveReport }).click()
      await page.getByLabel(words.field('log_report', 'addressees')).waitFor()
    },
  },
  {
    name: 'audit-none',
    house,
    show: async ({ page, go, words }) => {
      await go('/audit?from=2001-01-01&to=2001-01-02')
      await page.getByRole('heading', { name: words.audit.none }).waitFor()
    },
  },
  {
    name: 'audit-loading',
    house,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/audit-(events|summaries)/)
      await stage.go('/audit')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'audit-lost',
    house,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/audit-events/)
      await stage.go('/audit')
      await seeFailure(stage)
    },
  },
]
