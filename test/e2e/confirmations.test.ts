import { describe, expect, it } from 'vitest'
import { sql, startSession } from '#kernel'
import type { Locale } from '#shared/label'
import { callApi } from '#test/call-api'
import type { SignedIn } from '#test/house-with-pages'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

/** A clerk whose unit the head leads, with a file of their own. */
async function setStage(locale: Locale): Promise<{ clerk: SignedIn; file: string }> {
  const { house } = stage
  const call = <Answer>(as: SignedIn, path: string, body: unknown) => callApi<Answer>(house, as, { path, body })
  const head = house.heads[locale]
  const unit = await call<{ id: string }>(head, '/units', { name: `客户部${locale}`, manager: head.id })
  const login = `asker-${locale}`
  const person = { name: locale === 'zh' ? '小高' : 'Gail', login, role: 'clerk', language: locale, unit: unit.id }
  const { id } = await call<{ id: string }>(head, '/users', person)
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  const clerk = { id, login, cookie: token }
  const known = { name: `自行确认的客户${locale}`, phone: '13900004321', street: '湖滨路8号' }
  return { clerk, file: (await call<{ id: string }>(clerk, '/customers', known)).id }
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('leads from a clerk who asks to a customer who confirms and corrects, and over a superior’s word to a verified value', async () => {
    const { house } = stage
    const { clerk, file } = await setStage(locale)
    const asking = await stage.visit(locale, { as: clerk })
    const { words } = asking
    const t = words.confirmations
    await asking.go(`/o/customers/${file}`)
    await asking.page.getByRole('button', { name: t.ask }).click()
    const dialog = asking.page.getByRole('dialog', { name: t.ask })
    await dialog.getByRole('checkbox', { name: words.field('customer', 'phone'), exact: true }).waitFor()
    expect(await barriers(asking.page)).toEqual([])
    await dialog.getByRole('button', { name: t.make }).click()
    const link = await dialog.getByText('/confirm#').textContent()
    await dialog.getByRole('button', { name: t.close }).click()
    const section = asking.page.getByRole('region', { name: t.title })
    await section.getByText(words.choice('confirmation_link', 'state', 'sent')).waitFor()

    const customer = await stage.visit(locale, { as: undefined, width: 390 })
    const { page } = customer
    await customer.go(link?.slice(link.indexOf('/confirm')) ?? '')
    await page.getByLabel(t.page.phone).fill('4321')
    await page.getByRole('button', { name: t.page.open, exact: true }).click()
    const phone = page.getByRole('group', { name: words.field('customer', 'phone') })
    await phone.getByText('139****4321').waitFor()
    await phone.getByRole('radio', { name: t.page.right }).check()
    await page.getByRole('button', { name: t.page.send }).click()
    const street = page.getByRole('group', { name: words.field('customer', 'street') })
    await street.getByText(t.page.missing).waitFor()
    expect(await barriers(page)).toEqual([])
    await street.getByRole('radio', { name: t.page.value }).check()
    await street.getByLabel(fill(t.page.input, { field: words.field('customer', 'street') })).fill('南山路200号')
    // Language and looks may be kept; nothing of what was shown or typed is.
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')
    expect(kept).not.toMatch(/南山路|4321/)
    await page.getByRole('button', { name: t.page.send }).click()
    await page.getByRole('heading', { name: t.page.thanks }).waitFor()
    await page.reload()
    await page.getByLabel(t.page.phone).fill('4321')
    customer.expectRefusal(403)
    await page.getByRole('button', { name: t.page.open, exact: true }).click()
    await page.getByRole('alert').waitFor()

    await asking.page.reload()
    await section.getByRole('link', { name: t.request }).click()
    await asking.page.waitForURL('**/o/change-requests/*')
    const superior = await stage.visit(locale)
    await superior.go(new URL(asking.page.url()).pathname)
    await superior.page.getByRole('button', { name: words.proposal.verdict.approve }).click()
    await superior.page.getByRole('status').getByText(words.proposal.done.approve).waitFor()
    const plain = await callApi<{ street?: string }>(house, house.heads[locale], {
      method: 'GET',
      path: `/customers/${file}`,
    })
    expect(plain.street).toBe('南山路200号')
    const standing = await house.kernel.db.rows(sql`
      select field, how, by from verification where record = ${file}::uuid and ended_at is null order by field`)
    expect(standing).toEqual([
      { field: 'phone', how: 'link', by: null },
      { field: 'street', how: 'link', by: null },
    ])
  })
})
