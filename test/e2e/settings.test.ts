import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { setPasswordHash, sql } from '#kernel'
import { callApi } from '#test/call-api'
import { password } from '#test/house-with-pages'
import { readPdf } from '#test/read-pdf'
import { hashPassword } from '../../src/server/sign-in/password.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

// A picture of one pixel.
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe.each(languages('en'))('in %s', (locale) => {
  // A house for each language: what one has added to an object would stand in the other's way.
  const stage = useStage()

  it('lets a colleague work on a file, changes it and takes it back, without leaving the file', async () => {
    const { house } = stage
    const clerk = house.clerks[locale]
    const { id } = await callApi(house, house.heads[locale], {
      path: '/customers',
      body: { name: `扶摇木业${locale}` },
    })
    const { page, words, go } = await stage.visit(locale)
    const reads = async (): Promise<boolean> => {
      const cookie = `dossier=${clerk.cookie}`
      return (await fetch(`${house.address}/api/customers/${id}`, { headers: { cookie } })).ok
    }
    const choose = async (field: string, text: string) => {
      await team
        .getByRole('form')
        .getByRole('combobox', { name: words.field('team_member', field) })
        .fill(text)
      await page.locator('.ant-select-item-option').filter({ hasText: text }).click()
    }
    await go(`/o/customers/${id}`)
    const team = page.getByRole('region', { name: words.team.title })
    await team.getByText(words.team.none).waitFor()
    expect(await reads()).toBe(false)
    await team.getByRole('button', { name: words.team.add }).click()
    const person = locale === 'zh' ? '许晴' : 'Oliver Grant'
    await choose('user', person)
    await team.getByRole('button', { name: words.action.save }).click()
    const line = team.getByRole('listitem').filter({ hasText: person })
    await line.getByText(words.choice('team_member', 'access', 'read')).waitFor()
    await expect.poll(reads).toBe(true)
    await team.getByRole('button', { name: fill(words.team.change, { name: person }) }).click()
    await choose('access', words.choice('team_member', 'access', 'work'))
    await team.getByRole('button', { name: words.action.save }).click()
    await line.getByText(words.choice('team_member', 'access', 'work')).waitFor()
    expect(await barriers(page)).toEqual([])
    const remove = fill(words.team.remove, { name: person })
    await team.getByRole('button', { name: remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: remove }).click()
    await team.getByText(words.team.none).waitFor()
    await expect.poll(reads).toBe(false)
  })

  it('lists every setting that one may open, found by its words, and none that one may not', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { house } = words
    await go('/o/customers')
    await page.getByRole('navigation').getByRole('link', { name: words.settings.title }).click()
    const proof = page.getByRole('region', { name: house.groups.proof })
    await proof.getByRole('link', { name: house.lines.audit }).waitFor()
    const paths = await page
      .locator('#main')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(paths).toEqual(expect.arrayContaining(['/o/units', '/o/users', '/settings/mail', '/o/purposes', '/audit']))
    expect(new Set(paths).size).toBe(paths.length)
    expect(await barriers(page)).toEqual([])
    const search = page.getByRole('searchbox', { name: house.search })
    await search.fill(locale === 'zh' ? '证书' : 'nonsense')
    await page.getByText(house.none).waitFor()
    await search.fill(locale === 'zh' ? '发信' : 'server that sends')
    await proof.waitFor({ state: 'detached' })
    await page.locator('#main').getByRole('link', { name: words.mail.title }).click()
    await page.waitForURL('**/settings/mail')
    await page.getByRole('heading', { name: words.mail.title, level: 1 }).waitFor()

    const clerk = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await clerk.go('/settings')
    await clerk.page.getByRole('heading', { name: words.error.notFound }).waitFor()
    expect(await clerk.page.getByRole('searchbox', { name: house.search }).count()).toBe(0)
  })

  it('shows the company in a colour of its own that can be read, at its door too, and takes it back', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { look } = words.house
    const colourOf = (one: typeof page): Promise<string> =>
      one.evaluate('getComputedStyle(document.documentElement).getPropertyValue("--primary")')
    const logoOf = (one: typeof page): Promise<string | null> => one.locator('img').first().getAttribute('src')
    const accent = page.getByLabel(words.field('company', 'accent'), { exact: true })
    const save = page.getByRole('button', { name: words.action.save, exact: true })
    await go('/settings/look')
    const usual = await colourOf(page)
    await accent.fill('#ffd')
    await page.getByText(look.accentForm).waitFor()
    expect(await save.isDisabled()).toBe(true)
    await accent.fill('#ffd400')
    const note = page.locator('p').filter({ hasText: /#[0-9a-f]{6}/ })
    const [nearest = ''] = /#[0-9a-f]{6}/.exec(await note.innerText()) ?? []
    expect(await note.innerText()).toContain(fill(look.accentFaint, { colour: nearest, ratio: '4.6' }))
    expect(await barriers(page)).toEqual([])
    await save.click()
    await expect.poll(() => colourOf(page)).toBe(nearest)
    await page.getByRole('button', { name: words.action.undo }).click()
    await expect.poll(() => colourOf(page)).toBe(usual)

    await accent.fill(nearest)
    await page.getByLabel(words.field('company', 'signInText')).fill('仅限本公司员工')
    const picture = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') }
    await page.getByLabel(look.logoChoose).setInputFiles(picture)
    await page.getByRole('img', { name: look.logoOwn }).waitFor()
    await save.click()
    await expect.poll(() => colourOf(page)).toBe(nearest)
    await expect.poll(() => logoOf(page)).toContain('/api/look/logo?logo=')
    expect(await barriers(page)).toEqual([])

    const stranger = await stage.visit(locale, { as: undefined })
    const see = async (): Promise<[string, string | null, number]> => {
      await stranger.go('/sign-in')
      await stranger.page.locator('.entrance-brand > img[src]').waitFor()
      const text = stranger.page.getByText('仅限本公司员工')
      return [await colourOf(stranger.page), await logoOf(stranger.page), await text.count()]
    }
    expect(await see()).toEqual([nearest, expect.stringContaining('/api/look/logo'), 1])
    expect(await barriers(stranger.page)).toEqual([])

    // Paper bears the picture too; labels do as it is wanted.
    const name = `青禾${locale}`
    await callApi(stage.house, stage.house.heads[locale], { path: '/customers', body: { name } })
    const paper = await stage.visit(locale)
    await paper.page.addInitScript('window.print = () => undefined')
    await paper.go('/o/customers?catalogue=type')
    const row = paper.page.getByRole('checkbox', { name: fill(words.list.select, { title: name }) })
    await row.waitFor()
    await paper.page.keyboard.press('Control+p')
    const head = paper.page.locator('.print-head > img')
    await head.waitFor({ state: 'attached' })
    expect(await head.getAttribute('src')).toContain('/api/look/logo?logo=')
    await row.check()
    const picturesOn = async (isWanted: boolean): Promise<number> => {
      await paper.page.getByRole('toolbar').getByRole('button', { name: words.labels.action }).click()
      const wanted = paper.page.getByRole('checkbox', { name: words.labels.logo })
      expect(await wanted.isChecked()).toBe(true)
      await wanted.setChecked(isWanted)
      const coming = paper.page.waitForEvent('download')
      await paper.page.getByRole('button', { name: words.labels.make }).click()
      const pages = readPdf(await readFile(await (await coming).path()))
      return pages.flatMap(({ pictures }) => pictures).length
    }
    expect(await picturesOn(true)).toBe(1)
    expect(await picturesOn(false)).toBe(0)

    await page.getByRole('button', { name: look.reset }).click()
    await save.click()
    await expect.poll(() => colourOf(page)).toBe(usual)
    await expect.poll(see).toEqual([usual, '/favicon.svg', 0])
  })

  it('keeps nothing as unsaved of what was sent to a second person', async () => {
    const { house } = stage
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    const other = house.heads[locale === 'zh' ? 'en' : 'zh']
    const rule = { object: 'company', name: locale, operations: ['update'], fields: ['signInText'], superior: false }
    const made = await callApi<{ id: string }>(house, house.heads[locale], {
      path: '/approval-rules',
      body: { ...rule, people: [other.id] },
    })
    await go('/settings/look')
    await page.getByLabel(words.field('company', 'signInText')).fill('仅限本公司员工')
    const save = page.getByRole('button', { name: words.action.save, exact: true })
    // Its grounds are asked for first.
    expectRefusal(422)
    await save.click()
    const asked = page.getByRole('dialog', { name: words.requests.grounds.title })
    await asked.getByRole('textbox', { name: words.field('change_request', 'grounds') }).fill('统一口径')
    await asked.getByRole('button', { name: words.requests.grounds.send }).click()
    await page.getByRole('status').getByText(words.proposal.waits).waitFor()
    // The form follows what was read as soon as it is told.
    await expect.poll(() => page.getByLabel(words.field('company', 'signInText')).inputValue()).toBe('')
    expect(await save.isDisabled()).toBe(true)
    await callApi(house, house.heads[locale], { method: 'DELETE', path: `/approval-rules/${made.id}` })
  })

  it('says beside the numbers for completing what they come to, keeps them, and takes them back', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { completing } = words.house
    await go('/settings/completing')
    const share = page.getByLabel(words.field('company', 'verifyAgeing'))
    const told = (from: number) => page.getByText(fill(completing.ageing, { days: 365, from }))
    await told(274).waitFor()
    await share.fill('40')
    await told(219).waitFor()
    // Saved is what stands there: also where the record is slow to be read anew.
    const own = /\/api\/companies\/[^/]+$/
    await page.route(own, async (route) => {
      if (route.request().method() === 'GET') await pause(800)
      await route.continue()
    })
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByText(completing.saved).waitFor()
    expect(await share.inputValue()).toBe('40')
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByRole('button', { name: words.action.undo }).click()
    await told(274).waitFor()
    expect(await share.inputValue()).toBe('25')
    expect(await barriers(page)).toEqual([])
  })

  it('takes the holidays of a notice, and counts and warns by them where dates are planned', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { days } = words.house
    const year = new Date().getFullYear() + 1
    await go('/settings/days')
    const sheet = page.getByRole('dialog')
    const notice = `关于${year}年部分节假日安排的通知\n一、厂庆：3月2日至3月8日放假调休。3月14日上班。`
    const take = async (): Promise<void> => {
      await page.getByRole('button', { name: days.paste }).click()
      await sheet.getByRole('textbox').fill(notice)
      await sheet.getByText(fill(days.found, { count: 2, fresh: 2 })).waitFor()
      expect(await barriers(page)).toEqual([])
      await sheet.getByRole('button', { name: fill(days.take, { count: 2 }) }).click()
      await page.getByRole('heading', { name: fill(days.year, { year }) }).waitFor()
    }
    await take()
    await page.getByRole('button', { name: words.action.undo }).click()
    await page.getByText(days.none).waitFor()
    await take()
    const line = page.locator('.holiday-line').filter({ hasText: words.choice('holiday', 'works', 'on') })
    await line.waitFor()
    expect(await barriers(page)).toEqual([])
    const chosen = page.getByRole('checkbox', { name: words.choice('company', 'workWeek', 'sun') })
    expect(await chosen.isChecked()).toBe(false)

    const other = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await other.go('/o/tasks/new')
    const due = other.page.getByLabel(words.field('task', 'dueAt'))
    await due.fill(`${year}-03-04 09:30`)
    await due.press('Enter')
    const hint = other.page.getByText(fill(words.date.off, { day: '厂庆' }))
    await hint.waitFor()
    expect(await barriers(other.page)).toEqual([])
    await hint.getByRole('button').click()
    await hint.waitFor({ state: 'detached' })
    const [moved = ''] = (await due.inputValue()).split(' ')
    expect(new Date(moved).getTime()).toBeGreaterThan(Date.parse(`${year}-03-08`))
    expect(await due.inputValue()).toContain('09:30')
  })

  it('names a deputy for an absence from the account menu', async () => {
    const { house } = stage
    const { page, words, go } = await stage.visit(locale, { as: house.clerks[locale] })
    await go('/o/customers')
    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.absence.title }).click()
    await page.getByText(words.absence.none).waitFor()
    await page.getByRole('button', { name: words.absence.add }).click()
    const form = page.getByRole('form', { name: words.absence.add })
    const deputy = locale === 'zh' ? '周敏' : 'Emma Clarke'
    await form.getByRole('combobox', { name: words.field('delegation', 'deputy') }).fill(deputy)
    await page.locator('.ant-select-item-option').filter({ hasText: deputy }).click()
    await form.getByLabel(words.field('delegation', 'grounds')).fill('年假')
    await form.getByLabel(words.field('delegation', 'until')).fill('2099-05-01 18:00')
    await page.keyboard.press('Enter')
    const current = page.getByRole('region', { name: words.absence.current })
    await current.getByText(deputy).waitFor()
    expect(await current.innerText()).toContain('2099')
    expect(await barriers(page)).toEqual([])
    const remove = fill(words.absence.remove, { name: deputy })
    await current.getByRole('button', { name: remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: remove }).click()
    await page.getByText(words.absence.none).waitFor()
  })

  it('adds a field, puts the form in order by the keyboard, and takes both back', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { own } = words
    const sectionsNow = async (): Promise<Record<string, string[]>> => {
      const { objects } = await (await page.request.get('/api/definitions')).json()
      const { sections } = objects.find(({ name }: { name: string }) => name === 'product')
      return Object.fromEntries(sections.map((one: { name: string; fields: string[] }) => [one.name, one.fields]))
    }
    await go('/settings/objects')
    await page
      .getByRole('link', { name: words.name('product') })
      .filter({ hasText: /\d/ })
      .click()
    await page.getByRole('button', { name: own.fields.create }).click()
    await page.locator('.kind-choice').filter({ hasText: own.kinds.number.text }).click()
    const name = `Shelf ${locale}`
    await page.locator('#labelZh').fill(`货架${locale}`)
    await page.locator('#labelEn').fill(name)
    const preview = page.getByRole('region', { name: own.fields.preview })
    await preview
      .getByText(locale === 'zh' ? `货架${locale}` : name)
      .first()
      .waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    await page
      .locator('.field-line')
      .filter({ hasText: `shelf${locale === 'zh' ? 'Zh' : 'En'}` })
      .waitFor()
    const code = `shelf${locale === 'zh' ? 'Zh' : 'En'}`
    expect((await sectionsNow()).custom).toContain(code)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('tab', { name: own.tabs.layout }).click()
    const shown = locale === 'zh' ? `货架${locale}` : name
    const handle = page.getByRole('button', { name: fill(own.layout.moveField, { name: shown }) })
    await handle.focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(`field-${code}`)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.getByText(own.layout.saved).waitFor()
    expect((await sectionsNow()).custom ?? []).not.toContain(code)
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await expect.poll(async () => (await sectionsNow()).custom).toContain(code)
  })

  it('renames nothing of a list that is only retired, and leads to the records that have a value', async () => {
    const { house } = stage
    await callApi(house, house.heads[locale], {
      path: '/customers',
      body: { name: `来源${locale}`, source: 'exhibition' },
    })
    const { page, words, go } = await stage.visit(locale)
    const { own } = words
    const choicesNow = async (): Promise<{ value: string; hidden?: boolean }[]> => {
      const { objects } = await (await page.request.get('/api/definitions')).json()
      const { fields } = objects.find(({ name }: { name: string }) => name === 'customer')
      return fields.find(({ name }: { name: string }) => name === 'source').options.choices
    }
    await go('/settings/value-lists/customer/source')
    await page.getByRole('button', { name: own.lists.add }).click()
    const form = page.getByRole('form', { name: own.lists.add })
    await form.getByLabel(words.field('value_list_item', 'labelZh'), { exact: true }).fill('线上讲座')
    await form.getByLabel(words.field('value_list_item', 'labelEn'), { exact: true }).fill('Web talk')
    await form.getByRole('button', { name: words.action.save }).click()
    await expect.poll(async () => (await choicesNow()).at(-1)?.value).toBe('web_talk')
    const added = locale === 'zh' ? '线上讲座' : 'Web talk'
    await page.getByRole('button', { name: fill(own.lists.move, { name: added }) }).press('ArrowUp')
    await expect.poll(async () => (await choicesNow()).at(-2)?.value).toBe('web_talk')
    const fair = words.choice('customer', 'source', 'exhibition')
    const line = page.locator('.value-line').filter({ hasText: fair })
    await line.getByRole('button').last().click()
    await page.getByRole('menuitem', { name: own.lists.retire }).click()
    await line.getByText(own.lists.retired).waitFor()
    expect((await choicesNow()).find(({ value }) => value === 'exhibition')).toMatchObject({ hidden: true })
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.action.undo, exact: true }).last().click()
    await line.getByText(own.lists.retired).waitFor({ state: 'detached' })
    await line.getByRole('link').click()
    await page.getByRole('link', { name: `来源${locale}` }).waitFor()
  })

  it('makes numbers by another rule, told of before, and asks for a field in one case, with what that does', async () => {
    const { house } = stage
    const tell = { path: '/customers', body: { name: `雁荡旅行社${locale}`, tier: 'ordinary' } }
    await callApi(house, house.heads[locale], tell)
    const { page, words, go } = await stage.visit(locale)
    const { own } = words
    await go('/settings/objects/customer?tab=numbers')
    const next = page.getByRole('region', { name: own.numbers.preview }).locator('.number-next')
    await next.filter({ hasText: /^KH-\d{4}-\d{6}$/ }).waitFor()
    const date = { place: 2, name: own.numbers.sorts.date }
    const handle = page.getByRole('button', { name: fill(own.numbers.move, date), exact: true })
    await handle.focus()
    await page.keyboard.press('ArrowUp')
    await next.filter({ hasText: /^\d{4}KH--\d{6}$/ }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('part-2')
    await page.getByRole('button', { name: fill(own.numbers.drop, { ...date, place: 1 }), exact: true }).click()
    // Counted anew each year, it would give the numbers of the last one again.
    await page.getByRole('alert').waitFor()
    const save = page.getByRole('button', { name: words.action.save, exact: true })
    expect(await save.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: own.numbers.resets.year }).uncheck()
    await next.filter({ hasText: /^KH--\d{6}$/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    const foreseen = await next.innerText()
    // On a slow line, too, leaving asks nothing once it is said to be saved.
    await page.route('**/api/definitions', async (route) => {
      await pause(500)
      await route.continue()
    })
    await save.click()
    await page.getByText(own.numbers.saved).waitFor()
    for (const name of [own.tabs.classes, own.tabs.numbers]) {
      await page.getByRole('tab', { name }).click()
      await page.getByRole('tab', { name, selected: true }).waitFor()
    }
    await page.unrouteAll({ behavior: 'wait' })
    const made = await callApi(house, house.heads[locale], { path: '/customers', body: { name: `雁荡${locale}` } })
    expect(made.archiveNumber).toBe(foreseen)
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await next.filter({ hasText: /^KH-\d{4}-\d{6}$/ }).waitFor()

    await page.getByRole('tab', { name: own.tabs.classes }).click()
    const region = { place: 3, name: words.field('customer', 'region') }
    const preview = page.getByRole('region', { name: own.classes.preview })
    await preview.locator('.number-next').filter({ hasText: 'COM-A-33' }).waitFor()
    await page.getByRole('button', { name: fill(own.numbers.move, region), exact: true }).focus()
    await page.keyboard.press('ArrowUp')
    await preview.locator('.number-next').filter({ hasText: 'COM-33-A' }).waitFor()
    const signs = page.locator('.number-codes').first()
    await signs.locator('summary').press('Enter')
    const [one, other] = [signs.getByRole('textbox').first(), signs.getByRole('textbox').nth(1)]
    await one.fill('q')
    await other.fill('Q')
    // Persons and companies would be of one class.
    await page.getByRole('alert').waitFor()
    expect(await save.isDisabled()).toBe(true)
    await other.fill('G')
    await preview.getByText('Q-0-0').waitFor()
    await preview.getByText(own.classes.labels).waitFor()
    expect(await barriers(page)).toEqual([])
    const codeOf = async () => (await (await page.request.get(`/api/customers/${made.id}`)).json()).classCode
    expect(await codeOf()).toBe('COM-0-0')
    await save.click()
    await page.getByText(own.classes.saved).waitFor()
    expect(await codeOf()).toBe('Q-0-0')
    await page.getByRole('button', { name: words.action.undo, exact: true }).last().click()
    await expect.poll(codeOf).toBe('COM-0-0')

    await page.getByRole('tab', { name: own.tabs.needs }).click()
    await page.getByRole('combobox', { name: own.needs.by }).click()
    const tier = words.field('customer', 'tier')
    await page.locator('.ant-select-item-option').filter({ hasText: tier }).first().click()
    const place = { field: words.field('customer', 'fax'), column: words.choice('customer', 'tier', 'ordinary') }
    const cell = (word: 'optional' | 'recommended' | 'required') =>
      page.getByRole('button', { name: fill(own.needs.cell, { ...place, word: own.needs.words[word] }), exact: true })
    await cell('optional').click()
    await cell('recommended').press('Enter')
    await cell('required').waitFor()
    const effect = page.getByRole('region', { name: own.needs.foresight })
    await effect.locator('strong').filter({ hasText: '1' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await save.click()
    await page.getByText(fill(own.needs.saved, { name: place.field })).waitFor()
    const named = encodeURIComponent(JSON.stringify({ incomplete: { hasAny: ['fax'] } }))
    const open = async () => (await (await page.request.get(`/api/customers?where=${named}`)).json()).total
    await expect.poll(open, { timeout: 15_000 }).toBe(1)
    await page.getByRole('button', { name: words.action.undo, exact: true }).last().click()
    await cell('optional').waitFor()
    await expect.poll(open, { timeout: 15_000 }).toBe(0)
  })

  it('switches a module off by the keyboard, told before what goes, and back on', async () => {
    const { page, words, go } = await stage.visit(locale)
    const { own } = words
    const name = locale === 'zh' ? '产品与购买' : 'Products and purchases'
    const off = fill(own.modules.turnOff, { name })
    const link = page.getByRole('navigation').getByRole('link', { name: words.names('purchase'), exact: true })
    await go('/settings/modules')
    await link.waitFor()
    await page.getByRole('button', { name: off, exact: true }).press('Enter')
    const told = page.getByRole('region', { name: off })
    await told
      .getByRole('listitem')
      .filter({ hasText: words.name('purchase') })
      .first()
      .waitFor()
    expect(await barriers(page)).toEqual([])
    await told.getByRole('button', { name: fill(own.modules.confirm, { act: off }) }).press('Enter')
    await link.waitFor({ state: 'detached' })
    await page.getByText(fill(own.modules.isOff, { name })).waitFor()
    const colleague = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await colleague.go('/o/purchases')
    await colleague.page.getByText(words.error.notFound).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await link.waitFor()
    await page.getByRole('button', { name: off, exact: true }).waitFor()
    await page.getByRole('button', { name: own.changes.title }).click()
    const changes = page.getByRole('dialog', { name: own.changes.title })
    await changes.getByRole('heading', { name }).waitFor()
  })

  it('keeps the settings of objects from who may not change them', async () => {
    const { page, words, go } = await stage.visit(locale, { as: stage.house.clerks[locale] })
    await go('/settings/objects/customer/new-field')
    await page.getByText(words.error.notFound).waitFor()
    expect(await page.getByRole('link', { name: words.settings.objects }).count()).toBe(0)
  })

  it('sets how people sign in, with a proof that it is still the same person', async () => {
    const { kernel, heads } = stage.house
    const me = heads[locale]
    await setPasswordHash(kernel.db, me.id, await hashPassword(password))
    await kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour' where user_id = ${me.id}`)
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    for (const status of [403, 422]) expectRefusal(status)
    await go('/o/customers')
    await page.getByRole('link', { name: words.signInSettings.title }).click()
    await page.getByRole('textbox', { name: words.signInSettings.networks }).fill('10.0.0.0/99')
    const save = page.getByRole('button', { name: words.action.save, exact: true })
    await save.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.signIn.password, { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '10.0.0.0/99' }).waitFor()
    await page.getByRole('textbox', { name: words.signInSettings.networks }).fill('127.0.0.0/8\n::1')
    const auditors = page.getByRole('checkbox', { name: words.choice('user', 'role', 'auditor') })
    await auditors.check()
    await save.click()
    await page.getByText(words.signInSettings.saved).waitFor()
    expect(await barriers(page)).toEqual([])
    // The proof has given the session another cookie, which the browser alone knows.
    const read = async (): Promise<unknown> => (await page.request.get('/api/sign-in-settings')).json()
    expect(await read()).toMatchObject({ secondFactor: ['auditor'], networks: ['127.0.0.0/8', '::1'] })
    await page.getByRole('textbox', { name: words.signInSettings.networks }).fill('')
    await auditors.uncheck()
    await save.click()
    await expect.poll(read).toMatchObject({ secondFactor: [], networks: [] })
  })
})
