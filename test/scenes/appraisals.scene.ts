import { localDate } from '#field-types'
import { makeContext, systemActor } from '#kernel'
import { appraisals } from '#modules/appraisals'
import { periodBefore, periodOf } from '#shared/calendar-period'
import type { ListWire } from '#shared/wire'
import { callApi } from '#test/call-api'
import type { OnStage, Scene } from './scene.ts'

const house = 'full'

/** The clerk's appraisal of last month, with a low figure; the head is who leads them, and has written it. */
async function writtenAppraisal({ house: { address, kernel, heads, clerks }, locale }: OnStage): Promise<string> {
  const [head, clerk] = [heads[locale], clerks[locale]]
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'scene' })
  const records = (object: string) => ctx.recordsNamed(object)
  const own = { owner: clerk.id }
  const find = async () => (await records('appraisal').list({ where: own, limit: 1 })).items[0]
  const known = await find()
  if (known) return known.id
  const unit = await records('unit').create({ name: { zh: '客户部', en: 'Customers' }[locale], manager: head.id })
  await records('user').update(clerk.id, { unit: unit.id })
  const call = <Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
    callApi<Answer>({ address }, head, { method, path, body })
  const schemes = await call<ListWire>('GET', '/appraisal-schemes?limit=1')
  const scheme = { name: { zh: '业务员月度考核', en: 'Clerks, each month' }[locale], role: 'clerk', length: 'month' }
  if (!schemes.items.length) await call('POST', '/appraisal-schemes', scheme)
  const {
    name: period,
    length,
    from,
    until,
  } = periodBefore(periodOf('month', localDate(new Date(), kernel.settings.timeZone)))
  const shares = { checked: 40, right: 37, files: 600, complete: 540, tasks: 12, onTime: 7, updatesDue: 9, updated: 8 }
  await records('indicator_score').create({ period, length, from, until, ...own, ...shares, age: 75, work: 96 })
  await appraisals.maintain?.(ctx)
  const made = await find()
  if (!made) throw new Error('The clerk is appraised')
  const managerWords = {
    zh: '客户沟通细致，资料核对认真；任务按期完成仍需改进。',
    en: 'Careful with customers and their data; tasks are still done late too often.',
  }[locale]
  await call('PATCH', `/appraisals/${made.id}`, { managerScore: 88, managerWords, version: made.version })
  return made.id
}

export const appraisalScenes: readonly Scene[] = [
  {
    name: 'appraisal',
    house,
    as: 'clerk',
    show: async (stage) => {
      await stage.go(`/o/appraisals/${await writtenAppraisal(stage)}`)
      await stage.page.locator('.appraisal-table tfoot').waitFor()
      await stage.page.locator('.appraisal-links button').first().waitFor()
    },
  },
]
