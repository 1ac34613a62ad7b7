import { describe, expect, it } from 'vitest'
import { startSession } from '#kernel'
import { auditActions } from '#shared/audit-actions'
import type { Locale } from '#shared/label'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

/** A clerk of this test's own, and a file that is the head's. */
async function setStage(locale: Locale): Promise<{ clerk: SignedIn; id: string; number: string; name: string }> {
  const { house } = stage
  const head = house.heads[locale]
  const login = `rescuer-${locale}`
  const person = { name: locale === 'zh' ? '救急' : 'Grace Hill', login, role: 'clerk', language: locale }
  const { id: clerk } = await callApi(house, head, { path: '/users', body: person })
  const name = `火警客户${locale}`
  const { id, archiveNumber } = await callApi(house, head, { path: '/customers', body: { name } })
  const { token } = await startSession(house.kernel.db, clerk, { ip: null, agent: 'test' })
  return { clerk: { id: clerk, login, cookie: token }, id, number: String(archiveNumber), name }
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('opens a file that is not found, shows how long still, ends it, and the head reviews it by the task', async () => {
    const { clerk, id, number, name } = await setStage(locale)
    const { page, words, go, expectRefusal } = await stage.visit(locale, { as: clerk })
    expectRefusal(404)
    await go(`/o/customers/${id}`)
    await page.getByRole('heading', { name: words.error.notFound }).waitFor()
    await page.getByRole('main').getByRole('link', { name: words.emergency.title }).click()
    await page.getByRole('heading', { name: words.emergency.title, level: 1 }).waitFor()
    await page.getByLabel(words.emergency.number).fill(number)
    const take = page.getByRole('button', { name: words.emergency.take })
    await page.getByLabel(words.emergency.grounds).fill('着火')
    expect(await take.isDisabled()).toBe(true)
    await page.getByLabel(words.emergency.grounds).fill('客户来电称设备起火，需要立即联系负责人')
    await page.getByRole('radio').nth(1).check()
    expect(await barriers(page)).toEqual([])
    await take.click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    const banner = page.getByRole('region', { name: words.emergency.title }).first()
    expect(await banner.getByRole('timer').innerText()).toMatch(/(29|30):\d\d/)
    expect(await barriers(page)).toEqual([])
    await banner.getByRole('button', { name: words.emergency.end }).click()
    await page.getByRole('heading', { name: words.error.notFound }).waitFor()

    const theirs = await stage.visit(locale)
    await theirs.go('/o/tasks')
    await theirs.page.getByText(number).first().click()
    await theirs.page.locator(`a[href^="/o/emergency-accesses/"]`).first().click()
    const review = theirs.page.getByRole('form', { name: words.emergency.review })
    await review.getByRole('radio', { name: words.choice('emergency_access', 'finding', 'not_justified') }).check()
    await review.getByLabel(words.emergency.opinion).fill('应先致电客户负责人')
    expect(await barriers(theirs.page)).toEqual([])
    await review.getByRole('button', { name: words.emergency.finish }).click()
    await theirs.page.getByText(words.emergency.reviewed).waitFor()
    await review.waitFor({ state: 'detached' })
    await theirs.go('/audit?action=emergency')
    await theirs.page.getByText(auditActions.emergency[locale], { exact: true }).first().waitFor()
  })

  it('is switched off in the settings', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/settings/emergency')
    const box = page.getByRole('checkbox', { name: words.emergency.allowed })
    await box.waitFor()
    for (const allowed of [false, true]) {
      await box.click()
      await expect.poll(() => box.isChecked()).toBe(allowed)
      await expect
        .poll(() => callApi(stage.house, stage.house.heads[locale], { method: 'GET', path: '/emergency-settings' }))
        .toEqual({ allowed })
    }
    expect(await barriers(page)).toEqual([])
  })
})
