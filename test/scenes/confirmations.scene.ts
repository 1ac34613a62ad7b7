import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const shown = {
  version: 3,
  fields: [
    {
      name: 'name',
      label: { zh: '客户名称', en: 'Name' },
      kind: 'company_name',
      value: '江南春风茶业有限公司',
      masked: false,
      required: true,
    },
    {
      name: 'phone',
      label: { zh: '电话', en: 'Phone' },
      kind: 'phone',
      value: '139****4321',
      masked: true,
      required: false,
    },
    { name: 'fax', label: { zh: '传真', en: 'Fax' }, kind: 'phone', value: null, masked: false, required: false },
  ],
}

async function come({ page, words, go, locale }: OnStage): Promise<void> {
  await go(`/confirm#${locale}-phone-made-up`)
  await page.getByLabel(words.confirmations.page.phone).fill('4321')
}

async function openAsCustomer(stage: OnStage): Promise<void> {
  const { page, words } = stage
  await page.route(/\/api\/confirmations\/openings$/, (route) => route.fulfill({ json: shown }))
  await come(stage)
  await page.getByRole('button', { name: words.confirmations.page.open, exact: true }).click()
  await page.getByRole('group').first().waitFor()
}

export const confirmationScenes: readonly Scene[] = [
  {
    name: 'confirm-check',
    house,
    as: 'nobody',
    show: come,
  },
  {
    name: 'confirm',
    house,
    as: 'nobody',
    show: async (stage) => {
      const { page, words } = stage
      const t = words.confirmations.page
      await openAsCustomer(stage)
      await page.getByRole('radio', { name: t.right }).first().check()
      await page.getByRole('radio', { name: t.value }).last().check()
      await page.getByRole('button', { name: t.send }).click()
      await page.getByText(t.missing).first().waitFor()
    },
  },
  {
    name: 'confirm-dead',
    house,
    as: 'nobody',
    show: async (stage) => {
      const { page, words, expectRefusal } = stage
      expectRefusal(403)
      await come(stage)
      await page.getByRole('button', { name: words.confirmations.page.open, exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'confirm-done',
    house,
    as: 'nobody',
    show: async (stage) => {
      const { page, words } = stage
      const t = words.confirmations.page
      await page.route(/\/api\/confirmations\/answers$/, (route) => route.fulfill({ status: 204 }))
      await openAsCustomer(stage)
      for (const name of [t.right, t.rightEmpty])
        for (const radio of await page.getByRole('radio', { name }).all()) await radio.check()
      await page.getByRole('button', { name: t.send }).click()
      await page.getByRole('heading', { name: t.thanks }).waitFor()
    },
  },
  {
    name: 'confirm-ask',
    house,
    as: 'clerk',
    show: async ({ page, words, go, house: { address, clerks }, locale }) => {
      const known = { name: { zh: '春风茶业', en: 'Spring Tea' }[locale], phone: '13900004321' }
      const { id } = await callApi<{ id: string }>({ address }, clerks[locale], { path: '/customers', body: known })
      await go(`/o/customers/${id}`)
      await page.getByRole('button', { name: words.confirmations.ask }).click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  },
]
