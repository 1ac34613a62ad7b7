import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'
const words = {
  zh: {
    mine: '每周一核对传真号，一次核对十位客户',
    nobody: '会议太长，建议控制在半小时内',
    improvements: ['传真号准确率', '名片夹统一格式', '回访记录及时填写'],
    reply: '下月起执行',
  },
  en: {
    mine: 'Check ten fax numbers each Monday',
    nobody: 'Meetings are long; half an hour would do',
    improvements: ['Fax numbers that are right', 'Business cards in one way', 'Follow-ups written the same day'],
    reply: 'From next month on',
  },
} as const

/** Suggestions of both kinds, one adopted, and improvements at each stage. */
async function someSuggestions({ house: { address, heads, clerks }, locale }: OnStage): Promise<void> {
  const as =
    (person: OnStage['house']['heads']['zh']) =>
    <Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
      callApi<Answer>({ address }, person, { method, path, body })
  const [head, clerk] = [as(heads[locale]), as(clerks[locale])]
  const said = words[locale]
  const where = encodeURIComponent(JSON.stringify({ title: said.nobody }))
  if ((await head<ListWire>('GET', `/suggestions?where=${where}`)).items.length) return
  await clerk('POST', '/suggestions/anonymous', { title: said.nobody })
  const { id, version } = await clerk<{ id: string; version: number }>('POST', '/suggestions', { title: said.mine })
  await head('PATCH', `/suggestions/${id}`, { state: 'adopted', reply: said.reply, version })
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const checked = { checker: clerks[locale].id, checkOn: dueOn }
  for (const [at, title] of said.improvements.entries())
    await head('POST', '/improvements', {
      title,
      source: 'audit',
      dueOn,
      ...checked,
      stage: ['plan', 'do', 'check'][at],
    })
}

export const improvementScenes: readonly Scene[] = [
  {
    name: 'suggestions',
    house,
    show: async (stage) => {
      await someSuggestions(stage)
      await stage.go('/suggestions')
      await stage.page.locator('.in-place-line').nth(1).waitFor()
    },
  },
  {
    name: 'improvement-board',
    house,
    show: async (stage) => {
      await someSuggestions(stage)
      await stage.go('/o/improvements?board=stage')
      await stage.page.getByText(words[stage.locale].improvements[2]).first().waitFor()
    },
  },
]
