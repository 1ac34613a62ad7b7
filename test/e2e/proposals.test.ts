import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { appointOfficers, switchMode } from '#test/officers'
import { focusName, tabTo } from './keyboard.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

describe.each(languages('zh'))('in %s', (locale) => {
  it('turns three-officer mode on, asks for a role, and gives it once the security officer agrees', async () => {
    const { house } = stage
    await switchMode(house.kernel, false)
    const officer = await appointOfficers(house.kernel)
    const clerk = house.clerks[locale]
    await callApi(house, officer, { method: 'PATCH', path: '/sessions/current', body: { locale } })
    const head = await stage.visit(locale)
    const { page, words, go } = head
    const roleOf = async () =>
      (await callApi(house, house.heads[locale], { method: 'GET', path: `/users/${clerk.id}` })).role
    const choose = async (field: string, option: string) => {
      await page.getByRole('button', { name: fill(words.file.editField, { name: field }) }).click()
      await page.locator('.ant-select-item-option').filter({ hasText: option }).click()
      await page.getByRole('button', { name: words.action.save, exact: true }).click()
    }

    await go('/o/customers')
    const navigation = page.getByRole('navigation', { name: words.shell.navigation })
    await navigation.getByRole('link', { name: words.name('company'), exact: true }).click()
    await choose(words.field('company', 'threeOfficers'), words.boolean.yes)
    const question = page.getByRole('dialog', { name: words.officers.title })
    await question.getByText(words.officers.text).waitFor()
    expect(await navigation.getByRole('link', { name: words.roles.title }).count()).toBe(1)
    await question.getByRole('button', { name: words.officers.action }).click()
    await expect.poll(() => house.kernel.settings.threeOfficers).toBe(true)
    // The duties leave the head, who sees it at once.
    await expect.poll(() => navigation.getByRole('link', { name: words.roles.title }).count()).toBe(0)

    await go(`/o/users/${clerk.id}`)
    await choose(words.field('user', 'role'), words.choice('user', 'role', 'manager'))
    await page.getByRole('status').getByText(words.proposal.waits).waitFor()
    await page.getByRole('region', { name: words.proposal.notice }).waitFor()
    expect(await roleOf()).toBe('clerk')
    await page.getByRole('button', { name: words.proposal.show, exact: true }).click()
    await page.getByText(words.proposal.own).waitFor()
    expect(await page.getByRole('button', { name: words.proposal.verdict.approve }).count()).toBe(0)
    expect(await barriers(page)).toEqual([])

    const theirs = await stage.visit(locale, { as: officer })
    const { keyboard } = theirs.page
    await theirs.go('/inbox')
    await theirs.page.getByRole('region', { name: words.today.requests }).getByRole('listitem').waitFor()
    await theirs.go('/o/users')
    await theirs.page.getByText(fill(words.proposal.pending, { count: 1 })).waitFor()
    await tabTo(theirs.page, words.names('change_request'))
    await keyboard.press('Enter')
    await theirs.page.waitForURL('**/o/change-requests')
    await theirs.page.getByRole('grid', { name: words.names('change_request') }).focus()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await theirs.page.getByRole('button', { name: words.proposal.verdict.approve }).waitFor()
    expect(await barriers(theirs.page)).toEqual([])
    await tabTo(theirs.page, words.proposal.opinion)
    expect(await focusName(theirs.page)).toBe(words.proposal.opinion)
    await keyboard.type('同意')
    await keyboard.press('Control+Enter')
    await theirs.page.getByRole('status').getByText(words.proposal.done.approve).waitFor()
    await theirs.page
      .getByText(words.choice('change_request', 'state', 'approved'))
      .first()
      .waitFor()
    expect(await roleOf()).toBe('manager')
    expect(await barriers(theirs.page)).toEqual([])

    await go(`/o/users/${clerk.id}`)
    await page
      .getByText(words.choice('user', 'role', 'manager'))
      .first()
      .waitFor()
    expect(await page.getByRole('region', { name: words.proposal.notice }).count()).toBe(0)
  })

  it('sends a change back and rejects it with grounds; its maker brings it again and takes it back', async () => {
    const { house } = stage
    await switchMode(house.kernel, false)
    const officer = await appointOfficers(house.kernel)
    await switchMode(house.kernel, true)
    const { id } = house.clerks[locale]
    const head = house.heads[locale]
    await callApi(house, officer, { method: 'PATCH', path: '/sessions/current', body: { locale } })
    const ask = async (clearance: string): Promise<string> => {
      const { version } = await callApi(house, head, { method: 'GET', path: `/users/${id}` })
      const body = { clearance, version }
      return (await callApi(house, head, { method: 'PATCH', path: `/users/${id}`, body })).proposed ?? ''
    }
    const [mine, theirs] = [await stage.visit(locale), await stage.visit(locale, { as: officer })]
    const { words } = mine
    const settle = async (request: string, verdict: 'return' | 'reject', grounds: string): Promise<void> => {
      await theirs.go(`/o/change-requests/${request}`)
      await theirs.page.getByLabel(words.proposal.opinion, { exact: true }).last().fill(grounds)
      await theirs.page.getByRole('button', { name: words.proposal.verdict[verdict] }).click()
      await theirs.page.getByRole('status').getByText(words.proposal.done[verdict]).waitFor()
    }
    const stateIs = (name: string) =>
      mine.page
        .getByText(words.choice('change_request', 'state', name), { exact: true })
        .first()
        .waitFor()

    const first = await ask('2')
    await mine.go(`/o/users/${id}`)
    const mark = mine.page.locator('.pending-value')
    await mark.getByText(words.choice('user', 'clearance', '2')).waitFor()
    expect(await barriers(mine.page)).toEqual([])
    await settle(first, 'return', '请写明理由')
    await mark.waitFor({ state: 'detached' })
    await mine.go(`/o/change-requests/${first}`)
    await mine.page.getByText(words.proposal.returned).waitFor()
    await mine.page.getByText('请写明理由').first().waitFor()
    await mine.page.getByLabel(words.proposal.grounds, { exact: true }).last().fill('接任组长')
    await mine.page.getByRole('button', { name: words.proposal.renew }).click()
    await mine.page.waitForURL((url) => !url.pathname.endsWith(first))
    await stateIs('pending')
    const second = new URL(mine.page.url()).pathname.split('/').at(-1) ?? ''
    await settle(second, 'reject', '现有权限已足够')
    await stateIs('rejected')

    await mine.go(`/o/change-requests/${await ask('3')}`)
    await mine.page.getByRole('button', { name: words.proposal.withdraw }).click()
    await mine.page.getByRole('status').getByText(words.proposal.withdrawn).waitFor()
    await stateIs('withdrawn')
    expect((await callApi(house, head, { method: 'GET', path: `/users/${id}` })).clearance ?? null).toBeNull()
  })

  it('sets what needs approval; a clerk’s change waits with its mark, and its superior sees both values and agrees', async () => {
    const { house } = stage
    await switchMode(house.kernel, false)
    const clerk = house.clerks[locale]
    const head = await stage.visit(locale)
    const { page, words, go } = head
    const own = words.own.approvals
    await go('/settings/objects/customer?tab=approvals')
    await page.getByText(own.none).waitFor()
    await page.getByRole('button', { name: own.add }).click()
    const form = page.getByRole('form', { name: own.add })
    await form.getByLabel(words.field('approval_rule', 'name'), { exact: true }).fill('简称须审批')
    const choose = async (field: string, option: string) => {
      await form.getByRole('combobox', { name: words.field('approval_rule', field), exact: true }).click()
      await page.keyboard.type(option)
      await page.keyboard.press('Enter')
      await form.getByLabel(words.field('approval_rule', 'name'), { exact: true }).focus()
    }
    await choose('fields', words.field('customer', 'shortName'))
    await choose('roles', words.choice('user', 'role', 'head'))
    await choose('needs', words.choice('approval_rule', 'needs', 'reason'))
    await page.locator('.approval-foresight strong').waitFor()
    expect(await barriers(page)).toEqual([])
    await form.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByRole('heading', { name: '简称须审批' }).waitFor()

    const { id } = await callApi(house, clerk, { path: '/customers', body: { name: '待批公司', shortName: '旧称' } })
    const theirs = await stage.visit(locale, { as: clerk })
    theirs.expectRefusal(422)
    await theirs.go(`/o/customers/${id}`)
    const name = words.field('customer', 'shortName')
    await theirs.page.getByRole('button', { name: fill(words.file.editField, { name }) }).click()
    await theirs.page.getByRole('textbox', { name }).fill('新称')
    await theirs.page.keyboard.press('Enter')
    const asked = theirs.page.getByRole('dialog', { name: words.requests.grounds.title })
    const send = asked.getByRole('button', { name: words.requests.grounds.send })
    await send.click()
    const grounds = words.field('change_request', 'grounds')
    await asked.getByText(fill(words.requests.grounds.missing, { field: grounds })).waitFor()
    expect(await barriers(theirs.page)).toEqual([])
    await asked.getByRole('textbox', { name: grounds }).fill('客户来电更名')
    const chooser = theirs.page.waitForEvent('filechooser')
    await asked.getByRole('button', { name: words.files.add }).click()
    await (await chooser).setFiles({ name: '更名通知.txt', mimeType: 'text/plain', buffer: Buffer.from('更名') })
    await asked.getByText('更名通知.txt').waitFor()
    await send.click()
    await theirs.page.getByRole('status').getByText(words.proposal.waits).waitFor()
    const mark = theirs.page.locator('.pending-value')
    await mark.getByText('新称').waitFor()
    await theirs.page.getByText('旧称').first().waitFor()
    expect(await barriers(theirs.page)).toEqual([])
    await mark.getByRole('link').click()
    await theirs.page.getByText(words.proposal.own).waitFor()
    const request = new URL(theirs.page.url()).pathname

    await go(request)
    const table = page.locator('.review-table')
    await table.getByText('旧称').waitFor()
    await table.getByText('新称').waitFor()
    await page.getByText('客户来电更名').first().waitFor()
    await page.getByText('更名通知.txt').waitFor()
    const opinion = page.getByLabel(words.proposal.opinion, { exact: true }).last()
    await opinion.fill('谁来的电话？')
    await page.getByRole('button', { name: words.requests.ask, exact: true }).click()
    await page.getByRole('status').getByText(words.requests.did.ask).waitFor()
    await theirs.page.getByLabel(words.requests.answerTo).fill('财务部王经理')
    expect(await barriers(theirs.page)).toEqual([])
    await theirs.page.getByRole('button', { name: words.requests.answer, exact: true }).click()
    await page.getByRole('list', { name: words.requests.course.title }).getByText('财务部王经理').waitFor()
    await page.getByRole('button', { name: words.requests.handOver }).click()
    await page.getByText(words.requests.handOverTo).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.file-beside').getByText('待批公司').first().waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.proposal.verdict.approve }).click()
    await page.getByRole('status').getByText(words.proposal.done.approve).waitFor()
    expect((await callApi(house, clerk, { method: 'GET', path: `/customers/${id}` })).shortName).toBe('新称')
  })
})
