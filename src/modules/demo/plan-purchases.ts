import { demoProducts, spokenName } from './products.ts'
import type { Random } from './random.ts'
import { dateOf, day, workTime } from './work-time.ts'

export type PlannedPurchase = {
  at: number
  date: string
  product: number
  quantity: number
  fen: number
  summary: string
}

const oftenness = Object.fromEntries(demoProducts.map(({ often }, index) => [index, often]))
/** Most lists are like this: a third has never bought, few buy again and again. */
const habits = { none: 32, once: 19, some: 31, regular: 18 } as const
const counts = { none: [0, 0], once: [1, 1], some: [2, 6], regular: [8, 22] } as const

/** What one customer bought since its file was opened, oldest first. */
export function planPurchases(chance: Random, since: number, until: number): PlannedPurchase[] {
  const habit = chance.weighted(habits)
  const [least, most] = counts[habit]
  const wanted = chance.between(least, most)
  const rhythm = habit === 'regular' ? chance.between(20, 70) : chance.between(50, 200)
  const scale = chance.chance(0.25) ? 1 : 0.3
  const planned: PlannedPurchase[] = []
  let from = since + chance.between(4, 60) * day
  while (planned.length < wanted && from < until) {
    const at = workTime(chance, from, Math.min(from + 3 * day, until))
    planned.push(onePurchase(chance, at, scale))
    from = at + rhythm * (0.5 + chance.next()) * day
  }
  return planned
}

function onePurchase(chance: Random, at: number, scale: number): PlannedPurchase {
  const product = Number(chance.weighted(oftenness))
  const { price, most, unit } = demoProducts[product] ?? demoProducts[0]
  const quantity = chance.between(1, Math.max(1, Math.round(most * scale)))
  const discount = chance.chance(0.4) ? chance.between(88, 98) : 100
  const summary = `${spokenName(product)} ${quantity} ${unit}`
  return { at, date: dateOf(at), product, quantity, fen: price * quantity * discount, summary }
}
