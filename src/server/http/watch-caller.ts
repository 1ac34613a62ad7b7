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
  const look = (): void => void callerNow().then(saw, () => saw(undefined))
  const timer = setInterval(look, lookMs)
  const stop = kernel.feed.subscribe((event) => {
    if (endsAccess(event) || kernel.registry.objects.get(event.object)?.definition.principal) look()
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
