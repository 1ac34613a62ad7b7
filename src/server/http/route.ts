import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor, Context, Kernel } from '#kernel'
import type { groundsHeader } from '#shared/grounds'
import type { Label } from '#shared/label'
import type { Operation } from '#shared/wire'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type RequestHeader =
  | 'Idempotency-Key'
  | 'If-Match'
  | 'Last-Event-ID'
  | 'X-Dossier-Purpose'
  | typeof groundsHeader

/** A route as data: the handler, the OpenAPI document and the tests read the same. */
export type Route = {
  method: Method
  /** With `:id` for parameters. */
  url: string
  summary: Label
  /** For records: the right without which nobody may call it; objects whose policy never gives it do not offer it. */
  needs?: Operation | 'verify'
  headers?: readonly RequestHeader[]
  /** Refusals beside those that any route of its form can meet. */
  problems?: readonly number[]
  /** The answer carries an ETag, and a reader who has it already gets 304. */
  etag?: boolean
  /** The module whose work it is: there is no such route while that is switched off. */
  module?: string
  /** Each part of its work takes a turn of its caller's, instead of all of it one: what it does side by side counts as often. */
  inParts?: boolean
  /** Answers without a session. */
  open?: boolean
  /** Whether an API key opens it: one for the object in its path, one for everything, or any. Absent = only a person. */
  byKey?: 'object' | 'all' | 'any'
  query?: z.ZodType
  body?: z.ZodType
  /** Multipart with one part `file`. */
  upload?: boolean
  /** Status of the good answer and its JSON; absent schema = another content type or none. */
  status: number
  answer?: z.ZodType
  /** Where somebody else signs first: 202 with this answer, and nothing written yet. */
  proposal?: z.ZodType
  contentType?: string
  handle(call: Call): Promise<unknown>
}

/** One call: whose it is, what it brings, and the raw request where a stream needs it. */
export type Call = {
  ctx: Context
  kernel: Kernel
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, unknown>>
  body: Readonly<Record<string, unknown>>
  request: FastifyRequest
  reply: FastifyReply
  /** Looks again who calls, for answers that go on: nobody once the session has ended. Does not count as use of it. */
  callerNow(): Promise<Actor | undefined>
  /** Does one part of the work of a route that has parts, as soon as it is the caller's turn. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** Types a route's query and body by its schemas. */
export function route<
  Q extends z.ZodType = z.ZodType<Record<string, unknown>>,
  B extends z.ZodType = z.ZodType<Record<string, unknown>>,
>(
  definition: Omit<Route, 'query' | 'body' | 'handle'> & {
    query?: Q
    body?: B
    handle(call: Omit<Call, 'query' | 'body'> & { query: z.infer<Q>; body: z.infer<B> }): Promise<unknown>
  },
): Route {
  // The server parses query and body with these very schemas before it calls the handler.
  return definition as unknown as Route
}
