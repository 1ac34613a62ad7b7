import { starterApprovals } from '#shared/starter-approvals'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import { fill } from '../e2e/words.ts'
import type { Scene } from './scene.ts'

const empty = { house: 'empty' } as const
const full = { house: 'full' } as const

const ruleNames = { zh: '重要客户变更', en: 'Changes of VIPs' }

/** The rules for an object's fields: how its numbers are made, and what is needed in which case. */
export const rulesScenes: readonly Scene[] = [
  {
    name: 'number-rule',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=numbers')
      await page.getByRole('button', { name: words.own.numbers.add }).click()
      await page.getByRole('menuitem', { name: words.own.numbers.sorts.field }).click()
      await page.locator('.number-codes > summary').click()
      await page.locator('.number-next', { hasText: 'COMPANY' }).waitFor()
    },
  },
  {
    name: 'number-rule-refused',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=numbers')
      const { drop, sorts } = words.own.numbers
      await page.getByRole('button', { name: fill(drop, { place: 2, name: sorts.date }) }).click()
      await page.locator('.layout-sections .field-error').waitFor()
    },
  },
  {
    name: 'class-rule',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=classes')
      const told = { place: 3, name: words.field('customer', 'region') }
      await page.getByRole('button', { name: fill(words.own.numbers.move, told), exact: true }).focus()
      await page.keyboard.press('ArrowUp')
      await page.locator('.number-codes > summary').first().click()
      await page.locator('.class-examples > li').first().waitFor()
    },
  },
  {
    name: 'needs-matrix',
    ...empty,
    show: async ({ page, go }) => {
      await go('/settings/objects/customer?tab=needs')
      await page.locator('.need').nth(8).waitFor()
      await page.locator('.needs-foresight p').first().waitFor()
    },
  },
  {
    name: 'needs-changed',
    ...full,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=needs')
      const need = { field: words.field('customer', 'website'), column: words.choice('customer', 'type', 'company') }
      for (const word of ['optional', 'recommended'] as const) {
        const name = fill(words.own.needs.cell, { ...need, word: words.own.needs.words[word] })
        await page.getByRole('button', { name, exact: true }).click()
      }
      await page.locator('.needs-foresight strong').waitFor()
    },
  },
  {
    name: 'verify-settings',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=verify')
      const name = words.field('customer', 'email')
      const form = page.getByRole('form', { name, exact: true })
      await form.getByRole('textbox').fill('90')
      await form.getByRole('checkbox').check()
    },
  },
  {
    name: 'needs-cases',
    ...empty,
    show: async ({ page, words, go }) => {
      await go('/settings/objects/customer?tab=needs')
      const name = words.field('customer', 'industry')
      await page.getByTitle(fill(words.own.needs.casesOf, { name }), { exact: true }).click()
      await page.locator('.need-case').first().waitFor()
    },
  },
  {
    name: 'grading',
    house: 'empty',
    show: async ({ page, words, go }) => {
      await go('/settings/grading')
      const { grading } = words
      const starters = page.getByRole('button', { name: grading.starters })
      const edit = page.getByRole('button', { name: fill(grading.edit, { name: grading.starter.vip }) })
      await starters.or(edit).waitFor()
      if (await starters.isVisible()) await starters.click()
      await edit.click()
      await page.getByText(grading.unchanged).waitFor()
      await page.locator('.rule-form .ant-select').nth(1).waitFor()
    },
  },
  {
    name: 'approval-starters',
    ...full,
    show: async ({ page, words, go, locale }) => {
      await go('/settings/objects/purchase?tab=approvals')
      const [first] = starterApprovals.filter(({ object }) => object === 'purchase')
      await page.getByText(first?.name[locale] ?? '').waitFor()
      await page.getByRole('button', { name: words.own.approvals.look }).first().waitFor()
    },
  },
  {
    name: 'approval-starter',
    ...full,
    show: async ({ page, words, go, locale }) => {
      await go('/settings/objects/customer?tab=approvals')
      const keyed = starterApprovals.find(({ again }) => again)
      const line = page.getByRole('listitem').filter({ hasText: keyed?.name[locale] ?? '' })
      // Open by itself while there is no rule yet.
      const usual = page.locator('details', { has: line })
      await usual.waitFor()
      if ((await usual.getAttribute('open')) === null) await usual.locator('summary').click()
      await line.getByRole('button', { name: words.own.approvals.look }).click()
      await page.locator('.approval-foresight strong').waitFor()
      await page.locator('.rule-form .ant-select-selection-item').first().waitFor()
      await page.locator('.rule-form textarea').waitFor()
    },
  },
  {
    name: 'approval-rules',
    ...full,
    show: async ({ page, words, go, house, locale }) => {
      const name = ruleNames[locale]
      const path = '/approval-rules'
      const query = `?where=${encodeURIComponent(JSON.stringify({ name }))}`
      const head = house.heads[locale]
      const known = await callApi<ListWire>(house, head, { method: 'GET', path: `${path}${query}` })
      const rule = { object: 'product', name, operations: ['update', 'delete'], when: { onSale: true } }
      const steps = [{ all: true, roles: ['head', 'manager'], when: { onSale: true } }]
      const body = { ...rule, fields: ['name', 'price'], exempt: ['head'], superior: true, roles: ['manager'], steps }
      if (!known.items.length) await callApi(house, head, { path, body })
      await go('/settings/objects/product?tab=approvals')
      await page.getByRole('heading', { name }).waitFor()
      await page.getByRole('button', { name: words.own.approvals.add }).click()
      await page.getByRole('button', { name: words.own.approvals.addStep }).click()
      await page.locator('.approval-step').waitFor()
      await page.locator('.approval-foresight strong').waitFor()
      await page.locator('.rule-form .ant-select-selection-item').first().waitFor()
      await page.locator('.rule-form textarea').waitFor()
    },
  },
]
