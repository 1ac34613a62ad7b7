import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { fill } from '../e2e/words.ts'
import { afterFailure, seeFailure, whileLoading } from './in-state.ts'
import type { OnStage, Scene } from './scene.ts'

const empty = { house: 'empty' } as const
const full = { house: 'full' } as const

/** A role of the company's own, with an exception of every sort. */
async function makeRole({ house, locale }: OnStage): Promise<string> {
  const grants = [
    { objects: ['area:files', 'area:parts'], rights: ['read', 'create', 'update', 'reveal'], scope: 'own' },
    { objects: ['area:files'], rights: ['read'], scope: 'below' },
    { objects: ['area:reference', 'area:house'], rights: ['read'], scope: 'all' },
    { objects: ['customer', 'contact'], rights: ['export', 'print'], scope: 'all', deny: true },
  ]
  const fieldRights = [
    { object: 'customer', field: 'annualRevenue', access: 'hidden' },
    { object: 'customer', field: 'name', access: 'read' },
  ]
  const body = {
    nameZh: '渠道专员',
    nameEn: 'Channel clerk',
    clearance: '2',
    plain: '1',
    duties: [],
    grants,
    fieldRights,
  }
  const { id } = await callApi(house, house.heads[locale], { path: '/roles', body })
  return id
}

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

async function showRole(stage: OnStage): Promise<void> {
  await stage.go(`/settings/roles/${await makeRole(stage)}`)
  await stage.page.locator('.right-denied').first().waitFor()
}

/** This year's, whichever it is when somebody looks. */
async function makeHolidays({ house, locale }: OnStage): Promise<void> {
  const year = new Date().getFullYear()
  const head = house.heads[locale]
  const read = `/holidays?limit=1&where=${encodeURIComponent(JSON.stringify({ from: `${year}-10-01` }))}`
  const { items } = await callApi<ListWire>(house, head, { method: 'GET', path: read })
  if (items.length) return
  const days = [
    { name: '国庆节', from: `${year}-10-01`, until: `${year}-10-07` },
    { name: '国庆节', works: 'on', from: `${year}-10-10` },
  ]
  for (const body of days) await callApi(house, head, { path: '/holidays', body })
}

export const settingsScenes: readonly Scene[] = [
  {
    name: 'settings',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings')
      await page.getByRole('region', { name: words.house.groups.proof }).getByRole('link').nth(2).waitFor()
    },
  },
  {
    name: 'look-settings',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/look')
      await page.getByLabel(words.field('company', 'accent'), { exact: true }).fill('#e8590c')
      await page.getByLabel(words.field('company', 'signInText')).fill('仅限本公司员工登录；账号问题请联系行政部。')
      await page.locator('.look-preview .look-door-text').last().waitFor()
    },
  },
  {
    name: 'completing-settings',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/settings/completing')
      await page.getByLabel(words.field('company', 'completeDays')).fill('8')
      await page.locator('.completing-foresight p').nth(3).waitFor()
    },
  },
  {
    name: 'days-settings',
    ...empty,
    show: async (stage) => {
      await makeHolidays(stage)
      await stage.go('/settings/days')
      const { page } = stage
      await page.locator('.holiday-line').nth(1).waitFor()
    },
  },
  {
    name: 'days-notice',
    ...empty,
    show: async (stage) => {
      const { page, words, go } = stage
      await go('/settings/days')
      await page.getByRole('button', { name: words.house.days.paste }).click()
      await page.getByRole('button', { name: fill(words.house.days.official, { year: 2026 }) }).click()
      await page.getByRole('dialog').locator('.holiday-line').nth(12).waitFor()
    },
  },
  {
    name: 'objects-settings',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/objects')
      await page.locator('.settings-line').nth(5).waitFor()
    },
  },
  {
    name: 'modules-settings',
    ...full,
    show: async ({ page, words, go, locale }) => {
      await go('/settings/modules')
      const name = locale === 'zh' ? '产品与购买' : 'Products and purchases'
      await page.getByRole('button', { name: fill(words.own.modules.turnOff, { name }), exact: true }).click()
      await page.locator('.module-foresight li').nth(3).waitFor()
    },
  },
  {
    name: 'fields-settings',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/objects/customer')
      await page.locator('.field-line').nth(8).waitFor()
    },
  },
  {
    name: 'field-new',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/objects/customer/new-field')
      await page.locator('.kind-choice').nth(5).click()
      await page.locator('.field-preview').waitFor()
    },
  },
  {
    name: 'layout-settings',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/objects/customer?tab=layout')
      await page.locator('.layout-preview textarea').first().waitFor()
    },
  },
  {
    name: 'object-new',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/new-object')
      await page.locator('.icon-choice').nth(5).waitFor()
    },
  },
  {
    name: 'value-lists',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/value-lists')
      await page.locator('.settings-line').nth(5).waitFor()
    },
  },
  {
    name: 'value-list',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/value-lists/customer/tier')
      await page.locator('.value-line').nth(2).waitFor()
    },
  },
  {
    name: 'roles',
    ...empty,
    show: async (stage) => {
      await makeRole(stage)
      await stage.go('/settings/roles')
      await stage.page.locator('.role-line').nth(6).waitFor()
    },
  },
  {
    name: 'roles-loading',
    ...empty,
    show: async (stage) => {
      await whileLoading(stage, /\/api\/role-catalogue$/)
      await stage.go('/settings/roles')
      await stage.page.locator('.skeleton').first().waitFor()
    },
  },
  {
    name: 'roles-lost',
    ...empty,
    show: async (stage) => {
      await afterFailure(stage, /\/api\/role-catalogue$/)
      await stage.go('/settings/roles')
      await seeFailure(stage)
    },
  },
  {
    name: 'role-standard',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/roles/manager')
      await page.locator('.right-allowed').first().waitFor()
    },
  },
  { name: 'role', ...empty, show: showRole },
  {
    name: 'role-rights',
    ...empty,
    show: async (stage) => {
      await showRole(stage)
      await stage.page.evaluate(`document.querySelector('.rights-panel').scrollIntoView()`)
    },
  },
  {
    name: 'role-scope',
    ...empty,
    show: async (stage) => {
      await showRole(stage)
      await stage.page.locator('.scope-button').first().click()
      await stage.page.locator('.scope-form').waitFor()
    },
  },
  {
    name: 'role-fields',
    ...empty,
    show: async (stage) => {
      await showRole(stage)
      await stage.page.getByRole('tab', { name: stage.words.roles.fields }).click()
      await stage.page.locator('.field-right').nth(5).waitFor()
      await stage.page.evaluate(`document.querySelector('.rights-panel').scrollIntoView()`)
    },
  },
  {
    name: 'role-refused',
    ...empty,
    show: async (stage) => {
      const { page, words, expectRefusal } = stage
      expectRefusal(403)
      const code = 'access.not_yours_to_give'
      const error = { path: 'grants.0.objects.0', code, params: {}, message: words.error.forbidden }
      const json = {
        type: 'about:blank',
        title: words.error.forbidden,
        status: 403,
        code,
        params: {},
        errors: [error],
        requestId: '',
      }
      await showRole(stage)
      await page.route(/\/api\/roles\/[0-9a-f-]{36}$/, (route) =>
        route.request().method() === 'PATCH'
          ? route.fulfill({ status: 403, contentType: 'application/problem+json', json })
          : route.continue(),
      )
      await page.locator('button.right-none').first().click()
      await page.getByRole('button', { name: words.action.save, exact: true }).click()
      await page.locator('.rights-panel .field-error').waitFor()
    },
  },
  {
    name: 'holdings',
    ...empty,
    show: async (stage) => {
      const { page, words, go, house, locale } = stage
      const body = { user: house.clerks[locale].id, role: await makeRole(stage), until: later(30), grounds: '展会' }
      await callApi(house, house.heads[locale], { path: '/role-assignments', body })
      await go(`/o/users/${house.clerks[locale].id}`)
      await page.getByRole('region', { name: words.holdings.title }).getByRole('listitem').nth(1).waitFor()
    },
  },
  {
    name: 'holdings-add',
    ...empty,
    show: async ({ page, words, go, house, locale }) => {
      await go(`/o/users/${house.clerks[locale].id}`)
      await page.getByRole('button', { name: words.holdings.add }).click()
      await page.getByRole('form', { name: words.holdings.add }).waitFor()
    },
  },
  {
    name: 'team',
    ...full,
    show: async ({ page, words, go, house, locale }) => {
      const body = { customer: house.customer, user: house.clerks[locale].id, access: 'work', until: later(14) }
      await callApi(house, house.heads[locale], { path: '/team-members', body })
      await go(`/o/customers/${house.customer}`)
      const team = page.getByRole('region', { name: words.team.title })
      await team.getByRole('listitem').first().waitFor()
      await team.getByRole('button', { name: words.team.add }).click()
      await team.getByRole('form').waitFor()
      await page.evaluate(`document.querySelector('.in-place').scrollIntoView({ block: 'center' })`)
    },
  },
  {
    name: 'absence',
    ...empty,
    show: async ({ page, words, go, house, locale }) => {
      const deputy = house.clerks[locale].id
      const spans = [
        { from: later(-40), until: later(-30), grounds: '出差' },
        { from: later(1), until: later(9), grounds: '年假' },
      ]
      for (const span of spans)
        await callApi(house, house.heads[locale], { path: '/delegations', body: { deputy, ...span } })
      await go('/absence')
      await page.getByRole('region', { name: words.absence.past }).getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'absence-add',
    ...empty,
    as: 'clerk',
    show: async ({ page, words, go }) => {
      await go('/absence')
      await page.getByRole('button', { name: words.absence.add }).click()
      await page.getByRole('form', { name: words.absence.add }).waitFor()
    },
  },
  {
    name: 'sign-in-settings',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/sign-in')
      await page.getByText(words.signInSettings.lockOutText).waitFor()
    },
  },
  {
    name: 'officers-question',
    ...empty,
    show: async ({ page, words, go }) => {
      const { company } = await (await page.request.get('/api/sessions/current')).json()
      await go(`/o/companies/${company.id}`)
      const name = words.field('company', 'threeOfficers')
      await page.getByRole('button', { name: fill(words.file.editField, { name }) }).click()
      await page.locator('.ant-select-item-option').filter({ hasText: words.boolean.yes }).click()
      await page.getByRole('button', { name: words.action.save, exact: true }).click()
      await page.getByText(words.officers.text).waitFor()
    },
  },
  {
    name: 'settings-more',
    ...empty,
    widths: [390],
    show: async ({ page, words, go }) => {
      await go('/o/customers')
      await page.locator('.bottom-bar').getByRole('button', { name: words.shell.more }).click()
      await page.getByRole('menuitem', { name: words.roles.title }).waitFor()
    },
  },
]
