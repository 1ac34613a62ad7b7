import { methodOf, type Topic, times, words } from './follow-up-words.ts'
import type { PlannedPurchase } from './plan-purchases.ts'
import { demoProducts, spokenName } from './products.ts'
import type { Random } from './random.ts'
import { dateOf, day, workTime } from './work-time.ts'

export type PlannedFollowUp = {
  at: number
  method: string
  content: string
  nextStep: string | null
  nextAt: string | null
  /** Which of the customer's contacts it was with. */
  contact: number
}

/** Those who could be spoken to, as a note calls them; the customer itself where it has no contacts. */
export type Story = { since: number; until: number; purchases: readonly PlannedPurchase[]; people: readonly string[] }

/** The contacts with one customer: getting to know it, around each trade, and the quiet times between. */
export function planFollowUps(chance: Random, story: Story): PlannedFollowUp[] {
  const { since, until, purchases } = story
  const planned = [one(chance, story, 'first', workTime(chance, since, Math.min(since + 2 * day, until)))]
  const add = (topic: Topic, from: number, to: number, product?: number): void => {
    if (from < until) planned.push(one(chance, story, topic, workTime(chance, from, Math.min(to, until)), product))
  }
  if (chance.chance(0.35)) add('needs', since + 2 * day, since + 20 * day, purchases[0]?.product)
  purchases.forEach(({ at, product }, index) => {
    const before = Math.max(since, at - 15 * day)
    if (index === 0 && chance.chance(0.5)) add(chance.pick(['quote', 'sample']), before, at, product)
    if (chance.chance(0.2)) add('delivery', at, at + 5 * day, product)
    if (chance.chance(0.16)) add(chance.pick(['service', 'money']), at + 8 * day, at + 40 * day, product)
    if (index > 0 && chance.chance(0.22)) add('again', before, at, product)
  })
  if (!purchases.length && chance.chance(0.5)) add('cold', since + 20 * day, until)
  if (chance.chance(0.45)) add(purchases.length ? 'visit' : 'quote', since + 15 * day, until)
  // Somebody has been in touch lately with most of those who still count.
  if (chance.chance(0.3)) add(purchases.length ? 'again' : 'needs', Math.max(since, until - 25 * day), until)
  return planned.sort((a, b) => a.at - b.at)
}

function one(chance: Random, story: Story, topic: Topic, at: number, product?: number): PlannedFollowUp {
  const contact = chance.chance(0.75) ? 0 : chance.between(0, story.people.length - 1)
  const about = product ?? chance.between(0, demoProducts.length - 3)
  const fill: Readonly<Record<string, string>> = {
    who: story.people[contact] ?? '客户',
    product: spokenName(about),
    quantity: String(chance.between(2, 30)),
    amount: String(chance.between(8, 680) * 100),
    days: String(chance.between(5, 30)),
    time: chance.pick(times),
  }
  const content = chance.pick(words[topic].content).replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot] ?? '')
  const goesOn = chance.chance(0.7)
  return {
    at,
    contact,
    content,
    method: methodOf(chance, content),
    nextStep: goesOn ? chance.pick(words[topic].next) : null,
    nextAt: goesOn ? dateOf(at + chance.between(3, 28) * day) : null,
  }
}
