import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { setPasswordHash, sql } from '#kernel'
import { password } from '#test/house-with-pages'
import { hashPassword } from '../../src/server/sign-in/password.ts'
import { languages, useStage } from './stage.ts'

const stage = useStage()

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
