import { describe, expect, it } from 'vitest'
import { startSession } from '#kernel'
import { auditActions } from '#shared/audit-actions'
import { type Locale, locales } from '#shared/label'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { focusName } from './keyboard.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('tells who sees a file and why, and what a person reaches', async () => {
    const clerk = stage.house.clerks[locale]
    const { id } = await callApi(stage.house, clerk, { path: '/customers', body: { name: `鹤鸣纸业${locale}` } })
    const { page, words, go } = await stage.visit(locale)
    const choose = async (name: string) => {
      await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
      await page.getByRole('menuitem', { name }).click()
    }
    await go(`/o/customers/${id}`)
    await choose(words.access.seers)
    const seers = page.getByRole('dialog', { name: words.access.seers }).getByRole('listitem')
    await seers.filter({ hasText: words.access.ground.person }).waitFor()
    expect(await seers.filter({ hasText: words.access.ground.person }).count()).toBe(1)
    // The founder and the two heads see all; the other clerk is not among them.
    expect(await seers.filter({ hasText: words.access.ground.all }).count()).toBe(3)
    expect(await seers.count()).toBe(4)
    await go(`/o/users/${clerk.id}`)
    await choose(words.access.reach)
    const reach = page.getByRole('dialog', { name: words.access.reach })
    await reach.getByText(fill(words.access.clearance, { level: words.access.level.important })).waitFor()
    const customers = reach
      .getByRole('listitem')
      .filter({ hasText: words.name('customer') })
      .first()
    expect(await customers.innerText()).toContain('1')
    await customers.getByText(words.access.right.reveal).waitFor()
    expect(await customers.getByText(words.access.right.export).count()).toBe(0)
  })
})

/** A clerk of this test's own, with a file whose revenue is known. */
async function makeClerk(locale: Locale): Promise<SignedIn & { name: string; customer: string }> {
  const { house } = stage
  const head = house.heads[locale]
  const login = `rookie-${locale}`
  const name = locale === 'zh' ? '新来的' : 'Rookie'
  const { id } = await callApi(house, head, { path: '/users', body: { name, login, role: 'clerk', language: locale } })
  const body = { name: `瑶光文具${locale}`, owner: id, annualRevenue: '7654321' }
  const { id: customer } = await callApi(house, head, { path: '/customers', body })
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  return { id, login, cookie: token, name, customer }
}

/** Somebody who answers for roles and holds but what a clerk holds. */
async function makeOfficer(locale: Locale): Promise<SignedIn> {
  const { house } = stage
  const head = house.heads[locale]
  const grants = [{ objects: ['area:roles'], rights: ['read', 'create', 'update', 'delete'], scope: 'all' }]
  const body = { nameZh: `管角色${locale}`, nameEn: `Roles ${locale}`, duties: ['roles'], grants }
  const role = await callApi(house, head, { path: '/roles', body })
  const login = `officer-${locale}`
  const { id } = await callApi(house, head, {
    path: '/users',
    body: { name: login, login, role: 'clerk', language: locale },
  })
  await callApi(house, head, { path: '/role-assignments', body: { user: id, role: role.id, grounds: '职责' } })
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  return { id, login, cookie: token }
}

describe.each(languages('en'))('in %s', (locale) => {
  it('copies a role, takes export away by keyboard, hides a field, gives it to somebody, who sees it so', async () => {
    const clerk = await makeClerk(locale)
    const { page, words, go } = await stage.visit(locale)
    const cellOf = (object: string, right: 'export' | 'read', state: string) =>
      page.getByRole('button', {
        name: fill(words.roles.cell, { object, right: words.access.right[right], state }),
        exact: true,
      })
    const byArea = fill(words.roles.byArea, { state: words.roles.state.allowed })
    const task = words.names('task')

    await go('/settings/roles')
    await page.locator('a[href="/settings/roles/clerk"]').click()
    await page.getByRole('heading', { level: 1, name: locale === 'zh' ? '业务员' : 'Clerk' }).waitFor()
    expect(await page.getByRole('grid').count()).toBe(0)
    await page.getByRole('button', { name: words.roles.copy }).click()
    const name = page.getByLabel(words.field('role', locale === 'zh' ? 'nameZh' : 'nameEn'))
    await expect.poll(() => name.inputValue()).toContain(locale === 'zh' ? '业务员' : 'Clerk')
    const called = `${await name.inputValue()} 2`
    await name.fill(called)
    // Titles of references are Chinese names.
    await page.getByLabel(words.field('role', 'nameZh')).fill(called)

    await cellOf(task, 'read', byArea).focus()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => focusName(page))
      .toBe(fill(words.roles.cell, { object: task, right: words.access.right.export, state: byArea }))
    await page.keyboard.press('Space')
    await cellOf(task, 'export', words.roles.state.denied).waitFor()

    await page.getByRole('tab', { name: words.roles.rights }).focus()
    await page.keyboard.press('ArrowRight')
    const revenue = page.getByRole('group', { name: words.field('customer', 'annualRevenue') })
    await revenue.getByRole('radio', { name: words.roles.access.hidden }).check()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByRole('link', { name: called }).waitFor()

    await go(`/o/users/${clerk.id}`)
    const held = page.getByRole('region', { name: words.holdings.title })
    await held.getByRole('button', { name: words.holdings.add }).click()
    const form = held.getByRole('form')
    await form.getByRole('combobox', { name: words.field('role_assignment', 'role') }).fill(called)
    await page.locator('.ant-select-item-option').filter({ hasText: called }).click()
    await form.getByLabel(words.field('role_assignment', 'grounds')).fill('试用')
    await form.getByRole('button', { name: words.action.save }).click()
    await held.getByRole('link', { name: called }).waitFor()
    expect(await barriers(page)).toEqual([])

    const theirs = await stage.visit(locale, { as: clerk })
    await theirs.go(`/o/customers/${clerk.customer}`)
    await theirs.page.getByRole('heading', { level: 1 }).waitFor()
    await theirs.page.getByText(words.field('customer', 'owner'), { exact: true }).first().waitFor()
    expect(await theirs.page.getByText(words.field('customer', 'annualRevenue')).count()).toBe(0)
    expect(await theirs.page.content()).not.toContain('7,654,321')
    expect(await theirs.page.getByText(words.settings.title, { exact: true }).count()).toBe(0)
    await theirs.go(`/o/users/${clerk.id}`)
    await theirs.page.locator('.file-actions').getByRole('button', { name: words.shell.more }).click()
    await theirs.page.getByRole('menuitem', { name: words.access.reach }).click()
    const line = theirs.page.locator('.access-line').filter({ hasText: words.name('task') })
    await line.getByText(words.access.right.import).waitFor()
    expect(await line.getByText(words.access.right.export).count()).toBe(0)
    expect(await barriers(theirs.page)).toEqual([])
  })

  it('keeps unsaved rights from being lost, and says at its row what the server refuses', async () => {
    const officer = await makeOfficer(locale)
    const { page, words, go, expectRefusal } = await stage.visit(locale, { as: officer })
    expectRefusal(403)
    await go('/settings/roles/new')
    await page.getByLabel(words.field('role', 'nameZh')).fill(`越权${locale}`)
    await page.getByLabel(words.field('role', 'nameEn')).fill(`Beyond ${locale}`)
    const cell = (object: string, state: string) =>
      page.getByRole('button', {
        name: fill(words.roles.cell, { object, right: words.access.right.delete, state }),
        exact: true,
      })
    await cell(words.names('customer'), words.roles.state.none).click()
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    const row = page.getByRole('row').filter({ has: cell(words.names('customer'), words.roles.state.allowed) })
    await row.getByRole('alert').waitFor()
    await page.getByRole('link', { name: words.roles.back }).click()
    await page.getByRole('dialog').getByText(words.form.leaveText).waitFor()
    await page.getByRole('button', { name: words.form.leave }).click()
    await page.waitForURL('**/settings/roles')
  })
})

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
