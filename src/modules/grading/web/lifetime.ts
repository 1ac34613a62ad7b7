import { queryOptions } from '@tanstack/react-query'
import type { Money } from '#shared/money'
import type { ListWire, ObjectWire } from '#shared/wire'
import { request } from '../../../web/api/request.ts'

type Lifetime = { count: number; first: string | null; last: string | null; sums: readonly Money[] }

const pageSize = 200

/** What a customer has bought in all that time: every purchase in sight, added up by currency. */
export function lifetimeQuery(purchases: ObjectWire, customer: string) {
  return queryOptions({
    queryKey: ['list', purchases.name, 'lifetime', customer],
    queryFn: async ({ signal }): Promise<Lifetime> => {
      const sums = new Map<string, number>()
      const days: string[] = []
      let after: string | null | undefined
      do {
        const query = { where: { customer }, fields: 'date,amount', limit: pageSize, ...(after && { after }) }
        const page = await request<ListWire>('GET', `/${purchases.path}`, { query, signal })
        for (const { date, amount } of page.items) {
          if (typeof date === 'string') days.push(date)
          if (isMoney(amount)) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount)
        }
        after = page.next
      } while (after)
      days.sort()
      const each = [...sums].map(([currency, amount]) => ({ currency, amount }))
      return { count: days.length, first: days[0] ?? null, last: days.at(-1) ?? null, sums: each }
    },
  })
}

export function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
}
