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

/** What a browser keeps on its way to the sign-on service and back. */
function ssoCookie(secure: boolean): string {
  return secure ? '__Host-dossier-sso' : 'dossier-sso'
}

const ssoSeconds = 15 * 60

export function ssoSecretOf(request: FastifyRequest, secure: boolean): string {
  return request.cookies[ssoCookie(secure)] ?? ''
}

/** Lax: it comes along when the service sends the browser back. */
export function giveSsoSecret(reply: FastifyReply, secret: string, secure: boolean): void {
  reply.setCookie(ssoCookie(secure), secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: ssoSeconds })
}

export function takeSsoSecret(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(ssoCookie(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure })
}
