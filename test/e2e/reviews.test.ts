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
async function setStage(locale: Locale): Promise<{ reviewer: SignedIn; round: string; files: readonly string[] }> {
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
  return { reviewer: { id, login, cookie: token }, round: round.id, files }
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
    await form.getByRole('button', { name: t.submit }).click()
    await page.waitForURL((url) => url.href !== first && url.pathname.startsWith('/o/customers/'))
    await bar.getByText(t.left.replace('{{count}}', '0')).waitFor()
    await page.keyboard.press('v')
    await page.waitForURL('**/reviews')
    await page.getByText(t.none).waitFor()

    const { house } = stage
    const where = encodeURIComponent(JSON.stringify({ round }))
    const findings = await callApi<ListWire>(house, house.heads[locale], {
      method: 'GET',
      path: `/review-findings?where=${where}`,
    })
    expect(findings.items).toMatchObject([{ field: 'fax', kind: 'wrong', state: 'waiting' }])
    const lead = await stage.visit(locale)
    await lead.go(`/o/review-rounds/${round}`)
    await lead.page.getByRole('button', { name: t.close }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: t.close }).click()
    await lead.page.getByRole('region', { name: t.report }).waitFor()
    expect(await barriers(lead.page)).toEqual([])
  })

  it('offers the calendar of the company’s rules to who has no plan, and starts none of it', async () => {
    const { house } = stage
    const person = { name: '赵经理', login: `lead-${locale}`, role: 'manager', language: locale }
    const { id } = await callApi<{ id: string }>(house, house.heads[locale], { path: '/users', body: person })
    const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
    const {
      page,
      go,
      words: { reviewing: t },
    } = await stage.visit(locale, { as: { id, login: person.login, cookie: token } })
    await go('/reviews')
    await page.getByRole('button', { name: t.calendar }).click()
    for (const { name } of starterReviews) await page.getByRole('link', { name: name[locale] }).waitFor()
    expect(await page.getByText(t.off, { exact: true }).count()).toBe(starterReviews.length)
  })
})
