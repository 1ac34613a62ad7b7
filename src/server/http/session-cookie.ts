import type { FastifyReply, FastifyRequest } from 'fastify'

/** Over https the browser itself vouches that no neighbouring host and no plain page has set the cookie. */
function sessionCookie(secure: boolean): string {
  return secure ? '__Host-dossier' : 'dossier'
}

export function tokenOf(request: FastifyRequest, secure: boolean): string {
  return request.cookies[sessionCookie(secure)] ?? ''
}

export function giveToken(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(sessionCookie(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

export function takeToken(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(sessionCookie(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure })
}
