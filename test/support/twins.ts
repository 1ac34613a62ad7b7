import { expect } from 'vitest'
import { type Kernel, makeContext, startFinding, systemActor } from '#kernel'
import type { Locale } from '#shared/label'
import type { ListWire } from '#shared/wire'
import { callApi } from './call-api.ts'
import type { LivedInHouse } from './house-with-pages.ts'

type Place = Pick<LivedInHouse, 'address' | 'heads'> & { kernel: Kernel }
export type Twins = {
  name: string
  kept: string
  joined: string
  /** What stands on each of them, and who on the second, in the language of its reader. */
  told: { kept: string; joined: string; contact: string }
}

const names: Readonly<Record<Locale, string>> = { zh: '青田石雕有限公司', en: 'Qingtian Carvings Ltd' }
const remarks: Readonly<Record<Locale, readonly [kept: string, joined: string]>> = {
  zh: ['老客户', '展会认识'],
  en: ['A customer for years', 'Met at the fair'],
}
const contactNames: Readonly<Record<Locale, string>> = { zh: '沈石', en: 'Stone Shen' }

/** Two files of one customer, found to be one. */
export async function makeTwins({ address, heads, kernel }: Place, locale: Locale): Promise<Twins> {
  const call = <Answer>(path: string, body?: object) =>
    callApi<Answer>({ address }, heads[locale], { path, ...(body ? { body } : { method: 'GET' }) })
  const make = async (values: Record<string, unknown>): Promise<string> =>
    (await call<{ id: string }>('/customers', { name, phone: '13712340501', ...values })).id
  const name = names[locale]
  const [known, met] = remarks[locale]
  const kept = await make({ remarks: known })
  const joined = await make({ remarks: met, email: 'wang@qingtian.cn' })
  await call('/contacts', { customer: joined, name: contactNames[locale] })
  const system = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
  await system.transaction((tx) => startFinding(tx, { object: 'customer', everything: true }))
  const found = async () => JSON.stringify(await call<ListWire>('/duplicate-groups?object=customers'))
  await expect.poll(found, { timeout: 20_000 }).toContain(kept)
  return { name, kept, joined, told: { kept: known, joined: met, contact: contactNames[locale] } }
}
