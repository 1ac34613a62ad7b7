import type { PlannedPurchase } from './plan-purchases.ts'
import type { Random } from './random.ts'
import { day } from './work-time.ts'

const yuan = 100
const vipFrom = 60_000 * yuan
const importantFrom = 150_000 * yuan

/** Where a customer stands by what it bought and when: stage, tier, level and whether trade goes on. */
export function standingOf(
  chance: Random,
  purchases: readonly PlannedPurchase[],
  { since, until }: { since: number; until: number },
): { stage: string; tier: string; level: string; status: string } {
  const total = purchases.reduce((sum, { fen }) => sum + fen, 0)
  const stage = stageOf(purchases, { since, until })
  const tier = total >= vipFrom ? 'vip' : total > 0 ? 'ordinary' : 'potential'
  const important = total >= importantFrom || chance.chance(tier === 'vip' ? 0.5 : 0.05)
  const level = important ? '2' : '1'
  const ended = stage === 'lost' && chance.chance(0.5)
  return { stage, tier, level, status: ended ? 'closed' : chance.chance(0.02) ? 'paused' : 'active' }
}

function stageOf(purchases: readonly PlannedPurchase[], { since, until }: { since: number; until: number }): string {
  const last = purchases.at(-1)?.at
  if (last === undefined) return until - since > 900 * day ? 'lost' : 'prospect'
  if (until - last > 700 * day) return 'lost'
  if (until - last > 365 * day) return 'dormant'
  if (purchases.length >= 4) return 'loyal'
  return purchases.length > 1 ? 'repeat' : 'first'
}
