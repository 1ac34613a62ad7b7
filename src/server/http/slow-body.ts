import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '#shared/app-error'
import type { Route } from './route.ts'

/** Forms and JSON are at most 1 MB; whoever needs longer than this sends drop by drop. Files have as long as the server gives at most. */
export const usualBodyMs = 30_000

type Watch = { bodyMs: number; refuse(error: AppError, request: FastifyRequest, reply: FastifyReply): void }

/** Refuses a body that does not arrive in time, before anybody is looked for. */
export function watchBody({ bodyMs, refuse }: Watch) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const late = setTimeout(() => {
      if (reply.sent) return
      // What else it sends is not waited for.
      reply.header('connection', 'close')
      refuse(new AppError(408, 'request.too_slow', { params: { seconds: bodyMs / 1_000 } }), request, reply)
    }, bodyMs)
    const stop = (): void => clearTimeout(late)
    request.raw.once('end', stop).once('close', stop)
    done()
  }
}

/** Whether what it receives is small. */
export function isBodySmall(route: Route): boolean {
  return route.method !== 'GET' && !route.upload
}
