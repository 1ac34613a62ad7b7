import { auditRow, type Context, isUuid } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Route } from './route.ts'

/** Refusals that stand in the trail: not signed in, no right, not in sight, too many, too costly. */
const noted = new Set([401, 403, 404, 429])
const isNoted = ({ status, code }: AppError): boolean => noted.has(status) || code === 'request.too_costly'

const windowMs = 60_000
const mostLines = 20
const mostWindows = 10_000

type Window = { until: number; written: number; left: number }

/**
 * Writes the line of a refused request. A record that is not there leaves the same line as one out of sight.
 * Neither strangers nor requests that nobody waits for fill the trail: of one address, or one person, so many a minute are
 * written, and the next line tells how many were not.
 */
export function openRefusals(): (ctx: Context, refused: Refused) => Promise<void> {
  const windows = new Map<string, Window>()
  return async (ctx, { route, params, error }) => {
    if (!(error instanceof AppError) || !isNoted(error)) return
    const isStranger = ctx.actor.id === null
    // Sign-in writes its own lines, with the account that was tried.
    if (isStranger && route.open && error.status !== 403) return
    const counted = isStranger ? (ctx.ip ?? '') : error.code === 'request.too_many' ? ctx.actor.id : null
    const left = counted === null ? 0 : countLine(windows, counted)
    if (left === undefined) return
    const object = [...ctx.kernel.registry.objects.values()].find(({ path }) => path === params.object)?.name
    const record = params.id && isUuid(params.id) ? params.id : undefined
    const detail = { method: route.method, url: route.url, status: error.status, ...(left ? { unwritten: left } : {}) }
    await ctx.kernel.audit.write(
      auditRow(ctx, { action: 'refuse', object, record, reason: error.code, result: 'refused', detail }),
    )
  }
}

type Refused = { route: Route; params: Readonly<Record<string, string>>; error: unknown }

/** How many lines of whom they are counted for were left out before this one; undefined where this one is left out too. */
function countLine(windows: Map<string, Window>, who: string): number | undefined {
  const now = Date.now()
  const known = windows.get(who)
  const window = known && known.until > now ? known : { until: now + windowMs, written: 0, left: known?.left ?? 0 }
  if (!known && windows.size >= mostWindows) windows.clear()
  windows.set(who, window)
  if (window.written >= mostLines) {
    window.left++
    return undefined
  }
  window.written++
  const { left } = window
  window.left = 0
  return left
}
