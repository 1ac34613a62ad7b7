import { describe, expect, it } from 'vitest'
import { makeContext, systemActor } from '#kernel'
import { starterApprovals } from '#shared/starter-approvals'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { appointOfficers, switchMode } from '#test/officers'
import { focusName, tabTo } from './keyboard.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()
type Past = { items: readonly { field: string; reason: string | null }[] }

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

  it('offers usual rules, shows what one would do, and holds it only once it is saved', async () => {
    const { house } = stage
    await switchMode(house.kernel, false)
    const { page, words, go } = await stage.visit(locale)
    const own = words.own.approvals
    const [first, second] = starterApprovals.filter(({ object }) => object === 'purchase')
    if (!first || !second) throw new Error('There are two for purchases.')
    const rules = async () => {
      const where = encodeURIComponent(JSON.stringify({ object: 'purchase' }))
      const query = { method: 'GET', path: `/approval-rules?where=${where}` } as const
      return (await callApi<ListWire>(house, house.heads[locale], query)).items
    }
    await go('/settings/objects/purchase?tab=approvals')
    const usual = page.getByRole('listitem').filter({ hasText: first.name[locale] })
    await usual.getByRole('button', { name: own.look }).click()
    const form = page.getByRole('form', { name: own.add })
    await page.locator('.approval-foresight strong').waitFor()
    expect(await barriers(page)).toEqual([])
    await form.getByRole('button', { name: words.action.cancel, exact: true }).click()
    expect(await rules()).toEqual([])
    await usual.getByRole('button', { name: own.look }).click()
    await form.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByRole('heading', { name: first.name[locale] }).waitFor()
    const { object, operations, when, days } = first
    expect(await rules()).toMatchObject([{ object, operations, when, days, superior: true, name: first.name[locale] }])
    // What holds already is offered no more; the others still are.
    await page.getByText(fill(own.usual, { count: 1 })).click()
    await page.getByRole('listitem').filter({ hasText: second.name[locale] }).waitFor()
    expect(await usual.getByRole('button', { name: own.look }).count()).toBe(0)
    const { kernel } = house
    const system = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
    for (const { id } of await rules()) await system.recordsNamed('approval_rule').remove(id)
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
    // What says how values are keyed again is asked where they are.
    const holds = form.getByLabel(words.field('approval_rule', 'holds'), { exact: true })
    expect(await holds.count()).toBe(0)
    await form.getByLabel(words.field('approval_rule', 'again'), { exact: true }).click()
    await page.keyboard.press('Enter')
    await holds.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await holds.waitFor({ state: 'detached' })
    await choose('fields', words.field('customer', 'shortName'))
    await choose('roles', words.choice('user', 'role', 'head'))
    await choose('needs', words.choice('approval_rule', 'needs', 'reason'))
    await page.locator('.approval-foresight strong').waitFor()
    expect(await barriers(page)).toEqual([])
    await form.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByRole('heading', { name: '简称须审批' }).waitFor()
    // Elsewhere as well it is told by what its parts are called.
    await go('/o/approval-rules')
    await page.getByRole('gridcell', { name: words.names('customer'), exact: true }).waitFor()
    await page.getByRole('link', { name: '简称须审批', exact: true }).first().click()
    for (const part of [words.field('customer', 'shortName'), words.choice('user', 'role', 'head')])
      await page.getByText(part, { exact: true }).first().waitFor()

    const { id } = await callApi(house, clerk, { path: '/customers', body: { name: '待批公司', shortName: '旧称' } })
    await callApi(house, clerk, { path: '/follow-ups', body: { customer: id, content: '来电更名' } })
    const theirs = await stage.visit(locale, { as: clerk })
    theirs.expectRefusal(422)
    await theirs.go(`/o/customers/${id}`)
    const name = words.field('customer', 'shortName')
    // What the customer told leads to the form, and proves what is corrected there.
    await theirs.page.getByRole('link', { name: words.timeline.correct }).click()
    await theirs.page.getByRole('region', { name: words.requests.correction.title }).getByText('来电更名').waitFor()
    await theirs.page.getByRole('textbox', { name, exact: true }).fill('新称')
    expect(await barriers(theirs.page)).toEqual([])
    await theirs.page.keyboard.press('Control+Enter')
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
    expect(await asked.getByRole('checkbox', { name: '来电更名' }).isChecked()).toBe(true)
    await asked.getByTitle(words.choice('change_request', 'source', 'call'), { exact: true }).waitFor()
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
    await page.getByRole('list', { name: words.requests.linked.title }).getByText('来电更名').waitFor()
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

    // What no rule holds is made at once, and the history names what it was corrected by.
    await theirs.go(`/o/customers/${id}`)
    await theirs.page.getByRole('link', { name: words.timeline.correct }).click()
    await theirs.page.getByRole('region', { name: words.requests.correction.title }).getByText('来电更名').waitFor()
    await theirs.page.getByRole('textbox', { name: words.field('customer', 'fax'), exact: true }).fill('010-88886666')
    await theirs.page.keyboard.press('Control+Enter')
    await theirs.page.waitForURL(`**/o/customers/${id}`)
    const [made] = (await callApi<Past>(house, clerk, { method: 'GET', path: `/customers/${id}/history` })).items
    const told = fill(words.timeline.corrected, { name: words.name('follow_up'), facts: '' })
    expect(made).toMatchObject({ field: 'fax', reason: expect.stringContaining(told) })

    // Both at once, as one request that is signed once.
    const several: string[] = []
    for (const of of ['丙公司', '丁公司'])
      several.push((await callApi(house, clerk, { path: '/customers', body: { name: of } })).id)
    const list = encodeURIComponent(JSON.stringify({ name: { in: ['丙公司', '丁公司'] } }))
    await theirs.go(`/o/customers?where=${list}`)
    await theirs.page.getByRole('row', { name: '丙公司' }).getByRole('checkbox').check()
    await theirs.page.getByRole('row', { name: '丁公司' }).getByRole('checkbox').check()
    await theirs.page.getByRole('button', { name: words.bulk.change, exact: true }).click()
    await theirs.page.getByRole('combobox', { name: words.filter.field }).click()
    await theirs.page.keyboard.type(name)
    await theirs.page.keyboard.press('Enter')
    await theirs.page.getByRole('textbox', { name }).fill('合称')
    await theirs.page.getByRole('button', { name: words.action.save, exact: true }).click()
    await asked.getByRole('textbox', { name: grounds }).fill('集团统一')
    await asked.getByRole('checkbox', { name: fill(words.requests.grounds.together, { count: 2 }) }).check()
    await send.click()
    await theirs.page.getByRole('button', { name: words.proposal.show, exact: true }).click()
    await theirs.page.getByText(fill(words.requests.parts.count, { count: 2 })).waitFor()
    await go(new URL(theirs.page.url()).pathname)
    await page.getByRole('article', { name: '丁公司' }).getByText('合称').waitFor()
    await page.getByRole('button', { name: words.proposal.verdict.approve }).click()
    await page.getByRole('status').getByText(words.proposal.done.approve).waitFor()
    for (const one of several)
      expect((await callApi(house, clerk, { method: 'GET', path: `/customers/${one}` })).shortName).toBe('合称')

    // What is new is opened again in its form with what was typed, and put back changed.
    const held = { operation: 'create', object: 'contacts', values: { customer: id, name: '沈新', title: '采购' } }
    await callApi(house, clerk, { path: '/gathered-changes', body: held })
    await theirs.page.reload()
    await theirs.page.getByRole('button', { name: words.requests.gathered.look }).click()
    await theirs.page.getByRole('button', { name: words.requests.gathered.edit }).click()
    const again = theirs.page.getByRole('dialog', {
      name: fill(words.form.createTitle, { name: words.name('contact') }),
    })
    await again
      .getByRole('textbox', { name: words.field('contact', 'name') })
      .first()
      .fill('沈欣')
    expect(await again.getByRole('textbox', { name: words.field('contact', 'title') }).inputValue()).toBe('采购')
    // The list of the first field, which had the focus, is closing; until then its value is pale.
    await again.locator('.ant-select-open').waitFor({ state: 'detached' })
    expect(await barriers(theirs.page)).toEqual([])
    await again.getByRole('button', { name: words.action.save, exact: true }).click()
    const waiting = theirs.page.getByRole('dialog', { name: words.requests.gathered.title })
    await waiting.getByRole('article', { name: '沈欣' }).getByText('采购').waitFor()
    expect(await waiting.getByRole('article').count()).toBe(1)
    await waiting.getByRole('button', { name: words.requests.gathered.out, exact: true }).click()
    await theirs.page
      .getByRole('dialog', { name: words.requests.gathered.outTitle })
      .getByRole('button', { name: words.requests.gathered.out, exact: true })
      .click()
    await waiting.getByText(words.requests.gathered.none, { exact: true }).waitFor()

    // One after the other, put together first; what another has changed meanwhile is told before it is sent.
    const { gathered } = words.requests
    for (const [at, one] of several.entries()) {
      await theirs.go(`/o/customers/${one}`)
      await theirs.page.getByRole('button', { name: fill(words.file.editField, { name }) }).click()
      await theirs.page.getByRole('textbox', { name }).fill(`分称${at}`)
      await theirs.page.keyboard.press('Enter')
      await asked.getByRole('button', { name: gathered.put }).click()
      await theirs.page.getByRole('status').getByText(words.proposal.gathered).first().waitFor()
    }
    const [changed = ''] = several
    const { version: now } = await callApi(house, clerk, { method: 'GET', path: `/customers/${changed}` })
    const other = { website: 'https://example.com', version: now }
    await callApi(house, house.heads[locale], { method: 'PATCH', path: `/customers/${changed}`, body: other })
    await theirs.page.reload()
    await theirs.page.getByText(fill(gathered.notice, { count: 2 })).waitFor()
    await theirs.page.getByRole('button', { name: gathered.look }).click()
    const tray = theirs.page.getByRole('dialog', { name: gathered.title })
    await tray.getByRole('article', { name: '丁公司' }).getByText('分称1').waitFor()
    const ready = tray.getByRole('button', { name: fill(gathered.sendAll, { count: 2 }) })
    expect(await ready.isDisabled()).toBe(true)
    expect(await barriers(theirs.page)).toEqual([])
    await tray.getByRole('article', { name: '丙公司' }).getByRole('button', { name: gathered.keep }).click()
    await ready.click()
    await asked.getByRole('textbox', { name: grounds }).fill('两份一起更正')
    await send.click()
    await theirs.page.getByRole('button', { name: words.proposal.show, exact: true }).click()
    await theirs.page.getByText(fill(words.requests.parts.count, { count: 2 })).waitFor()
    expect(await theirs.page.getByRole('button', { name: gathered.look }).count()).toBe(0)
    await go(new URL(theirs.page.url()).pathname)
    await page.getByRole('article', { name: '丁公司' }).getByText('分称1').waitFor()
    await page.getByRole('button', { name: words.proposal.verdict.approve }).click()
    await page.getByRole('status').getByText(words.proposal.done.approve).waitFor()
    expect((await callApi(house, clerk, { method: 'GET', path: `/customers/${changed}` })).shortName).toBe('分称0')

    // Two more, on which one word is said.
    const header = { 'x-dossier-grounds': encodeURIComponent(JSON.stringify({ reason: '客户来电' })) }
    for (const name of ['甲公司', '乙公司']) {
      const made = await callApi(house, clerk, { path: '/customers', body: { name } })
      const body = { shortName: `${name}新称`, version: made.version }
      await callApi(house, clerk, { method: 'PATCH', path: `/customers/${made.id}`, body, headers: header })
    }
    await go('/o/change-requests')
    await page.getByText('甲公司').first().waitFor()
    await page.getByRole('row', { name: '甲公司' }).getByRole('checkbox').check()
    await page.getByRole('row', { name: '乙公司' }).getByRole('checkbox').check()
    await page.getByRole('button', { name: words.proposal.together }).click()
    const sheet = page.getByRole('dialog', { name: words.requests.together.title })
    for (const place of [1, 2]) {
      const sample = sheet.getByRole('article', { name: fill(words.requests.together.place, { place, of: 2 }) })
      await sample.locator('.review-table').waitFor()
      if (place === 1) expect(await barriers(page)).toEqual([])
      await sample.getByRole('button', { name: words.requests.together.right }).click()
    }
    await sheet.getByText(fill(words.requests.together.all, { total: 2 })).waitFor()
    await sheet.getByRole('button', { name: words.proposal.verdict.approve }).click()
    await sheet.getByText(fill(words.requests.together.done, { total: 2 })).waitFor()
    const where = encodeURIComponent(JSON.stringify({ shortName: { contains: '公司新称' } }))
    expect((await callApi(house, clerk, { method: 'GET', path: `/customers?where=${where}` })).total).toBe(2)
  })

  it('holds a clerk’s change until a second person has keyed it unseen; where they differ a third sees both, and it counts', async () => {
    const { house } = stage
    await switchMode(house.kernel, false)
    const [head, clerk] = [house.heads[locale], house.clerks[locale]]
    // Who sees every file, but not this one until it is keyed.
    const second = house.heads[locale === 'zh' ? 'en' : 'zh']
    await callApi(house, second, { method: 'PATCH', path: '/sessions/current', body: { locale } })
    const whole = { object: 'customer', name: '官网二次录入', operations: ['update'], fields: ['website'], again: true }
    await callApi(house, head, { path: '/approval-rules', body: { ...whole, holds: true, people: [second.id] } })
    const values = { name: '双录公司', website: 'https://old.example.com', owner: head.id, collaborators: [clerk.id] }
    const { id } = await callApi(house, head, { path: '/customers', body: values })

    const first = await stage.visit(locale, { as: clerk })
    const { words } = first
    first.expectRefusal(422)
    const name = words.field('customer', 'website')
    await first.go(`/o/customers/${id}`)
    await first.page.getByRole('button', { name: fill(words.file.editField, { name }) }).click()
    await first.page.getByRole('textbox', { name }).fill('https://first.example.com')
    await first.page.keyboard.press('Enter')
    const asked = first.page.getByRole('dialog', { name: words.requests.grounds.title })
    await asked.getByRole('button', { name: words.requests.grounds.send }).click()
    await first.page.locator('.pending-value').getByText('first.example.com').waitFor()
    await first.page.getByText(fill(words.keying.held, { fields: '.+' }).split('.+')[0] ?? '').waitFor()

    const theirs = await stage.visit(locale, { as: second })
    theirs.expectRefusal(404)
    await theirs.go('/keying')
    const form = theirs.page.getByRole('form', { name })
    await form.getByRole('textbox', { name }).waitFor()
    expect(await theirs.page.getByText('first.example.com').count()).toBe(0)
    expect(await barriers(theirs.page)).toEqual([])
    await theirs.go(`/o/customers/${id}`)
    await theirs.page.getByText(words.error.notFound).waitFor()
    await theirs.go('/o/change-requests')
    // Others that wait may be there or not; of this one there is no word.
    await theirs.page.getByRole('heading', { name: words.names('change_request') }).waitFor()
    await theirs.page.locator('.skeleton').waitFor({ state: 'detached' })
    expect(await theirs.page.getByText('双录公司').count()).toBe(0)
    await theirs.go('/keying')
    await form.getByRole('textbox', { name }).fill('https://second.example.com')
    await theirs.page.keyboard.press('Enter')
    await theirs.page.getByRole('status').getByText(words.keying.differs).waitFor()

    const { page, go } = await stage.visit(locale)
    await go('/inbox')
    await page.getByRole('region', { name: words.today.requests }).getByText('双录公司').click()
    const table = page.locator('.review-table')
    for (const one of ['old', 'first', 'second']) await table.getByText(`${one}.example.com`).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.requests.counter }).click()
    await page.getByRole('status').getByText(words.requests.countered).waitFor()
    expect((await callApi(house, head, { method: 'GET', path: `/customers/${id}` })).website).toBe(
      'https://second.example.com',
    )
    // Of what the clerk entered one was looked through by others, and was not right.
    await go('/indicators')
    const row = page
      .locator('.indicators-table tr')
      .filter({ hasText: words.locale === 'zh' ? '许晴' : 'Oliver Grant' })
    await row.getByText('0/1').waitFor()
  })
})
