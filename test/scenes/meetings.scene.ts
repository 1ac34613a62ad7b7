import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const words = {
  zh: {
    name: '北方区周例会',
    agenda: '客户资料准确率\n本周更新',
    minutes: '三位客户的传真号已失效，电话核实后更新。',
    decision: '传真号每季度核对一次。',
    action: '核实三位客户的传真号',
    done: '更新 12 份档案，回访 8 位客户。',
    problems: '两位客户拒接电话\n名片夹格式不统一',
  },
  en: {
    name: 'Weekly meeting of the North',
    agenda: 'How right our files are\nChanges of the week',
    minutes: 'Three fax numbers do not answer; they are to be asked for by phone.',
    decision: 'Fax numbers are checked each quarter.',
    action: 'Ask three customers for their fax number',
    done: 'Twelve files updated, eight customers called.',
    problems: 'Two customers do not answer\nBusiness cards are kept in three ways',
  },
} as const

const caller =
  ({ house: { address, heads, clerks }, locale }: OnStage, as: 'head' | 'clerk') =>
  <Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
    callApi<Answer>({ address }, as === 'head' ? heads[locale] : clerks[locale], { method, path, body })

type Made = { id: string; version: number }

/** A series whose first meeting has begun, with something said, decided and agreed; the second one is called for. */
async function someMeeting(stage: OnStage): Promise<string> {
  const call = caller(stage, 'head')
  const said = words[stage.locale]
  const where = encodeURIComponent(JSON.stringify({ name: { contains: said.name } }))
  const known = (await call<ListWire>('GET', `/meetings?where=${where}&sort=startsAt`)).items[0]
  if (known) return known.id
  const { id: clerk } = stage.house.clerks[stage.locale]
  await call('POST', '/regular-meetings', { name: said.name, agenda: said.agenda, participants: [clerk] })
  const [first] = (await call<ListWire>('GET', `/meetings?where=${where}&sort=startsAt`)).items
  const meeting = String(first?.id)
  const of = encodeURIComponent(JSON.stringify({ meeting }))
  const { items } = await call<ListWire>('GET', `/agenda-items?where=${of}&sort=position`)
  const [item] = items
  if (item)
    await call('PATCH', `/agenda-items/${item.id}`, {
      minutes: said.minutes,
      decision: said.decision,
      state: 'done',
      version: item.version,
    })
  const dueOn = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)
  await call('POST', '/meeting-actions', { meeting, title: said.action, assignee: clerk, dueOn })
  return meeting
}

async function someReport(stage: OnStage): Promise<string> {
  const call = caller(stage, 'clerk')
  const known = (await call<ListWire>('GET', '/work-reports')).items[0]
  if (known) return known.id
  const { done, problems } = words[stage.locale]
  return (await call<Made>('POST', '/work-reports', { done, problems })).id
}

export const meetingScenes: readonly Scene[] = [
  {
    name: 'meeting',
    house,
    show: async (stage) => {
      const id = await someMeeting(stage)
      await stage.go(`/o/meetings/${id}`)
      await stage.page.locator('.meeting-decision').waitFor()
      await stage.page.locator('.meeting-top .in-place-line').first().waitFor()
    },
  },
  {
    name: 'work-report',
    house,
    as: 'clerk',
    show: async (stage) => {
      const id = await someReport(stage)
      await stage.go(`/o/work-reports/${id}`)
      await stage.page.locator('.meeting-top .in-place-line').nth(1).waitFor()
    },
  },
]
