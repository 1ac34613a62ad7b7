import { describe, expect, it } from 'vitest'
import { auditActions } from '#shared/audit-actions'
import { locales } from '#shared/label'
import { useStage } from './stage.ts'

const stage = useStage()

describe.each(locales)('in %s', (locale) => {
  it('keeps a question to the log as a report, finds it among the settings, and comes back to it by the link of its mail', async () => {
    const { page, words, go } = await stage.visit(locale)
    const name = { zh: '每周解密核对', en: 'Reveals of the week' }[locale]
    await go('/audit?action=reveal&result=done')
    await page.getByRole('button', { name: words.audit.saveReport }).click()
    await page.getByLabel(words.field('log_report', 'name')).fill(name)
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/log-reports'))
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    const { id } = await (await answer).json()

    await page.getByRole('link', { name: words.names('log_report'), exact: true }).click()
    await page.getByText(name).first().waitFor()

    await go(`/audit?report=${id}&from=2026-11-01&to=2026-11-07`)
    await page.getByTitle(auditActions.reveal[locale]).first().waitFor()
    const { searchParams } = new URL(page.url())
    const kept = ['report', 'action', 'result', 'from', 'to'].map((part) => searchParams.get(part))
    expect(kept).toEqual([null, 'reveal', 'done', '2026-11-01', '2026-11-07'])
  })
})
