import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindIdentity, setPasswordHash, sql, writeSetting } from '#kernel'
import { signInSettingName } from '#modules/staff'
import { callApi } from '#test/call-api'
import { client, openSignOnService, type SignOnService } from '#test/sign-on-service'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()
let service: SignOnService
beforeAll(async () => {
  service = await openSignOnService()
  service.allow(stage.house.address)
})
afterAll(() => service.close())

const label = '公司账号 SSO'

describe.each(languages('en'))('in %s', (locale) => {
  it('is set up, lets people in by the word of the service and back to where they were going, and out again', async () => {
    const { house } = stage
    const { kernel, heads, clerks } = house
    await kernel.db.rows(sql`delete from setting where name = 'sso'`)
    await writeSetting(kernel.db, signInSettingName, {})
    const head = await stage.visit(locale)
    const { page, words, go, expectSite, expectRefusal } = head
    expectSite(service.issuer)
    await go('/o/customers')
    await page.getByRole('link', { name: words.sso.title, exact: true }).click()
    await page.getByText(`${house.address}/sign-in`).waitFor()
    expectRefusal(422)
    await page.getByLabel(words.sso.issuer).fill('https://login.invalid')
    await page.getByLabel(words.sso.clientId).fill(client.id)
    await page.getByLabel(words.sso.secret).fill(client.secret)
    await page.getByLabel(words.sso.label).fill(label)
    await page.getByRole('button', { name: words.sso.save }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel(words.sso.issuer).fill(service.issuer)
    await page.getByRole('button', { name: words.sso.save }).click()
    await page.getByText(words.account.on, { exact: true }).waitFor()
    await page.getByText(words.sso.secretKept).waitFor()
    expect(await barriers(page)).toEqual([])

    service.next = { id: `sso-${locale}`, claims: { preferred_username: heads[locale].login } }
    await page.goto('about:blank')
    await page.context().clearCookies()
    await go('/o/contacts')
    await page.getByRole('button', { name: label }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: label }).click()
    await page.getByRole('heading', { name: words.names('contact'), level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/o/contacts')

    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.shell.signOut }).click()
    await page.waitForURL(`${service.issuer}/session/end?**`)
    await page.locator('button[name="logout"]').click()
    await page.waitForURL(`${house.address}/sign-in`)

    // A second factor is asked here, whatever was asked there.
    await writeSetting(kernel.db, signInSettingName, { secondFactor: ['clerk'] })
    service.next = { id: `clerk-${locale}`, claims: { preferred_username: clerks[locale].login } }
    expectRefusal(403)
    await page.getByRole('button', { name: label }).click()
    const secret = (await page.locator('.totp-secret').innerText()).replace(/\s/g, '')
    expect(page.url()).toBe(`${house.address}/sign-in`)
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.getByLabel(words.signIn.code, { exact: true }).fill(app.generate())
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: words.signIn.goOn }).click()
    await page.waitForURL('**/today')

    // Without a password or a passkey it is the only way in.
    await go('/account')
    await page.getByText(words.sso.only).waitFor()
    await setPasswordHash(kernel.db, clerks[locale].id, 'nobody comes in by this one')
    await page.reload()
    const unbind = page.getByRole('button', { name: words.sso.unbind })
    const binding = page.getByRole('region', { name: words.sso.title })
    await unbind.click()
    await page.getByRole('dialog').getByRole('button', { name: words.sso.unbind }).click()
    await binding.getByText(words.sso.unbound).waitFor()
    await bindIdentity(kernel.db, clerks[locale].id, { issuer: service.issuer, subject: 'somebody else' })
    expectRefusal(401)
    const administrator = await stage.visit(locale)
    await administrator.go(`/o/users/${clerks[locale].id}`)
    await administrator.page.getByRole('button', { name: words.shell.more }).click()
    await administrator.page.getByRole('menuitem', { name: words.sso.unbind }).click()
    await administrator.page.getByRole('dialog').getByRole('button', { name: words.sso.unbind }).click()
    await administrator.page.getByRole('status').waitFor()

    service.next = { id: 'stranger', claims: { preferred_username: 'stranger' } }
    await page.goto('about:blank')
    await page.context().clearCookies()
    await go('/sign-in')
    await page.getByRole('button', { name: label }).click()
    await page.getByRole('alert').getByText('stranger').waitFor()
    expect(page.url()).toBe(`${house.address}/sign-in`)
    await kernel.db.rows(sql`delete from sso_identity`)
  })

  it('asks who has nothing else for a fresh proof at the service, in a window that closes itself', async () => {
    const { house } = stage
    const { kernel, heads, clerks } = house
    await writeSetting(kernel.db, signInSettingName, {})
    const { id, login } = clerks[locale]
    await kernel.db.rows(sql`delete from sso_identity`)
    await kernel.db.rows(sql`delete from credential where user_id = ${id}::uuid`)
    await kernel.db.rows(sql`update account set totp_on = false, totp_secret = null where user_id = ${id}::uuid`)
    const body = { issuer: service.issuer, clientId: client.id, secret: client.secret, label }
    await callApi(house, heads[locale], { method: 'PATCH', path: '/sso-settings', body })
    service.next = { id: `again-${locale}`, claims: { preferred_username: login } }
    const { page, words, go, expectSite, expectRefusal } = await stage.visit(locale, { as: undefined })
    expectSite(service.issuer)
    await go('/sign-in')
    await page.getByRole('button', { name: label }).click()
    await page.waitForURL('**/today')
    expectRefusal(403)
    await go('/account')
    await page.getByRole('button', { name: words.account.totpOn }).click()
    const dialog = page.getByRole('dialog', { name: words.proof.title })
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      dialog.getByRole('button', { name: fill(words.proof.go, { name: label }) }).click(),
    ])
    await page.locator('.totp-secret').waitFor()
    await expect.poll(() => opened.isClosed()).toBe(true)
    expect(await dialog.count()).toBe(0)
    expect(await barriers(page)).toEqual([])

    // Somebody else at the service proves nothing, and is told so where the question stands.
    await kernel.db.rows(sql`update session set proven_at = null where user_id = ${id}::uuid`)
    service.next = { id: 'somebody else', claims: {} }
    await go('/account')
    await page.getByRole('button', { name: words.account.totpOn }).click()
    await dialog.getByRole('button', { name: fill(words.proof.go, { name: label }) }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await barriers(page)).toEqual([])
    await kernel.db.rows(sql`delete from sso_identity`)
  })
})
