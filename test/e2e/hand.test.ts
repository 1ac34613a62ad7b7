import { describe, expect, it } from 'vitest'
import { startSession } from '#kernel'
import { callApi } from '#test/call-api'
import { giveMicrophone } from './microphone.ts'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()

const post = (path: string, body: object) => callApi<{ id: string }>(stage.house, stage.house.heads.zh, { path, body })

/** A picture of a wall, as large as cameras make them. */
const takePicture = `(async () => {
  const canvas = new OffscreenCanvas(3000, 1500)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#8a4b08'
  pen.fillRect(0, 0, 3000, 1500)
  const content = await canvas.convertToBlob({ type: 'image/png' })
  return btoa(String.fromCharCode(...new Uint8Array(await content.arrayBuffer())))
})()`

describe.each(languages('zh'))('on a phone, in %s', (locale) => {
  it('calls whom one chooses without showing the number, and offers to write the call down on coming back', async () => {
    const { clerks } = stage.house
    const { id } = await post('/customers', {
      name: `单手${locale}有限公司`,
      phone: '0571-88001234',
      owner: clerks[locale].id,
    })
    const contact = await post('/contacts', { customer: id, name: '凌云', phone: '13800138001' })
    const { page, words, go } = await stage.visit(locale, { width: 390, as: clerks[locale] })
    await go(`/o/customers/${id}`)
    const bar = page.getByRole('toolbar', { name: words.atHand.bar })
    await page.getByRole('button', { name: '凌云' }).waitFor()
    // The page hands the number to the telephone; where there is none, nothing else may happen to it.
    await page.evaluate(
      `window.dialled = []; HTMLAnchorElement.prototype.click = function () { dialled.push(this.href) }`,
    )
    await bar.getByRole('button', { name: words.atHand.call }).click()
    await page.getByRole('menuitem', { name: '凌云' }).click()
    await expect.poll(() => page.evaluate('dialled')).toEqual(['tel:+8613800138001'])
    expect(await page.locator('body').innerText()).not.toContain('138 0013 8001')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    const sheet = page.getByRole('dialog', { name: words.atHand.afterCall })
    await sheet.getByText('凌云').waitFor()
    const phone = sheet.getByRole('radio', { name: words.choice('follow_up', 'method', 'phone') })
    expect(await phone.isChecked()).toBe(true)
    await sheet.getByRole('textbox', { name: words.field('follow_up', 'content') }).fill('说好下周来')
    await sheet.getByRole('button', { name: words.action.save, exact: true }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.getByText('说好下周来').waitFor()
    const { items } = await callApi<{ items: object[] }>(stage.house, stage.house.heads.zh, {
      method: 'GET',
      path: `/follow-ups?where=${encodeURIComponent(JSON.stringify({ customer: id }))}`,
    })
    expect(items).toMatchObject([{ method: 'phone', contact: contact.id, content: '说好下周来' }])
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('lets the question after a call go, and what was known of it be left out', async () => {
    const { id } = await post('/customers', { name: `不记${locale}有限公司`, phone: '0571-88001235' })
    const { page, words, go } = await stage.visit(locale, { width: 390 })
    await go(`/o/customers/${id}`)
    const call = page.getByRole('toolbar', { name: words.atHand.bar }).getByRole('button', { name: words.atHand.call })
    await call.waitFor()
    await page.evaluate('HTMLAnchorElement.prototype.click = () => undefined')
    await call.click()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    const sheet = page.getByRole('dialog', { name: words.atHand.afterCall })
    const at = sheet.getByText(words.field('follow_up', 'at'), { exact: true })
    await at.waitFor()
    await sheet.getByRole('button', { name: words.composer.without }).click()
    await at.waitFor({ state: 'detached' })
    await sheet.getByRole('button', { name: words.action.close }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('takes a picture of a paper into the file, no larger than it must be, and one of a card beside a new contact', async () => {
    const { id } = await post('/customers', { name: `拍照${locale}有限公司` })
    const { page, words, go } = await stage.visit(locale, { width: 390 })
    await go(`/o/customers/${id}`)
    const bar = page.getByRole('toolbar', { name: words.atHand.bar })
    await bar.getByRole('button', { name: words.atHand.photo }).waitFor()
    const buffer = Buffer.from(await page.evaluate<string>(takePicture), 'base64')
    const take = async (what: string): Promise<void> => {
      await bar.getByRole('button', { name: words.atHand.photo }).click()
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('menuitem', { name: what }).click()
      await (await chooser).setFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer })
    }
    expect(await page.locator('input[type="file"][capture]').first().getAttribute('accept')).toBe('image/*')
    await take(words.atHand.paper)
    const form = page.getByRole('dialog')
    await form.getByText('.jpg').waitFor()
    await form.getByRole('button', { name: words.action.save }).click()
    await form.waitFor({ state: 'detached' })
    const link = page.getByRole('region', { name: words.timeline.title }).getByRole('link', { name: '.jpg' })
    const picture = await page.evaluate<number[]>(
      `createImageBitmap(new Blob([new Uint8Array(${JSON.stringify([...(await (await page.request.get((await link.getAttribute('href')) ?? '')).body())])})])).then(({ width, height }) => [width, height])`,
    )
    expect(picture).toEqual([2400, 1200])

    await take(words.atHand.card)
    await form.getByRole('img', { name: words.atHand.cardPicture }).waitFor()
    await page.getByText(words.atHand.cardKept).waitFor()
    await form.locator('#name').fill('卡片上的人')
    await form.getByRole('button', { name: words.action.save }).click()
    await page.getByRole('button', { name: '卡片上的人' }).waitFor()
    await expect
      .poll(() => page.getByRole('region', { name: words.timeline.title }).getByRole('link', { name: '.jpg' }).count())
      .toBe(2)
  })

  it('records a voice note, lets it be heard before and after, and keeps it as what it is', async () => {
    const { id } = await post('/customers', { name: `语音${locale}有限公司` })
    const { page, words, go } = await stage.visit(locale, { width: 390 })
    await giveMicrophone(page)
    await go(`/o/customers/${id}`)
    await page
      .getByRole('toolbar', { name: words.atHand.bar })
      .getByRole('button', { name: words.atHand.voice })
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('timer').waitFor()
    await expect.poll(() => sheet.getByRole('timer').innerText()).toContain('4:59')
    await sheet.getByRole('button', { name: words.voice.stop }).click()
    await sheet.getByLabel(words.voice.listen).waitFor()
    await expect
      .poll(() => page.evaluate(`document.querySelector('[role=dialog] audio')?.readyState ?? 0`))
      .toBeGreaterThan(0)
    await sheet.getByRole('button', { name: words.voice.keep }).click()
    await sheet.getByText('.weba').waitFor()
    const text = sheet.getByRole('textbox', { name: words.field('follow_up', 'content') })
    expect(await text.inputValue()).toBe(words.voice.spoken)
    await sheet.getByRole('button', { name: words.action.save }).click()
    await sheet.waitFor({ state: 'detached' })
    const timeline = page.getByRole('region', { name: words.timeline.title })
    const fetched = page.waitForResponse((response) => response.url().includes('/api/files/'))
    await timeline.getByRole('button', { name: fill(words.voice.play, { name: '' }).trim() }).click()
    expect((await fetched).headers()['content-type']).toBe('audio/webm')
    await expect
      .poll(() => page.evaluate(`document.querySelector('.timeline audio')?.currentTime ?? 0`))
      .toBeGreaterThan(0)
  })

  it('says what to do where the microphone is refused', async () => {
    const { id } = await post('/customers', { name: `不许${locale}有限公司` })
    const { page, words, go } = await stage.visit(locale, { width: 390 })
    await go(`/o/customers/${id}`)
    await page.evaluate(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))`,
    )
    await page
      .getByRole('toolbar', { name: words.atHand.bar })
      .getByRole('button', { name: words.atHand.voice })
      .click()
    await page.getByRole('alert').filter({ hasText: words.voice.refused }).waitFor()
  })
})

it('shows at once who else has a file open and who writes in it, to who may see both, until they leave', async () => {
  const { heads, clerks } = stage.house
  const { id } = await post('/customers', { name: '同开有限公司', owner: clerks.zh.id })
  const clerk = await stage.visit('zh', { as: clerks.zh })
  const { token } = await startSession(stage.house.kernel.db, heads.en.id, { ip: null, agent: 'test' })
  const head = await stage.visit('en', { as: { ...heads.en, cookie: token } })
  await clerk.go(`/o/customers/${id}`)
  await clerk.page.locator('.composer').waitFor()
  await head.go(`/o/customers/${id}`)
  const [byClerk, byHead] = [clerk, head].map(({ page, words }) =>
    page.getByRole('list', { name: words.presence.title }),
  )
  await byHead?.getByText(fill(head.words.presence.reads, { name: '许晴' })).waitFor()
  await byClerk?.getByText(fill(clerk.words.presence.reads, { name: 'Emma Clarke' })).waitFor()
  await head.page.getByRole('textbox', { name: head.words.field('follow_up', 'content') }).fill('Half a sentence')
  await byClerk?.getByText(fill(clerk.words.presence.writes, { name: 'Emma Clarke' })).waitFor()
  await head.go('/today')
  await byClerk?.waitFor({ state: 'detached' })
  await head.go(`/o/customers/${id}`)
  await byClerk?.waitFor()
  await head.page.locator('.user-button').click()
  await head.page.getByRole('menuitem', { name: head.words.shell.signOut }).click()
  await byClerk?.waitFor({ state: 'detached' })
  await head.page.waitForURL('**/sign-in**')
  await callApi(stage.house, heads.en, { method: 'DELETE', path: `/form-drafts?object=follow-ups&parent=${id}` })
})
