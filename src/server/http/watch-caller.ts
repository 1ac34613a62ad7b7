import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Actor, endsAccess, type Kernel } from '#kernel'
import type { Call } from './route.ts'

/** How often an answer that goes on asks whether its reader may still read, should a notice be lost. */
const lookMs = 400

/** Looks again who reads whenever somebody's access may have ended, and every moment. Returns what ends the watch. */
export function watchCaller(
  kernel: Kernel,
  callerNow: Call['callerNow'],
  saw: (actor: Actor | undefined) => void,
): () => void {
  let looking = false
  let again = false
  // The end of one person's access is several notices; those that come during a look share the one that follows it.
  const look = async (): Promise<void> => {
    if (looking) {
      again = true
      return
    }
    looking = true
    do {
      again = false
      saw(await callerNow().catch(() => undefined))
    } while (again)
    looking = false
  }
  const timer = setInterval(() => void look(), lookMs)
  const stop = kernel.feed.subscribe((event) => {
    if (endsAccess(event) || kernel.registry.objects.get(event.object)?.definition.principal) void look()
  })
  return () => {
    clearInterval(timer)
    stop()
  }
}

/** A long download breaks off when its reader is shut out. */
export function guardDownload(
  kernel: Kernel,
  callerNow: Call['callerNow'],
  reply: FastifyReply,
  answer: unknown,
): void {
  if (!(answer instanceof Readable)) return
  const stop = watchCaller(kernel, callerNow, (actor) => {
    if (!actor) reply.raw.destroy()
  })
  reply.raw.once('close', stop)
}
