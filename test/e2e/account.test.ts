import { Secret, TOTP } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { setPasswordHash, sql } from '#kernel'
import { password } from '#test/house-with-pages'
import { hashPassword } from '../../src/server/sign-in/password.ts'
import { barriers } from './looks.ts'
import { languages, useStage } from './stage.ts'
import type { Words } from './words.ts'

const stage = useStage()

/** A device with a finger reader, as the browser's own tests have it. */
async function withDevice(page: Page): Promise<{ device: CDPSession; id: string }> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId: id } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { device, id }
}

/** The session is gone, and nothing of the page is still asking. */
async function forget(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.context().clearCookies()
}

async function typePassword(page: Page, words: Words, login: string): Promise<void> {
  await page.getByLabel(words.signIn.login).fill(login)
  await page.getByLabel(words.signIn.password, { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

describe.each(languages('en'))('in %s', (locale) => {
  it('adds a passkey, signs in with it alone and beside the password, proves presence with it, and removes it', async () => {
    const { kernel, heads } = stage.house
    const me = heads[locale]
    await setPasswordHash(kernel.db, me.id, await hashPassword(password))
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    const { device, id } = await withDevice(page)
    const section = page.getByRole('region', { name: words.passkey.title, exact: true })
    await go('/account')
    await section.getByText(words.passkey.none).waitFor()
    await section.getByRole('button', { name: words.passkey.add }).click()
    await section.getByLabel(words.passkey.name).fill('前台电脑')
    await section.getByRole('button', { name: words.passkey.add }).click()
    await section.getByText('前台电脑').waitFor()
    expect(await section.locator('.recovery-codes code').count()).toBe(10)
    expect(await barriers(page)).toEqual([])
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId: id })
    expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }])

    await forget(page)
    await go('/sign-in')
    await page.getByRole('button', { name: words.passkey.use }).waitFor()
    expect(await barriers(page)).toEqual([])
    // The device does not see its owner: nothing is signed.
    await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
    await page.getByRole('button', { name: words.passkey.use }).click()
    await page.getByRole('alert').getByText(words.passkey.cancelled).waitFor()
    await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true })
    await page.getByRole('button', { name: words.passkey.use }).click()
    await page.waitForURL('**/today')

    await forget(page)
    expectRefusal(403)
    await go('/sign-in')
    await typePassword(page, words, me.login)
    await page.getByRole('button', { name: words.passkey.use }).click()
    await page.waitForURL('**/today')

    await kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour' where user_id = ${me.id}`)
    await go('/account')
    await section.getByRole('button', { name: words.passkey.rename }).click()
    await section.getByLabel(words.passkey.name).fill('会议室电脑')
    await section.getByRole('button', { name: words.passkey.save }).click()
    await section.getByText('会议室电脑').waitFor()
    await section.getByRole('button', { name: words.passkey.remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.passkey.remove }).click()
    const proof = page.getByRole('dialog', { name: words.proof.title })
    await proof.getByRole('button', { name: words.passkey.use }).waitFor()
    expect(await barriers(page)).toEqual([])
    await proof.getByRole('button', { name: words.passkey.use }).click()
    await section.getByText(words.passkey.none).waitFor()

    await forget(page)
    expectRefusal(401)
    await go('/sign-in')
    await page.getByRole('button', { name: words.passkey.use }).click()
    await page.getByRole('alert').waitFor()
    await typePassword(page, words, me.login)
    await page.waitForURL('**/today')
  })

  it('says where passkeys work when the page was opened by a number', async () => {
    const address = stage.house.address.replace('localhost', '127.0.0.1')
    const { page, words, go } = await stage.visit(locale, { address })
    await go('/account')
    await page.getByText(words.passkey.address).waitFor()
    expect(await page.getByRole('button', { name: words.passkey.add }).count()).toBe(0)
  })
})

describe.each(languages('en'))('in %s', (locale) => {
  it('proves to be there, turns a second factor on, and signs in with it and a new password', async () => {
    const { house } = stage
    const { kernel, heads } = house
    const me = heads[locale]
    await setPasswordHash(kernel.db, me.id, await hashPassword(password))
    await kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour' where user_id = ${me.id}`)
    const { page, words, go, expectRefusal } = await stage.visit(locale)
    expectRefusal(403)
    await go('/account')
    await page.getByRole('button', { name: words.account.totpOn }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.signIn.password, { exact: true }).fill('a-wrong-password')
    await dialog.getByRole('button', { name: words.proof.confirm }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel(words.signIn.password, { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    const typed = (await page.locator('.totp-secret').innerText()).replace(/\s/g, '')
    const app = new TOTP({ secret: Secret.fromBase32(typed) })
    await page.getByLabel(words.signIn.code, { exact: true }).fill(app.generate())
    await page.getByRole('button', { name: words.account.totpConfirm }).click()
    const recovery = await page.locator('.recovery-codes code').first().innerText()
    await page.getByText(words.account.on, { exact: true }).waitFor()

    await setPasswordHash(kernel.db, me.id, await hashPassword(password), { mustChange: true })
    const fresh = await stage.visit(locale, { as: undefined })
    fresh.expectRefusal(403)
    await fresh.go('/sign-in')
    await fresh.page.getByLabel(words.signIn.login).fill(me.login)
    await fresh.page.getByLabel(words.signIn.password, { exact: true }).fill(password)
    await fresh.page.keyboard.press('Enter')
    await fresh.page.getByLabel(words.signIn.code, { exact: true }).fill(recovery)
    await fresh.page.keyboard.press('Enter')
    await fresh.page.getByLabel(words.password.fresh).fill('an-ink-stone-of-my-own')
    await fresh.page.keyboard.press('Enter')
    await fresh.page.waitForURL('**/today')

    await page.reload()
    const other = page.getByRole('button', { name: words.account.end, exact: true })
    fresh.expectRefusal(401)
    await other.first().click()
    await expect.poll(() => other.count()).toBe(0)
    await fresh.page.reload()
    await fresh.page.waitForURL('**/sign-in?**')
  })
})
