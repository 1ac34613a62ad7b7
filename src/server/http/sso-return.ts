import { z } from 'zod'
import type { Call } from './route.ts'
import { pagesAt } from './site.ts'

/** What the service has hung on the address of the page that it sent the browser back to. */
export const answerOf = z.object({
  state: z.string().max(500).optional(),
  code: z.string().max(4_000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
  error_description: z.string().max(1_000).optional(),
})

/** The one page that the service sends browsers back to. */
export function backTo(request: Call['request'], origin: string | undefined): string {
  return `${pagesAt(request, origin)}/sign-in`
}

/** The address with which the browser came back. */
export function returnOf(request: Call['request'], origin: string | undefined, answer: z.infer<typeof answerOf>): URL {
  const back = new URL(backTo(request, origin))
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) back.searchParams.set(name, value)
  return back
}
