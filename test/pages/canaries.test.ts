import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { makeContext, systemActor } from '#kernel'
import { callApi } from '#test/call-api'
import { sampleInput } from '#test/sample-input'
import { watchRequests } from '../e2e/quiet.ts'
import { useStage } from '../e2e/stage.ts'
import { openFlock } from '../outlets/canary.ts'

const stage = useStage()

/** All that a browser keeps of a site, and what stands on the page and in its inputs. */
const kept = `(async () => {
  const databases = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
    const open = indexedDB.open(name)
    open.onsuccess = () => {
      const names = [...open.result.objectStoreNames]
      if (!names.length) return done([])
      const stores = open.result.transaction(names)
      const contents = names.map((name) => stores.objectStore(name).getAll())
      stores.oncomplete = () => done(contents.map(({ result }) => result))
    }
    open.onerror = () => done([])
  })))
  const caches_ = []
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      caches_.push(request.url, await (await (await caches.open(name)).match(request)).text())
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches_, document.cookie, location.href, history.state,
    document.documentElement.outerHTML, [...document.querySelectorAll('input, textarea')].map((each) => each.value)])
})()`

describe('a clerk who walks through the pages', () => {
  it('leaves no canary on the page, in the storages of the browser, and none comes over the wire', async () => {
    const { house } = stage
    const clerk = house.clerks.zh
    const flock = openFlock()
    const ctx = makeContext({ kernel: house.kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
    const make = async (object: string, given: Record<string, unknown>): Promise<string> => {
      const type = ctx.type(object)
      const secret = type.stored
        .filter(({ field }) => field.level > 1)
        .map((bound) => [bound.name, flock.hatch(bound, 'clerk')])
      return (
        await ctx.recordsNamed(object).create(await sampleInput(ctx, type, { ...Object.fromEntries(secret), ...given }))
      ).id
    }
    const customer = await make('customer', { owner: clerk.id })
    const child = { customer, name: '孙丽' }
    await make('contact', child)
    await make('address', { customer })
    const phone = ctx.type('customer').fields.get('phone')
    if (!phone) throw new Error('Customers have a phone')
    const changed = { phone: flock.hatch(phone, 'clerk'), version: 1 }
    await callApi(house, house.heads.zh, { method: 'PATCH', path: `/customers/${customer}`, body: changed })
    const { page, go } = await stage.visit('zh', { as: clerk })
    const whenQuiet = watchRequests(page)
    const answers: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.url().includes('/api/') && !response.url().includes('/events'))
        answers.push(response.text().catch(() => ''))
    })
    const seen: string[] = []
    const look = async (at: Page) => seen.push(await at.evaluate<string>(kept))
    const paths = [
      '/',
      '/o/customers',
      `/o/customers/${customer}`,
      `/o/customers/${customer}/edit`,
      '/o/contacts',
      '/o/users',
      '/account',
    ]
    await go('/today')
    // From now on the browser keeps files of the application's own.
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    for (const path of paths) {
      await go(path)
      await whenQuiet()
      await look(page)
    }
    await go(`/o/customers/${customer}`)
    await page.locator('.file-section').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('0001')
    await whenQuiet()
    await look(page)
    const wire = await Promise.all(answers)
    expect(seen.at(-1)).toMatch(/"[^"]+\/assets\/[^"]+\.js"/)
    expect(seen.join()).not.toMatch(/"https?:\/\/[^"]+\/api\/[^"]*","\{/)
    // The clerk's own file was opened, so there was something to leak.
    expect(wire.join()).toContain('139****')
    expect([...seen, ...wire].flatMap((text) => flock.in(text))).toEqual([])
  })
})
