import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'

type Tagged = { tag: string; bytes: Buffer; zipped?: Promise<Buffer> }

const zip = promisify(gzip)
/** What is smaller goes out in a packet or two as it is. */
const leastZipped = 4_096

/** Answers that are the same for many are written once, and sent from one place in memory however slowly they are read. */
const written = new WeakMap<object, Tagged>()

/**
 * Who has the answer already gets none: definitions and the like are large and seldom change. They go out compressed, which
 * answers with somebody's data never do: how short one became would tell of what is in it.
 */
export async function sendTagged(request: FastifyRequest, reply: FastifyReply, answer: unknown): Promise<FastifyReply> {
  const tagged = taggedOf(answer)
  const { tag, bytes } = tagged
  const isZipped = bytes.length >= leastZipped && negotiate(request.headers['accept-encoding'] ?? '', ['gzip']) !== null
  reply.header('vary', 'accept-encoding').header('etag', isZipped ? `W/${tag}` : tag)
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''))
  if (known?.includes(tag)) return reply.code(304).send()
  reply.type('application/json; charset=utf-8')
  if (!isZipped) return reply.send(bytes)
  tagged.zipped ??= zip(bytes)
  return reply.header('content-encoding', 'gzip').send(await tagged.zipped)
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
