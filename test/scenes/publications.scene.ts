import { draftOfDuties, starterDuties } from '#shared/starter-duties'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const texts = {
  zh: {
    title: '客户资料保密制度',
    body: '## 第一条\n\n客户资料只用于本职工作，**不得外传**。\n\n## 第二条\n\n- 离开座位时锁屏\n- 纸质档案当日归还',
    penalty: '首次警告；再犯按劳动合同处理。',
    notice: '国庆放假安排',
    noticeBody: '10 月 1 日至 7 日放假，值班表见附件。',
  },
  en: {
    title: 'Keeping customers’ data confidential',
    body: '## One\n\nCustomers’ data is for work alone and is **not passed on**.\n\n## Two\n\n- Lock the screen when you leave\n- Return paper files the same day',
    penalty: 'A warning at first; then as the contract says.',
    notice: 'Holidays in October',
    noticeBody: 'We are closed from 1 to 7 October.',
  },
} as const

/** A policy that everybody has to read and a pinned announcement; the clerk has not read either. */
async function published({ house: { address, heads }, locale }: OnStage): Promise<{ text: string; edition: string }> {
  const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    callApi<Answer>({ address }, heads[locale], { method, path, body })
  const { title, body, penalty, notice, noticeBody } = texts[locale]
  const known = (
    await call<ListWire>('GET', `/editions?where=${encodeURIComponent(JSON.stringify({ kind: 'policy' }))}`)
  ).items[0]
  if (known) return { text: String(known.publication), edition: known.id }
  const state = 'published'
  const { id } = await call<{ id: string }>('POST', '/publications', {
    kind: 'policy',
    title,
    body,
    penalty,
    mustRead: true,
    state,
  })
  await call('POST', '/publications', { title: notice, body: noticeBody, pinned: true, state })
  const { items } = await call<ListWire>(
    'GET',
    `/editions?where=${encodeURIComponent(JSON.stringify({ publication: id }))}`,
  )
  return { text: id, edition: items[0]?.id ?? '' }
}

/** The clerks' duties in force, as drafted from the text to begin with. */
async function dutiesInForce({ house: { address, heads }, locale }: OnStage): Promise<void> {
  const duties = starterDuties.find(({ roles }) => roles?.includes('clerk'))
  const asked = encodeURIComponent(JSON.stringify({ kind: 'duties' }))
  const known = await callApi<ListWire>({ address }, heads[locale], { method: 'GET', path: `/editions?where=${asked}` })
  if (!duties || known.items.length) return
  const body = { ...draftOfDuties(duties, locale), state: 'published' }
  await callApi({ address }, heads[locale], { path: '/publications', body })
}

const procedureTexts = {
  zh: {
    customer: '杭州新叶贸易有限公司',
    title: '客户建档规程',
    body: '收集、录入并复核客户资料。',
    contact: {
      name: '周晓东',
      title: '联系人核对规程',
      body: '联系人变动后核对。',
      step: { name: '核对职务', what: '向前台或本人确认', fields: ['title'] },
    },
    steps: [
      { name: '收集资料', what: '名片、营业执照复印件', days: 2, fields: ['fax'] },
      { name: '核实电话', what: '回拨一次', days: 1, verified: ['phone'] },
      { name: '经理复核', role: 'manager', days: 1, must: false },
    ],
  },
  en: {
    customer: 'New Leaf Trading',
    title: 'Opening a customer’s file',
    body: 'Collect, enter and check a customer’s data.',
    contact: {
      name: 'Carol Reed',
      title: 'Checking a contact',
      body: 'When a contact has changed.',
      step: { name: 'Confirm the title', what: 'Ask at the desk, or the person', fields: ['title'] },
    },
    steps: [
      { name: 'Collect', what: 'Business card, copy of the licence', days: 2, fields: ['fax'] },
      { name: 'Verify the phone', what: 'Call back once', days: 1, verified: ['phone'] },
      { name: 'Check by the manager', role: 'manager', days: 1, must: false },
    ],
  },
} as const

/** A procedure that runs for the clerk's first customer. */
async function running({
  house: { address, heads, clerks },
  locale,
}: OnStage): Promise<{ text: string; customer: string }> {
  const call = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown, as = heads[locale]) =>
    callApi<Answer>({ address }, as, { method, path, body })
  const asked = (where: unknown) => `where=${encodeURIComponent(JSON.stringify(where))}&limit=1`
  const known = (
    await call<ListWire>('GET', `/publications?${asked({ kind: 'procedure', title: procedureTexts[locale].title })}`)
  ).items[0]
  if (known) {
    const [run] = (await call<ListWire>('GET', `/procedure-cases?${asked({ state: 'running' })}`)).items
    return { text: known.id, customer: String(run?.customer) }
  }
  const { title, body, steps } = procedureTexts[locale]
  const made = { kind: 'procedure', governs: 'customer', act: 'enter', state: 'published', title, body, steps }
  const { id } = await call<{ id: string }>('POST', '/publications', made)
  const edition = (await call<ListWire>('GET', `/editions?${asked({ publication: id })}`)).items[0]?.id
  const file = { name: procedureTexts[locale].customer, phone: '010-66668888' }
  const { id: customer } = await call<{ id: string }>('POST', '/customers', file, clerks[locale])
  await call('POST', '/case-starts', { object: 'customer', record: customer, edition }, clerks[locale])
  return { text: id, customer }
}

/** A procedure for contacts, on one of the same customer's. */
async function runningOnContact(stage: OnStage): Promise<string> {
  const { customer } = await running(stage)
  const { house: of, locale } = stage
  const { address } = of
  const [head, clerk] = [of.heads[locale], of.clerks[locale]]
  const { contact: texts } = procedureTexts[locale]
  const known = encodeURIComponent(JSON.stringify({ customer, name: texts.name }))
  const list = await callApi<ListWire>({ address }, clerk, { method: 'GET', path: `/contacts?where=${known}` })
  if (list.items[0]) return list.items[0].id
  const steps = [{ ...texts.step, role: 'owner', days: 2 }]
  const text = {
    kind: 'procedure',
    governs: 'contact',
    state: 'published',
    title: texts.title,
    body: texts.body,
    steps,
  }
  const { id: publication } = await callApi<{ id: string }>({ address }, head, { path: '/publications', body: text })
  const asked = encodeURIComponent(JSON.stringify({ publication }))
  const versions = await callApi<ListWire>({ address }, clerk, { method: 'GET', path: `/editions?where=${asked}` })
  const { id: record } = await callApi<{ id: string }>({ address }, clerk, {
    path: '/contacts',
    body: { customer, name: texts.name },
  })
  const body = { object: 'contact', record, edition: versions.items[0]?.id }
  await callApi({ address }, clerk, { path: '/case-starts', body })
  return record
}

export const publicationScenes: readonly Scene[] = [
  {
    name: 'reading-list',
    house,
    as: 'clerk',
    show: async (stage) => {
      await published(stage)
      await stage.go('/reading')
      await stage.page.locator('.reading-line').nth(1).waitFor()
    },
  },
  {
    name: 'duties',
    house,
    as: 'clerk',
    show: async (stage) => {
      await published(stage)
      await running(stage)
      await dutiesInForce(stage)
      await stage.go('/duties')
      await stage.page.locator('.duties .markdown li').first().waitFor()
    },
  },
  {
    name: 'duties-of-a-post',
    house,
    show: async (stage) => {
      await dutiesInForce(stage)
      await stage.go('/duties?post=auditor')
      await stage.page.locator('.post-rights').waitFor()
    },
  },
  {
    name: 'procedures-to-begin-with',
    house: 'empty',
    show: async ({ go, page }) => {
      await go('/reading')
      await page.locator('.starters li').nth(12).waitFor()
    },
  },
  {
    name: 'reading',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { edition } = await published(stage)
      await stage.go(`/reading/${edition}`)
      await stage.page.locator('.reading-confirm').waitFor()
    },
  },
  {
    name: 'publication',
    house,
    show: async (stage) => {
      const { text } = await published(stage)
      await stage.go(`/o/publications/${text}`)
      await stage.page.locator('.publication-readers').waitFor()
    },
  },
  {
    name: 'procedure-steps',
    house,
    show: async (stage) => {
      const { text } = await running(stage)
      await stage.go(`/o/publications/${text}`)
      await stage.page.locator('.step-list li').nth(2).waitFor()
    },
  },
  {
    name: 'cases',
    house,
    as: 'clerk',
    show: async (stage) => {
      await running(stage)
      await stage.go('/cases')
      await stage.page.locator('.figure-table').waitFor()
    },
  },
  {
    name: 'procedures-kept-to',
    house,
    show: async (stage) => {
      const { customer } = await running(stage)
      const { address } = stage.house
      const as = stage.house.heads[stage.locale]
      const file = `/customers/${customer}`
      const { version } = await callApi<{ version: number }>({ address }, as, { method: 'GET', path: file })
      await callApi({ address }, as, {
        method: 'PATCH',
        path: file,
        body: { fax: `0571-8888${version + 1000}`, version },
      })
      await stage.go('/cases/compliance')
      await stage.page.locator('.in-place-line .pill').first().waitFor()
    },
  },
  {
    name: 'case-on-file',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { customer } = await running(stage)
      await stage.go(`/o/customers/${customer}`)
      await stage.page.locator('.case-acts').waitFor()
      await stage.page.locator('.case').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'case-on-contact',
    house,
    as: 'clerk',
    show: async (stage) => {
      const contact = await runningOnContact(stage)
      await stage.go(`/o/contacts/${contact}`)
      await stage.page.locator('.case-acts').waitFor()
    },
  },
  {
    name: 'procedure-in-form',
    house,
    as: 'clerk',
    show: async (stage) => {
      const { customer } = await running(stage)
      await stage.go(`/o/customers/${customer}/edit`)
      await stage.page.getByRole('button', { name: procedureTexts[stage.locale].title }).click()
      await stage.page.locator('.procedure-text ol').waitFor()
    },
  },
]
