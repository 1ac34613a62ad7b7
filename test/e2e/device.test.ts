import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startSession } from '#kernel'
import { callApi } from '#test/call-api'
import { openLine } from './line.ts'
import { languages, useStage } from './stage.ts'
import { fill, wordsOf } from './words.ts'

const stage = useStage()

/** Waits until the browser has the worker, and whether it is in charge of this page. */
const worker = (page: Page) =>
  page.evaluate<boolean>('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)')

/** The paths that the browser keeps. */
const keptPaths = (page: Page) =>
  page.evaluate<string[]>(`(async () => {
    const paths = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })()`)

const makeCustomer = (name: string) =>
  callApi<{ id: string }>(stage.house, stage.house.heads.zh, { path: '/customers', body: { name } })

const offlineTitles = { zh: '现在连不上服务器', en: 'The server cannot be reached' } as const

it('may be installed, with a name in each language and the own mark', async () => {
  const { page, words, go } = await stage.visit('zh')
  await go('/o/customers')
  await page.locator('.user-button').waitFor()
  const link = await page.locator('link[rel="manifest"]').getAttribute('href')
  const response = await page.request.get(link ?? '')
  expect(response.headers()['content-type']).toContain('application/manifest+json')
  const manifest = await response.json()
  expect(manifest).toMatchObject({ id: '/', start_url: '/', display: 'standalone', name: words.app.name })
  const sizes = await page.evaluate<string[]>(
    `Promise.all(${JSON.stringify(manifest.icons)}.map(async ({ src }) => {
      const picture = new Image()
      picture.src = src
      await picture.decode()
      return picture.naturalWidth + 'x' + picture.naturalHeight
    }))`,
  )
  expect(sizes).toEqual(manifest.icons.map(({ sizes: told }: { sizes: string }) => told))
  const other = await page.request.get('/en.webmanifest')
  const { name, short_name, description, lang, ...rest } = await other.json()
  expect({ name, lang }).toEqual({ name: wordsOf('en').app.name, lang: 'en' })
  expect(manifest).toMatchObject(rest)
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable')
})

describe.each(languages('zh'))('in %s', (locale) => {
  it('offers to install where the browser does, and asks the browser once', async () => {
    const { page, words, go } = await stage.visit(locale)
    await go('/today')
    await page.locator('.user-button').click()
    const entry = page.getByRole('menuitem', { name: words.shell.install })
    await page.getByRole('menuitem', { name: words.shell.signOut }).waitFor()
    expect(await entry.count()).toBe(0)
    await page.evaluate(`dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => { document.title = 'asked' },
    }))`)
    await entry.click()
    await expect.poll(() => page.title()).toBe('asked')
    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.shell.signOut }).waitFor()
    expect(await entry.count()).toBe(0)
  })

  it('says when the server is out of reach, keeps what was typed, and brings it there once it is back', async () => {
    const { id } = await makeCustomer(`隧道${locale}有限公司`)
    const line = await openLine(stage.house.address)
    const { page, words, go, expectNoServer } = await stage.visit(locale, { address: line.address, width: 390 })
    await go(`/o/customers/${id}`)
    await page.getByRole('button', { name: fill(words.composer.write, { name: words.name('follow_up') }) }).click()
    const text = page.getByRole('textbox', { name: words.field('follow_up', 'content') })
    await text.waitFor()
    expectNoServer()
    await line.cut()
    const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('/form-drafts'))
    await text.fill('在隧道里写的')
    await lost
    await page.getByText(words.shell.offline).waitFor({ state: 'attached' })
    await page.getByText(words.draft.waits).waitFor()
    const save = page.getByRole('button', { name: words.action.save })
    expect([await save.isDisabled(), await save.getAttribute('title')]).toEqual([true, words.shell.needsLine])
    expect(await text.inputValue()).toBe('在隧道里写的')

    await line.mend()
    await page.getByRole('button', { name: words.draft.discard }).waitFor()
    await page.getByText(words.shell.offline).waitFor({ state: 'detached' })
    const path = `/form-drafts?object=follow-ups&parent=${id}`
    const { draft } = await callApi<{ draft: { values: object } }>(stage.house, stage.house.heads[locale], {
      method: 'GET',
      path,
    })
    expect(draft.values).toMatchObject({ content: '在隧道里写的' })
    expect(await save.isEnabled()).toBe(true)
  })

  it('answers a reload without a server with a page of its own, which opens by itself again', async () => {
    const line = await openLine(stage.house.address)
    const { page, words, go, expectNoServer } = await stage.visit(locale, { address: line.address })
    await go('/o/customers')
    await page.getByRole('heading', { name: words.names('customer'), level: 1 }).waitFor()
    await worker(page)
    await page.reload()
    await page.getByRole('heading', { name: words.names('customer'), level: 1 }).waitFor()
    expect(await worker(page)).toBe(true)
    const kept = await keptPaths(page)
    const named = await page.evaluate<string[]>(`[...document.querySelectorAll('[src^="/assets/"],[href^="/assets/"]')]
      .map((one) => one.getAttribute('src') ?? one.getAttribute('href'))`)
    expect(named.length).toBeGreaterThan(2)
    expect(kept).toEqual(expect.arrayContaining(named))
    expect(kept.filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
      '/favicon.svg',
      '/first-paint.js',
      '/offline.css',
      '/offline.html',
      '/offline.js',
    ])
    expectNoServer()
    await line.cut()
    await page.reload()
    await page.getByRole('heading', { name: offlineTitles[locale] }).waitFor()
    const other = offlineTitles[locale === 'zh' ? 'en' : 'zh']
    expect(await page.getByRole('heading', { name: other }).isVisible()).toBe(false)
    await line.mend()
    await page.getByRole('heading', { name: words.names('customer'), level: 1 }).waitFor()
  })

  it('takes a new build at once, says so on pages of the old one, and keeps nothing of the old', async () => {
    const line = await openLine(stage.house.address)
    const { page, words, go } = await stage.visit(locale, { address: line.address })
    await go('/today')
    await worker(page)
    await page.reload()
    expect(await worker(page)).toBe(true)
    // The page looks for a newer build once it stands, not as soon as its worker does.
    await page.locator('.user-button').waitFor()
    const before = await page.evaluate<string[]>('caches.keys()')
    expect(await page.getByText(words.shell.newVersion).count()).toBe(0)
    line.bend('/worker.js', (text) => text.replace(/dossier-\w+/, 'dossier-later'))
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.getByText(words.shell.newVersion).waitFor()
    expect(before).not.toEqual(['dossier-later'])
    await expect.poll(() => page.evaluate('caches.keys()')).toEqual(['dossier-later'])
    await page.getByRole('button', { name: words.shell.reload }).click()
    await page.getByText(words.shell.newVersion).waitFor({ state: 'detached' })
    await page.locator('.user-button').waitFor()
    expect(await page.getByText(words.shell.newVersion).count()).toBe(0)
  })

  it('signs out as before with the worker in charge, and nobody is let in by what it keeps', async () => {
    const as = stage.house.heads[locale]
    const { token } = await startSession(stage.house.kernel.db, as.id, { ip: null, agent: 'test' })
    const { page, words, go } = await stage.visit(locale, { as: { ...as, cookie: token } })
    await go('/today')
    await worker(page)
    await page.reload()
    expect(await worker(page)).toBe(true)
    await page.locator('.user-button').click()
    await page.getByRole('menuitem', { name: words.shell.signOut }).click()
    await page.waitForURL('**/sign-in')
    await page.reload()
    await page.waitForURL('**/sign-in')
    await go('/o/customers')
    await page.waitForURL('**/sign-in*')
  })
})
