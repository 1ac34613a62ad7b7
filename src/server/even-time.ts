import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '#shared/app-error'

/** Longer than nearly every search for nothing takes, shorter than anybody notices. */
const beatMs = 4

/**
 * A record out of sight, or an account, costs the database a few microseconds more than none at all, and who asks often enough can
 * tell. So what was not found, and who was not let in, is told on a beat, counted in milliseconds from when the question came.
 */
export async function untilBeat(elapsed: number, beat = beatMs): Promise<void> {
  await delay(beat - (elapsed % beat))
}

/** Whether an answer, or a refusal, says that nothing was found. */
export function foundNothing(outcome: unknown): boolean {
  if (outcome instanceof AppError) return outcome.status === 404
  if (typeof outcome !== 'object' || outcome === null) return false
  if ('lists' in outcome) return Array.isArray(outcome.lists) && outcome.lists.some(foundNothing)
  const found = 'items' in outcome ? outcome.items : 'groups' in outcome ? outcome.groups : undefined
  return Array.isArray(found) && found.length === 0
}
