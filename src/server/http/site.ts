import type { FastifyRequest } from 'fastify'
import { AppError } from '#shared/app-error'
import type { Site } from '../sign-in/passkey.ts'

/** The site that a call came to: the address that users type, or the name that the call itself bears. */
export function siteOf(request: FastifyRequest, ownOrigin: string | undefined): Site {
  if (ownOrigin) return { origins: [ownOrigin], rp: new URL(ownOrigin).hostname }
  const { host = '' } = request.headers
  const address = `http://${host}`
  if (!URL.canParse(address)) throw new AppError(400, 'request.invalid', { params: { detail: 'Host' } })
  return { origins: [new URL(address).origin, new URL(`https://${host}`).origin], rp: new URL(address).hostname }
}

/** Where pages of this site are, as the page says from which the call comes; that it is from here has been looked at. */
export function pagesAt(request: FastifyRequest, ownOrigin: string | undefined): string {
  const { origins } = siteOf(request, ownOrigin)
  const { origin = '' } = request.headers
  return origins.includes(origin) ? origin : (origins[0] ?? '')
}
