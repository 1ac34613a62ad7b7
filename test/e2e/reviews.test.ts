import { describe, expect, it } from 'vitest'
import { startSession } from '#kernel'
import type { Locale } from '#shared/label'
import { starterReviews } from '#shared/starter-reviews'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

/** A reviewer of this test's own, and a round of two files of the head's that is given to them. */
async function setStage(
  locale: Locale,
): Promise<{ reviewer: SignedIn & { name: string }; round: string; files: readonly string[] }> {
  const { house } = stage
  const call = <Answer>(path: string, body?: unknown, method: 'GET' | 'POST' = 'POST') =>
    callApi<Answer>(house, house.heads[locale], { method, path, body })
  const login = `reviewer-${locale}`
  const person = { name: locale === 'zh' ? '审核员小何' : 'Rita Viewer', login, role: 'clerk', language: locale }
  const { id } = await call<{ id: string }>('/users', person)
  const files: string[] = []
  for (const name of ['甲', '乙'])
    files.push((await call<{ id: string }>('/customers', { name: `待审客户${name}${locale}`, fax: '010-88886666' })).id)
  const scope = { filter: { id: { in: files } }, reviewers: [id] }
  const plan = await call<{ id: string }>('/review-plans', { name: `审查${locale}`, ...scope })
  const round = await call<{ id: string }>(`/review-plans/${plan.id}/rounds`)
  await expect
    .poll(async () => (await call<{ state: string }>(`/review-rounds/${round.id}`, undefined, 'GET')).state, {
      timeout: 20_000,
    })
    .toBe('open')
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  return { reviewer: { id, login, name: person.name, cookie: token }, round: round.id, files }
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('leads from file to file, all right by one key, and from a finding to its correction and the report', async () => {
    const { reviewer, round } = await setStage(locale)
    const { page, go, words } = await stage.visit(locale, { as: reviewer })
    const t = words.reviewing
    await go('/reviews')
    await page.getByRole('button', { name: t.start }).click()
    const bar = page.getByRole('region', { name: t.bar })
    await bar.waitFor()
    const first = page.url()
    await bar.getByRole('button', { name: t.found }).click()
    expect(await barriers(page)).toEqual([])
    const form = page.getByRole('form', { name: t.found })
    await form.getByLabel(t.field).click()
    await form.getByLabel(t.field).fill(words.field('customer', 'fax'))
    await page.keyboard.press('Enter')
    await form.getByLabel(t.value).fill('010-88880009')
    await form.getByLabel(t.note).fill('名片上是另一个号码')
    await form.getByRole('button', { name: t.add }).click()
    await form.getByLabel(t.kind).nth(1).click()
    await page.getByTitle(words.choice('review_finding', 'kind', 'unneeded'), { exact: true }).click()
    await form.getByRole('button', { name: t.submit }).click()
    await page.waitForURL((url) => url.href !== first && url.pathname.startsWith('/o/customers/'))
    await bar.getByText(t.left.replace('{{count}}', '0')).waitFor()
    const { house } = stage
    const until = new Date(Date.now() + 3_600_000).toISOString()
    const away = { deputy: house.clerks[locale].id, until, grounds: '休假' }
    await callApi(house, reviewer, { path: '/delegations', body: away })
    const deputy = await stage.visit(locale, { as: house.clerks[locale] })
    await deputy.go('/reviews')
    await deputy.page.getByRole('button', { name: t.startFor }).click()
    await deputy.page.getByText(t.standsIn.replace('{{name}}', reviewer.name)).waitFor()
    await deputy.page.keyboard.press('v')
    await deputy.page.waitForURL('**/reviews')
    await page.getByRole('button', { name: t.allRight }).waitFor({ state: 'detached' })

    const where = encodeURIComponent(JSON.stringify({ round }))
    const findings = await callApi<ListWire>(house, house.heads[locale], {
      method: 'GET',
      path: `/review-findings?where=${where}`,
    })
    expect(findings.items.map(({ field, kind, state }) => [field, kind, state]).toSorted()).toEqual([
      [null, 'unneeded', 'open'],
      ['fax', 'wrong', 'waiting'],
    ])
    const lead = await stage.visit(locale)
    await lead.go(`/o/review-rounds/${round}`)
    await lead.page.getByRole('button', { name: t.close }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: t.close }).click()
    await lead.page.getByRole('region', { name: t.report }).waitFor()
    expect(await barriers(lead.page)).toEqual([])

    // A finding is called by the label of its field, in the list and on its own page, and one on no field as being on the whole file.
    await lead.go(`/o/review-findings?where=${where}`)
    await lead.page.getByRole('gridcell').getByRole('link', { name: words.state.wholeFile, exact: true }).waitFor()
    const fax = words.field('customer', 'fax')
    await lead.page.getByRole('gridcell').getByRole('link', { name: fax, exact: true }).click()
    await lead.page.getByRole('heading', { level: 1, name: fax, exact: true }).waitFor()
  })

  it('offers the calendar of the company’s rules to who has no plan, and starts none of it', async () => {
    const { house } = stage
    const person = { name: '赵经理', login: `lead-${locale}`, role: 'manager', language: locale }
    const { id } = await callApi<{ id: string }>(house, house.heads[locale], { path: '/users', body: person })
    const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
    const lead = { id, login: person.login, cookie: token }
    const { page, go, words } = await stage.visit(locale, { as: lead })
    const t = words.reviewing
    await go('/reviews')
    await page.getByRole('button', { name: t.calendar }).click()
    for (const { name } of starterReviews) await page.getByRole('link', { name: name[locale] }).waitFor()
    expect(await page.getByText(t.off, { exact: true }).count()).toBe(starterReviews.length)

    // Which files it takes is said as in their list; applying a condition does not yet save the plan.
    await page.getByRole('link', { name: starterReviews[0]?.name[locale] }).click()
    await page.waitForURL('**/o/review-plans/*')
    const plan = new URL(page.url()).pathname.split('/').at(-1)
    await go(`/o/review-plans/${plan}/edit`)
    const scope = page.getByRole('group', { name: words.field('review_plan', 'filter') })
    await scope.getByText(words.filter.met.split('{{total}}')[0] ?? '').waitFor()
    await scope.getByRole('button', { name: words.filter.add, exact: true }).click()
    await page.getByRole('combobox', { name: words.filter.field }).fill(words.field('customer', 'name'))
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: words.filter.value }).fill('待审')
    await page.getByRole('button', { name: words.filter.apply }).click()
    await scope.getByText('待审').waitFor()
    await page.getByRole('button', { name: words.action.save, exact: true }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
    const kept = await callApi<{ filter: unknown }>(house, lead, { method: 'GET', path: `/review-plans/${plan}` })
    expect(kept.filter).toEqual({ name: { contains: '待审' } })
  })
})
