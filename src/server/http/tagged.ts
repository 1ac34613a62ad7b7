import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Tagged = { tag: string; bytes: Buffer }

/** Answers that are the same for many are written once, and sent from one place in memory however slowly they are read. */
const written = new WeakMap<object, Tagged>()

/** Who has the answer already gets none: definitions and the like are large and seldom change. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  const { tag, bytes } = taggedOf(answer)
  reply.header('etag', tag)
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''))
  if (known?.includes(tag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(bytes)
}

function taggedOf(answer: unknown): Tagged {
  const isShared = typeof answer === 'object' && answer !== null
  const known = isShared ? written.get(answer) : undefined
  if (known) return known
  const bytes = Buffer.from(JSON.stringify(answer))
  const made = { tag: `"${createHash('sha256').update(bytes).digest('base64url')}"`, bytes }
  if (isShared) written.set(answer, made)
  return made
}
