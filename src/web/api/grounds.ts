import { type GroundsPart, groundsHeader, groundsParts } from '#shared/grounds'
import type { ProblemWire } from '#shared/wire'

export type Grounds = { reason?: string; source?: string; files?: readonly string[] }

/** Which parts must be given, and whether files can be: what many records share takes none. */
export type GroundsQuestion = { needs: readonly GroundsPart[]; takesFiles: boolean }

let ask: (question: GroundsQuestion) => Promise<Grounds | undefined> = async () => undefined
let asking: Promise<unknown> = Promise.resolve()

/** Who asks the user what a change that has to wait is founded on. */
export function whenGroundsNeeded(handler: typeof ask): void {
  ask = handler
}

/** One question after the other; nothing = the change is not asked for. */
export async function askGrounds({ errors }: ProblemWire, path: string): Promise<Record<string, string> | undefined> {
  const needs = groundsParts.filter((part) => errors.some((error) => error.path === `grounds.${part}`))
  const next = asking.then(() => ask({ needs, takesFiles: !path.includes('/bulk-') }))
  asking = next
  const given = await next
  return given && { [groundsHeader]: encodeURIComponent(JSON.stringify(given)) }
}
