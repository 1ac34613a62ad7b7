import { type Context, type Person, superiorOf } from '#kernel'

export type Leaders = { manager: Person; superior: Person }

/**
 * Who appraises somebody, and who answers if they appeal: the one above that one; where nobody is, the same one once more. Nobody
 * appraises whom they are led by: where units go round in a circle, nobody can.
 */
export async function leadersOf(ctx: Context, owner: string): Promise<Leaders | null> {
  const manager = await superiorOf(ctx, owner)
  if (!manager) return null
  const above = await chainAbove(ctx, manager.id)
  if (above.some(({ id }) => id === owner)) return null
  return { manager, superior: above[0] ?? manager }
}

async function chainAbove(ctx: Context, id: string): Promise<Person[]> {
  const chain: Person[] = []
  const seen = new Set([id])
  for (let next = await superiorOf(ctx, id); next && !seen.has(next.id); next = await superiorOf(ctx, next.id)) {
    chain.push(next)
    seen.add(next.id)
  }
  return chain
}
