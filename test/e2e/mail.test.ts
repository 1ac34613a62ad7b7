import { describe, expect, it, onTestFinished } from 'vitest'
import { setPasswordHash } from '#kernel'
import { password } from '#test/house-with-pages'
import { type MailServer, openMailServer } from '#test/mail-server'
import { hashPassword } from '../../src/server/sign-in/password.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

/** The link in the newest mail to an address, once it has come. */
async function linkIn(server: MailServer, address: string): Promise<string> {
  const newest = () => server.mails.findLast(({ to }) => to.includes(address))
  await expect.poll(newest).toBeDefined()
  return /http\S+/.exec(newest()?.text ?? '')?.[0] ?? ''
}

describe.each(languages('zh'))('in %s', (locale) => {
  it('sets mail up, invites a colleague, who sets a password by the mailed link and is in, and forgets it later', async () => {
    const { house } = stage
    const me = house.heads[locale]
    await setPasswordHash(house.kernel.db, me.id, await hashPassword(password))
    const server = await openMailServer()
    onTestFinished(() => server.close())
    const { page, words, go } = await stage.visit(locale)

    await go('/o/users')
    await page.getByRole('link', { name: words.mail.title, exact: true }).click()
    await page.getByRole('heading', { name: words.mail.title, level: 1 }).waitFor()
    await page.getByLabel(words.mail.host).fill('127.0.0.1')
    await page.getByLabel(words.mail.tls).click()
    await page.locator('.ant-select-item-option', { hasText: words.mail.ways.none }).click()
    await page.getByLabel(words.mail.port, { exact: true }).fill(String(server.port))
    await page.getByLabel(words.mail.from, { exact: true }).fill('dossier@example.com')
    await page.getByRole('button', { name: words.action.save }).click()
    await page.getByText(words.mail.saved).waitFor()

    await go(`/o/users/${me.id}/edit`)
    await page.getByRole('textbox', { name: words.field('user', 'email') }).fill(`${me.login}@example.com`)
    await page.getByRole('button', { name: words.action.save }).click()
    await page.waitForURL(`**/o/users/${me.id}`)
    await go('/settings/mail')
    await page.getByRole('button', { name: words.mail.test }).click()
    await expect.poll(() => server.mails.at(-1)?.to).toEqual([`${me.login}@example.com`])
    await page.getByText(words.mail.states.sent).first().waitFor()

    const name = { zh: '沈丽', en: 'Alice Moore' }[locale]
    const login = `joiner-${locale}`
    await go('/o/users/new')
    await page.getByRole('textbox', { name: words.field('user', 'name') }).fill(name)
    await page.getByRole('textbox', { name: words.field('user', 'login') }).fill(login)
    await page.getByRole('textbox', { name: words.field('user', 'email') }).fill(`${login}@example.com`)
    await page.getByRole('button', { name: words.action.save }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.locator('.file-actions').getByRole('button', { name: words.shell.more }).click()
    await page.getByRole('menuitem', { name: words.password.invite }).click()
    await page.getByText(fill(words.password.invited, { name })).waitFor()

    const joiner = await stage.visit(locale, { as: undefined, width: 390 })
    joiner.expectRefusal(422)
    joiner.expectRefusal(403)
    const link = await linkIn(server, `${login}@example.com`)
    expect(link).toMatch(new RegExp(`^${house.address}/password#`))
    await joiner.go(link)
    await joiner.page.getByText(login, { exact: true }).waitFor()
    await joiner.page.getByLabel(words.password.fresh).fill('password123')
    await joiner.page.keyboard.press('Enter')
    await joiner.page.getByRole('alert').waitFor()
    await joiner.page.getByLabel(words.password.fresh).fill('paper-and-river-mist')
    await joiner.page.keyboard.press('Enter')
    await joiner.page.waitForURL('**/today')
    await joiner.go('/sign-in')
    await joiner.go(link)
    // In the language of the account, which the page has shown since.
    await joiner.page.getByText(/链接无效|link is invalid/).waitFor()

    const forgetful = await stage.visit(locale, { as: undefined })
    forgetful.expectRefusal(401)
    await forgetful.go('/sign-in')
    await forgetful.page.getByRole('link', { name: words.signIn.forgot }).click()
    for (const each of ['nobody-at-all', login]) {
      await forgetful.go('/forgot-password')
      await forgetful.page.getByLabel(words.signIn.login).fill(each)
      await forgetful.page.keyboard.press('Enter')
      await forgetful.page.getByText(words.forgot.done).waitFor()
    }
    await expect.poll(() => linkIn(server, `${login}@example.com`)).not.toBe(link)
    await forgetful.go(await linkIn(server, `${login}@example.com`))
    await forgetful.page.getByLabel(words.password.fresh).fill('brush-and-quiet-water')
    await forgetful.page.getByRole('button', { name: words.link.save }).click()
    await forgetful.page.waitForURL('**/today')
    // The session from before is over.
    joiner.expectRefusal(401)
    await joiner.go('/o/customers')
    await joiner.page.waitForURL('**/sign-in?**')
  })
})
