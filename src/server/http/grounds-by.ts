import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Grounds } from '#kernel'
import { AppError } from '#shared/app-error'
import { asksForGrounds, groundsHeader, mostLinked, sourceOfLinks } from '#shared/grounds'

const said = z.strictObject({
  reason: z.string().trim().max(500).optional(),
  source: z
    .string()
    .max(60)
    .refine((source) => source !== sourceOfLinks)
    .optional(),
  files: z.array(z.uuid()).max(20).default([]),
  linked: z
    .array(z.strictObject({ object: z.string().max(80), record: z.uuid() }))
    .max(mostLinked)
    .default([]),
  together: z.boolean().optional(),
  asks: z.boolean().optional(),
  told: z.string().trim().max(500).optional(),
})

/** What a change would be founded on if it had to wait, as the request says in its header. */
export function groundsBy(request: FastifyRequest): Grounds | null {
  const text = request.headers[groundsHeader.toLowerCase()]
  if (text === undefined) return null
  if (text === asksForGrounds) return { files: [], asks: true }
  try {
    return said.parse(JSON.parse(decodeURIComponent(String(text))))
  } catch (cause) {
    throw new AppError(400, 'request.invalid', { params: { detail: groundsHeader }, cause })
  }
}
