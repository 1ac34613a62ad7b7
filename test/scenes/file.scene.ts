import type { RecordAnswer } from '#shared/wire'
import { callApi } from '#test/call-api'
import { giveMicrophone } from '../e2e/microphone.ts'
import { fill } from '../e2e/words.ts'
import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const full = { house: 'full' } as const
const record = /\/api\/customers\/[0-9a-f-]{36}$/

/** The form of a company that needs a fax, refused for the want of it. */
async function openUnfinished({ page, words, go }: OnStage): Promise<void> {
  await page.request.delete('/api/form-drafts?object=customers')
  await page.route(/\/api\/definitions$/, async (route) => {
    const response = await route.fetch()
    const { objects, ...rest } = await response.json()
    const asked = objects.map((object: { name: string; requirements: object[] }) =>
      object.name === 'customer'
        ? { ...object, requirements: [...object.requirements, { field: 'fax', need: 'required', when: {} }] }
        : object,
    )
    await route.fulfill({ response, json: { ...rest, objects: asked } })
  })
  await go('/o/customers/new')
  const form = page.getByRole('dialog')
  await form.locator('#name').fill('青禾贸易有限公司')
  await form.getByRole('button', { name: words.action.save }).click()
  await form.getByText(fill(words.form.required, { field: words.field('customer', 'fax') })).waitFor()
}

export const fileScenes: readonly Scene[] = [
  {
    name: 'file',
    ...full,
    show: async ({ page, go, house }) => {
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      await page.locator('.child-row').first().waitFor()
    },
  },
  {
    name: 'file-consents',
    ...full,
    show: async ({ page, words, go }) => {
      const first = async (path: string, filter: object) => {
        const params = { where: JSON.stringify(filter), sort: '-updatedAt', limit: 1 }
        return (await (await page.request.get(path, { params })).json()).items[0]
      }
      const { id: purpose } = await first('/api/purposes', { code: 'marketing' })
      const older = { purpose, noticeVersion: 1, withdrawnAt: { empty: true }, until: { empty: true } }
      await go(`/o/customers/${(await first('/api/consents', older)).customer}`)
      const consents = page.getByRole('region', { name: words.consents.title })
      await consents.getByText(words.consents.state.older).first().waitFor()
      await consents.getByRole('button', { name: words.consents.add }).click()
      const form = consents.getByRole('form')
      await form.getByRole('combobox', { name: words.field('consent', 'purpose') }).click()
      await page.locator('.ant-select-item-option').first().click()
      await form.getByRole('blockquote').waitFor()
      await consents.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'file-verified',
    ...full,
    show: async (stage) => {
      const { page, words, go, house, locale } = stage
      const at = `/customers/${house.customer}`
      const head = house.heads[locale]
      const { version } = await callApi<RecordAnswer>(house, head, { method: 'GET', path: at })
      const body = { field: 'phone', how: 'call', version }
      await callApi(house, head, { path: `${at}/verifications`, body })
      await go(`/o/customers/${house.customer}`)
      const mark = page.locator('.verify-fresh').first()
      await mark.waitFor()
      await mark.scrollIntoViewIfNeeded()
      const more = fill(words.verify.more, { name: words.field('customer', 'phone') })
      await page.getByRole('button', { name: more }).click()
      await page.getByRole('menuitem', { name: words.verify.ways.register }).waitFor()
    },
  },
  {
    name: 'file-masked',
    ...full,
    as: 'clerk',
    show: showMasked,
  },
  {
    name: 'file-reveal',
    ...full,
    as: 'clerk',
    show: async (stage) => {
      await showMasked(stage)
      const { page, words } = stage
      const name = fill(words.reveal.showNamed, { name: words.field('customer', 'phone') })
      await page.getByRole('button', { name, exact: true }).first().click()
      await page.getByRole('button', { name: words.reveal.reason.callBack }).waitFor()
    },
  },
  {
    name: 'file-seers',
    ...full,
    show: async ({ page, words, go, house }) => {
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
      await page.getByRole('menuitem', { name: words.access.seers }).click()
      await page.locator('.access-line').nth(2).waitFor()
    },
  },
  {
    name: 'user-reach',
    ...full,
    show: async ({ page, words, go, house, locale }) => {
      await go(`/o/users/${house.clerks[locale].id}`)
      // The phone's bar has a button of the same name, and is there first.
      await page.locator('.file-actions').getByRole('button', { name: words.shell.more, exact: true }).click()
      await page.getByRole('menuitem', { name: words.access.reach }).click()
      await page.locator('.access-line').nth(2).waitFor()
    },
  },
  {
    name: 'file-loading',
    ...full,
    show: async (stage) => {
      await whileLoading(stage, record)
      await stage.go(`/o/customers/${stage.house.customer}`)
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'file-failed',
    ...full,
    show: async (stage) => {
      await afterFailure(stage, record)
      await stage.go(`/o/customers/${stage.house.customer}`)
      await seeFailure(stage)
    },
  },
  {
    name: 'file-not-found',
    ...full,
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(404)
      await go('/o/customers/00000000-0000-7000-8000-000000000000')
      await page.getByRole('heading', { name: words.error.notFound }).waitFor()
    },
  },
  {
    name: 'file-history',
    ...full,
    show: async ({ page, words, go, house }) => {
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
      await page.getByRole('menuitem', { name: words.file.history }).click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'file-compare',
    ...full,
    show: async ({ page, words, go, house }) => {
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      await page.getByRole('button', { name: words.shell.more, exact: true }).first().click()
      await page.getByRole('menuitem', { name: words.file.history }).click()
      await page.getByRole('dialog').getByRole('tab', { name: words.history.compare }).click()
      await page.getByRole('dialog').getByRole('rowheader').first().waitFor()
    },
  },
  {
    name: 'form',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/o/customers/new')
      await page.getByRole('dialog').getByRole('button', { name: words.action.save }).waitFor()
    },
  },
  {
    name: 'form-refused',
    house: 'empty',
    show: async ({ page, words, go, expectRefusal }) => {
      expectRefusal(422)
      // What the last look at it left behind.
      await page.request.delete('/api/form-drafts?object=customers')
      await go('/o/customers/new')
      const form = page.getByRole('dialog')
      await form.locator('#phone').fill('12')
      await form.locator('#email').fill('nobody')
      await form.getByRole('button', { name: words.action.save }).click()
      await form.getByText(fill(words.form.required, { field: words.field('customer', 'name') })).waitFor()
      await form.locator('#name').fill('青禾贸易有限公司')
      await form.getByRole('button', { name: words.action.save }).click()
      await form.getByText(words.form.checkFields).waitFor()
    },
  },
  {
    name: 'form-later',
    house: 'empty',
    show: async (stage) => {
      await openUnfinished(stage)
      const { page, words } = stage
      await page.getByRole('dialog').getByRole('button', { name: words.form.later.action }).click()
      const later = page.getByRole('dialog', { name: words.form.later.title })
      await later.getByLabel(words.form.later.why).fill('对方下周回电')
    },
  },
  {
    name: 'form-alike',
    ...full,
    show: async ({ page, words, go }) => {
      await page.request.delete('/api/form-drafts?object=customers')
      const { items } = await (await page.request.get('/api/customers?limit=50&sort=name')).json()
      // Numbers are found at once; keys of names are written behind the answer.
      const { name, phone } = items.find((one: { phone: unknown }) => one.phone)
      await go('/o/customers/new')
      const form = page.getByRole('dialog')
      await form.locator('#name').fill(name)
      await form.locator('#phone').fill(phone)
      await form.getByText(words.form.alike).waitFor()
    },
  },
  {
    name: 'form-paste',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await page.request.delete('/api/form-drafts?object=customers')
      await go('/o/customers/new')
      await page.getByRole('button', { name: words.paste.open }).click()
      const paste = page.getByRole('region', { name: words.paste.title })
      await paste
        .getByRole('textbox')
        .fill(
          '青禾贸易有限公司\n张伟 销售总监\n手机：138 0013 8000\nzhangwei@example.com\n浙江省杭州市余杭区文一西路969号',
        )
      await paste.getByText('浙江省 杭州市 余杭区').waitFor()
    },
  },
  {
    name: 'form-draft',
    ...full,
    show: async ({ page, words, go, house }) => {
      const values = { content: '谈到一半：**报价**发到邮箱', nextStep: '寄样册' }
      const data = { object: 'follow-ups', parent: house.customer, values }
      await page.request.post('/api/form-drafts', { data })
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      const name = fill(words.composer.write, { name: words.name('follow_up') })
      const open = page.getByRole('button', { name, exact: true })
      await open.or(page.getByRole('region', { name })).first().waitFor()
      if (await open.isVisible()) await open.click()
      await page.getByRole('button', { name: words.draft.discard }).waitFor()
      await page.getByRole('region', { name }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'form-draft-edit',
    ...full,
    show: async ({ page, words, go, house }) => {
      const data = { object: 'customers', record: house.customer, version: 1, values: { shortName: '改到一半' } }
      await page.request.post('/api/form-drafts', { data })
      await go(`/o/customers/${house.customer}/edit`)
      await page.getByRole('dialog').getByRole('button', { name: words.draft.discard }).waitFor()
    },
  },
  {
    name: 'file-present',
    ...full,
    show: async ({ page, words, go, house, locale }) => {
      const body = { object: 'customers', id: house.customer, page: crypto.randomUUID(), state: 'writes' }
      const other = house.heads[locale === 'zh' ? 'en' : 'zh']
      await go(`/o/customers/${house.customer}`)
      await page.locator('.entry').nth(2).waitFor()
      await callApi(house, other, { path: '/presence', body })
      await page.getByRole('list', { name: words.presence.title }).waitFor()
    },
  },
  {
    name: 'file-after-call',
    ...full,
    widths: [390],
    show: async ({ page, words, go, house }) => {
      await page.request.delete(`/api/form-drafts?object=follow-ups&parent=${house.customer}`)
      await go(`/o/customers/${house.customer}`)
      const call = page
        .getByRole('toolbar', { name: words.atHand.bar })
        .getByRole('button', { name: words.atHand.call })
      await call.waitFor()
      await page.locator('.child-row').first().waitFor()
      await page.evaluate('HTMLAnchorElement.prototype.click = () => undefined')
      await call.click()
      await page.getByRole('menuitem').last().click()
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
      const sheet = page.getByRole('dialog', { name: words.atHand.afterCall })
      await sheet.getByRole('textbox', { name: words.field('follow_up', 'content') }).waitFor()
      await sheet.getByRole('button', { name: words.voice.record }).waitFor()
    },
  },
  {
    name: 'file-voice',
    ...full,
    widths: [390],
    show: async ({ page, words, go, house }) => {
      await giveMicrophone(page)
      await go(`/o/customers/${house.customer}`)
      const bar = page.getByRole('toolbar', { name: words.atHand.bar })
      await bar.getByRole('button', { name: words.atHand.voice }).click()
      await page.getByRole('timer').waitFor()
      await page.getByRole('button', { name: words.files.add }).waitFor()
    },
  },
  {
    name: 'form-loading',
    ...full,
    show: async (stage) => {
      await whileLoading(stage, record)
      await stage.go(`/o/customers/${stage.house.customer}/edit`)
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
]

async function showMasked({ page, go, house }: OnStage): Promise<void> {
  await go(`/o/customers/${house.customer}`)
  await page.locator('.file-section .mask').first().waitFor()
  await page.locator('.child .mask').first().waitFor()
  await page.locator('.entry').nth(2).waitFor()
}
