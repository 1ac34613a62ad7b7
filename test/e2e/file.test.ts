import { describe, expect, it, onTestFinished } from 'vitest'
import { makeContext, sql, startFinding, startSession, systemActor } from '#kernel'
import type { RecordAnswer } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { pastePicture, pasteText } from './drop-file.ts'
import { countEffort } from './effort.ts'
import { focusName, tabTo } from './keyboard.ts'
import { languages, useStage } from './stage.ts'
import { today } from './visit.ts'
import { fill } from './words.ts'

const stage = useStage()

/** A picture of one pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const makeCustomer = (name: string) =>
  callApi(stage.house, stage.house.heads.zh, { path: '/customers', body: { name } })

/** A form that is left as it is stays for who opens it next. */
const dropDraft = (as: SignedIn) =>
  callApi(stage.house, as, { method: 'DELETE', path: '/form-drafts?object=customers' })

describe.each(languages('zh'))('in %s', (locale) => {
  it('enters a new customer by keyboard alone, mends what was refused, and saves by Ctrl+Enter', async () => {
    const name = `锦屏仪器${locale}有限公司`
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    expectRefusal(422)
    await go('/o/customers')
    await page.getByRole('heading', { name: words.names('customer'), level: 1 }).waitFor()
    await tabTo(page, fill(words.action.createNamed, { name: words.name('customer') }))
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog')
    await form.waitFor()
    await expect.poll(() => focusName(page)).toContain(words.field('customer', 'name'))
    await page.keyboard.press('Control+Enter')
    await form.getByText(fill(words.form.required, { field: words.field('customer', 'name') })).waitFor()
    await expect.poll(() => focusName(page)).toContain(words.field('customer', 'name'))
    await page.keyboard.type(name)
    await tabTo(page, words.field('customer', 'phone'))
    await page.keyboard.type('12')
    await page.keyboard.press('Control+Enter')
    await form.getByText(words.form.checkFields).waitFor()
    await expect.poll(() => focusName(page)).toContain(words.field('customer', 'phone'))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('13666667777')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.getByText('136 6666 7777').waitFor()
  })

  it('verifies a value by one key, asks for it again when it is another, and takes that it cannot be found out', async () => {
    const body = { name: `核实${locale}有限公司`, phone: '13712340088', type: 'company' }
    const { id } = await callApi(stage.house, stage.house.heads.zh, { path: '/customers', body })
    const { page, words, go } = await stage.visit(locale)
    await go(`/o/customers/${id}`)
    const name = words.field('customer', 'phone')
    const mark = page.getByRole('button', { name: fill(words.verify.verify, { name, how: words.verify.ways.call }) })
    const more = page.getByRole('button', { name: fill(words.verify.more, { name }) })
    expect(await mark.getAttribute('title')).toContain(words.verify.toldNever)
    await mark.press('Enter')
    await page.getByText(fill(words.verify.done, { name, how: words.verify.ways.call })).waitFor()
    await expect.poll(() => mark.getAttribute('title')).toContain(`${words.verify.ages.fresh}`)
    await more.press('Enter')
    await page.getByRole('menuitem', { name: words.verify.ways.document }).press('Enter')
    await page.getByText(fill(words.verify.done, { name, how: words.verify.ways.document })).waitFor()
    const byDocument = page.getByRole('button', { name: words.verify.ways.document })
    await expect.poll(() => byDocument.first().getAttribute('title')).toContain(words.verify.ages.fresh)
    const read = () =>
      callApi<RecordAnswer>(stage.house, stage.house.heads.zh, { method: 'GET', path: `/customers/${id}` })
    expect((await read()).verifications).toMatchObject([{ field: 'phone', how: 'document' }])

    const change = (phone: string | null, version: number) =>
      callApi(stage.house, stage.house.heads.zh, {
        method: 'PATCH',
        path: `/customers/${id}`,
        body: { phone, version },
      })
    await change('13712340099', 1)
    await expect.poll(() => byDocument.first().getAttribute('title')).toContain(words.verify.toldNever)
    await change(null, 2)
    await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
    await page.getByRole('menuitem', { name: words.file.history }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('tab', { name: words.history.verified }).click()
    await drawer.getByText(words.verify.over).nth(1).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: fill(words.verify.cannot, { name }) }).press('Enter')
    await page.getByRole('menuitem', { name: words.verify.ways.unreachable }).press('Enter')
    await page.getByText(words.verify.cannotShort, { exact: true }).waitFor()
    expect((await read()).verifications).toMatchObject([{ field: 'phone', how: 'unreachable' }])
  })

  it('says while a new customer is typed which may be there already, and of those out of sight only that there may be one', async () => {
    const title = `云杉装饰${locale}有限公司`
    const phone = '13712340077'
    const { id } = await callApi(stage.house, stage.house.heads.zh, {
      path: '/customers',
      body: { name: title, phone },
    })
    // Keys of names are written behind the answer.
    const system = makeContext({ kernel: stage.house.kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
    await system.transaction((tx) => startFinding(tx, { object: 'customer', everything: true }))
    const asking = { path: '/duplicate-checks', body: { object: 'customers', values: { name: title } } }
    await expect
      .poll(() => callApi(stage.house, stage.house.heads.zh, asking), { timeout: 20_000 })
      .toMatchObject({ records: [{ title }] })
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers/new')
    const form = page.getByRole('dialog')
    const hint = form.getByText(words.form.alike)
    await form.locator('#name').fill(`云杉装饰${locale}股份公司`)
    await hint.getByRole('link', { name: title }).waitFor()
    await form.locator('#name').fill('别的名字')
    await hint.waitFor({ state: 'detached' })
    await form.locator('#phone').fill('137 1234 0077')
    await hint.getByRole('link', { name: title }).click()
    await page.waitForURL(`**/customers/${id}`)
    await page.getByText(words.draft.stays).waitFor()
    await dropDraft(stage.house.heads[locale])

    const clerk = await stage.visit(locale, { as: stage.house.clerks[locale] })
    const asked: unknown[] = []
    clerk.page.on('request', (request) => {
      if (request.url().endsWith('/duplicate-checks')) asked.push(request.postDataJSON().values)
    })
    await clerk.go('/o/customers/new')
    const theirs = clerk.page.getByRole('dialog')
    await theirs.locator('#phone').fill(phone)
    const answered = clerk.page.waitForResponse((response) => response.url().endsWith('/duplicate-checks'))
    await theirs.locator('#name').fill(title)
    expect(await (await answered).json()).toEqual({ records: [], hidden: true })
    await theirs.getByText(words.form.alikeHidden).waitFor()
    expect(asked).toEqual([{ name: title }])
    expect(await theirs.getByText(words.form.alike).count()).toBe(0)
  })

  it('fills a new customer from a pasted card, once its values are looked through', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/o/customers/new')
    const form = page.getByRole('dialog')
    const name = form.locator('#name')
    const card = `蓝桉${locale}环保科技有限公司\n吴楠 总经理\n手机：139 5712 3456\nwunan@lanan.example.com\n浙江省杭州市余杭区文一西路969号`
    await pasteText(name, card)
    const paste = form.getByRole('region', { name: words.paste.title })
    await paste.getByText('浙江省 杭州市 余杭区').waitFor()
    await paste.getByRole('checkbox', { name: words.field('customer', 'email') }).uncheck()
    await paste.getByRole('button', { name: fill(words.paste.take, { count: 4 }) }).press('Enter')
    await expect.poll(() => name.inputValue()).toBe(`蓝桉${locale}环保科技有限公司`)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: `蓝桉${locale}环保科技有限公司`, level: 1 }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const made = await callApi(stage.house, stage.house.heads.zh, { method: 'GET', path: `/customers/${id}` })
    expect(made).toMatchObject({ phone: '+8613957123456', email: null, region: '330110', street: '文一西路969号' })
  })

  it('finds what was typed again after a reload and after signing out, and takes back that it was thrown away', async () => {
    const { house } = stage
    const arrive = async () => {
      const { token } = await startSession(house.kernel.db, house.heads[locale].id, { ip: null, agent: 'test' })
      return stage.visit(locale, { as: { ...house.heads[locale], cookie: token } })
    }
    const { id } = await makeCustomer(`没写完${locale}有限公司`)
    const { page, words, go } = await arrive()
    await go('/o/customers/new')
    const form = page.getByRole('dialog')
    const name = form.locator('#name')
    await name.fill('写到一半的客户')
    await form.getByRole('combobox', { name: words.field('customer', 'source') }).click()
    await page.locator('.ant-select-item-option').first().click()
    await page.reload()
    await form.getByRole('button', { name: words.draft.discard }).waitFor()
    expect(await name.inputValue()).toBe('写到一半的客户')
    await form.getByRole('button', { name: words.draft.discard }).click()
    await expect.poll(() => name.inputValue()).toBe('')
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await expect.poll(() => name.inputValue()).toBe('写到一半的客户')
    await form.getByRole('button', { name: words.action.cancel }).click()
    await page.getByText(words.draft.stays).waitFor()

    await go(`/o/customers/${id}`)
    const composer = page.getByRole('region', { name: fill(words.composer.write, { name: words.name('follow_up') }) })
    await composer.getByRole('textbox', { name: words.field('follow_up', 'content') }).fill('谈到一半')
    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.shell.signOut }).click()
    await page.waitForURL('**/sign-in')

    const again = await arrive()
    await again.go(`/o/customers/${id}`)
    const text = again.page.getByRole('textbox', { name: words.field('follow_up', 'content') })
    await expect.poll(() => text.inputValue()).toBe('谈到一半')
    await text.press('Control+Enter')
    await again.page.getByText(words.composer.saved).waitFor()
    await again.go('/o/customers/new')
    const there = again.page.getByRole('dialog')
    await expect.poll(() => there.locator('#name').inputValue()).toBe('写到一半的客户')
    await again.page.keyboard.press('Control+Enter')
    await again.page.getByRole('heading', { name: '写到一半的客户', level: 1 }).waitFor()
    const { draft } = await callApi(house, house.heads[locale], {
      method: 'GET',
      path: '/form-drafts?object=customers',
    })
    expect(draft).toBeNull()
  })

  it('saves a file that lacks what its case needs, says why, and has it among the tasks until it is complete', async () => {
    const { house } = stage
    const head = house.heads[locale]
    const rule = { object: 'customer', field: 'fax', rule: 'required', when: { tier: 'ordinary' } }
    const { id } = await callApi<{ id: string }>(house, head, { path: '/field-rules', body: rule })
    onTestFinished(async () => {
      await callApi(house, head, { method: 'DELETE', path: `/field-rules/${id}` })
    })
    const { page, words, go } = await stage.visit(locale)
    const title = locale === 'zh' ? '补全客户档案' : 'Complete the customer’s file'
    await go('/o/customers/new')
    const form = page.getByRole('dialog')
    await form.locator('#name').fill('雁荡宾馆')
    await form.getByRole('combobox', { name: words.field('customer', 'tier') }).press('ArrowDown')
    const ordinary = words.choice('customer', 'tier', 'ordinary')
    await page.locator('.ant-select-item-option').filter({ hasText: ordinary }).click()
    await page.keyboard.press('Control+Enter')
    await form.getByRole('button', { name: words.form.later.action }).click()
    const later = page.getByRole('dialog', { name: words.form.later.title })
    await later.getByLabel(words.form.later.why).fill('前台下周给号码')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '雁荡宾馆', level: 1 }).waitFor()
    const file = page.url()
    await go('/o/tasks')
    await page.getByRole('link', { name: title }).first().click()
    await page.getByText('前台下周给号码').waitFor()
    await page.goto(file)
    const lacking = page.getByRole('region', { name: words.file.incomplete })
    const fax = words.field('customer', 'fax')
    await lacking.getByRole('button', { name: fill(words.file.completeNamed, { name: fax }) }).click()
    await lacking.getByRole('textbox', { name: fax }).fill('0577-88123456')
    await page.keyboard.press('Enter')
    await lacking.waitFor({ state: 'detached' })
    const where = encodeURIComponent(JSON.stringify({ kind: 'completion', state: 'open' }))
    const { total } = await (await page.request.get(`/api/tasks?where=${where}`)).json()
    expect(total).toBe(0)
  })

  it('writes a follow-up with its next step, and sees it on the timeline', async () => {
    const { id } = await makeCustomer(`澄江印务${locale}有限公司`)
    const { page, words, go } = await stage.visit(locale)
    await go(`/o/customers/${id}`)
    const composer = page.getByRole('region', { name: fill(words.composer.write, { name: words.name('follow_up') }) })
    // It stays in sight, whatever modules show of the file.
    await page.getByRole('heading', { name: words.team.title }).waitFor()
    const place = await composer.boundingBox()
    expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThan(900)
    await composer.getByText(words.choice('follow_up', 'method', 'meeting'), { exact: true }).click()
    await composer.getByRole('textbox', { name: words.field('follow_up', 'content') }).fill('谈了 **年度框架合同**')
    await composer.getByRole('textbox', { name: words.field('follow_up', 'nextStep') }).fill('寄样册')
    const nextAt = composer.getByRole('textbox', { name: words.field('follow_up', 'nextAt') })
    await nextAt.fill('in 3 days')
    await nextAt.press('Enter')
    expect(await nextAt.inputValue()).toBe(today().add(3, 'day').format('YYYY-MM-DD'))
    await pastePicture(composer, pixel, '现场.png')
    await composer.getByText('现场.png').waitFor()
    await composer.getByRole('textbox', { name: words.field('follow_up', 'nextStep') }).press('Control+Enter')
    const entry = page
      .getByRole('region', { name: words.timeline.title })
      .getByRole('listitem')
      .filter({ hasText: '寄样册' })
    await entry.getByText('年度框架合同').waitFor()
    await entry.getByText(words.choice('follow_up', 'method', 'meeting'), { exact: true }).waitFor()
    await page.getByText(words.composer.saved).waitFor()
    expect(await composer.getByRole('textbox', { name: words.field('follow_up', 'content') }).inputValue()).toBe('')
    await entry.getByText('现场.png').waitFor()

    const bar = page.getByRole('list', { name: words.field('customer', 'stage') })
    const at = () => bar.locator('[aria-current="step"]').innerText()
    expect(await at()).toBe(words.choice('customer', 'stage', 'prospect'))
    await bar.getByRole('button', { name: words.choice('customer', 'stage', 'loyal') }).click()
    await expect.poll(at).toBe(words.choice('customer', 'stage', 'loyal'))
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await expect.poll(at).toBe(words.choice('customer', 'stage', 'prospect'))
  })

  it('offers for a follow-up the contacts of its own customer, and forgets one of another', async () => {
    const [own, other] = await Promise.all([
      makeCustomer(`漓江${locale}有限公司`),
      makeCustomer(`珠江${locale}有限公司`),
    ])
    const contacts = [
      { customer: own.id, name: '漓一帆' },
      { customer: other.id, name: '珠小明' },
    ]
    for (const body of contacts) await callApi(stage.house, stage.house.heads.zh, { path: '/contacts', body })
    const { page, words, go } = await stage.visit(locale)
    await go('/o/follow-ups/new')
    const form = page.getByRole('dialog')
    const select = (field: string) => form.getByRole('combobox', { name: words.field('follow_up', field) })
    const offered = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    const choose = async (field: string, text: string) => {
      await select(field).fill(text)
      await offered.getByText(text).click()
    }
    await choose('customer', `漓江${locale}`)
    await select('contact').click()
    await expect.poll(() => offered.allInnerTexts()).toEqual(['漓一帆'])
    await offered.getByText('漓一帆').click()
    const contact = form.locator('.ant-form-item').filter({ has: page.getByLabel(words.field('follow_up', 'contact')) })
    await expect.poll(() => contact.innerText()).toContain('漓一帆')
    await choose('customer', `珠江${locale}`)
    await expect.poll(() => contact.innerText()).not.toContain('漓一帆')
    await select('contact').click()
    await expect.poll(() => offered.allInnerTexts()).toEqual(['珠小明'])
  })

  it('lets a clerk who is new here enter a file with its contact, a need and the first follow-up within three minutes', async () => {
    const { house } = stage
    const clerk = house.clerks[locale]
    await dropDraft(clerk)
    await house.kernel.db.rows(sql`delete from own_setting where person = ${clerk.id}::uuid`)
    const { page, words, go } = await stage.visit(locale, { as: clerk })
    const effort = await countEffort(page)
    const type = async (label: string, text: string) => {
      await page.getByRole('dialog').getByLabel(label).click()
      await page.keyboard.type(text)
    }
    const save = () => page.getByRole('dialog').getByRole('button', { name: words.action.save }).click()
    await go('/o/customers')
    await page.getByRole('button', { name: fill(words.action.createNamed, { name: words.name('customer') }) }).click()
    await type(words.field('customer', 'name'), `沅水建材${locale}有限公司`)
    await page.getByRole('dialog').locator('#phone').click()
    await page.keyboard.type('13755557777')
    await save()
    await page.getByRole('heading', { name: `沅水建材${locale}有限公司`, level: 1 }).waitFor()
    for (const [child, field, text] of [
      ['contact', 'name', '欧阳明月'],
      ['need', 'title', '三月前到货'],
    ] as const) {
      await page.getByRole('button', { name: fill(words.file.addChild, { name: words.name(child) }) }).click()
      await type(words.field(child, field), text)
      await save()
      await page
        .getByRole('region', { name: words.names(child), exact: true })
        .getByRole('button', { name: text })
        .waitFor()
    }
    const composer = page.getByRole('region', { name: fill(words.composer.write, { name: words.name('follow_up') }) })
    await composer.getByRole('textbox', { name: words.field('follow_up', 'content') }).click()
    await page.keyboard.type('电话里问了报价，周五前答复')
    await composer.getByRole('button', { name: words.action.save }).click()
    await page.getByText(words.composer.saved).waitFor()
    const { keys, clicks, seconds } = await effort()
    console.log(`A file with contact, need and follow-up: ${keys} keys, ${clicks} clicks, about ${seconds} s`)
    expect(clicks).toBeLessThanOrEqual(12)
    expect(keys).toBeLessThanOrEqual(110)
    expect(seconds).toBeLessThan(180)
  })

  it('lets two who changed the same fields choose whose value stays', async () => {
    const { id, version } = await makeCustomer(`湘西茶业${locale}有限公司`)
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    expectRefusal(409)
    await go(`/o/customers/${id}/edit`)
    const form = page.getByRole('dialog')
    await form.getByLabel(words.field('customer', 'shortName')).fill('我的简称')
    await form.getByLabel(words.field('customer', 'wechat')).fill('mine-wechat')
    await callApi(stage.house, stage.house.heads.zh, {
      method: 'PATCH',
      path: `/customers/${id}`,
      body: { version, shortName: '他的简称', wechat: 'their-wechat' },
    })
    await form.getByRole('button', { name: words.action.save }).click()
    const question = page.getByRole('dialog', { name: words.stale.title })
    const answer = (field: string, whose: string) =>
      question.getByRole('radiogroup', { name: words.field('customer', field) }).getByRole('radio', { name: whose })
    await answer('shortName', words.stale.mine).check()
    await answer('wechat', words.stale.theirs).check()
    await question.getByRole('button', { name: words.stale.save }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const saved = await callApi(stage.house, stage.house.heads.zh, { method: 'GET', path: `/customers/${id}` })
    expect(saved).toMatchObject({ shortName: '我的简称', wechat: 'their-wechat' })
  })
})
