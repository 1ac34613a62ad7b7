import { errorCodes } from '#shared/error-codes'
import type { Answer, JsonSchema } from './document.ts'
import { refTo } from './document.ts'

const params = {
  type: 'object',
  additionalProperties: {
    anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'string' } }],
  },
}

/** `ErrorCode` and `Problem` (RFC 9457), as every refusal is told. */
export const problemSchemas: Record<string, JsonSchema> = {
  ErrorCode: {
    type: 'string',
    description: 'What was refused and why; the sentence to each code stands in `title` and `message`.',
    enum: Object.keys(errorCodes),
  },
  Problem: {
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string', description: 'The reason and the fix, in the language of Accept-Language.' },
      status: { type: 'integer' },
      code: refTo('ErrorCode'),
      params,
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: { path: { type: 'string' }, code: refTo('ErrorCode'), params, message: { type: 'string' } },
          required: ['path', 'code', 'params', 'message'],
          additionalProperties: false,
        },
      },
      requestId: { type: 'string' },
      details: {
        type: 'object',
        description: 'Of `record.stale`: the version now and what others changed, `{version, changes: [...]}`.',
      },
    },
    required: ['type', 'title', 'status', 'code', 'params', 'errors', 'requestId'],
    additionalProperties: false,
  },
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not well formed, or names a field or operator that does not exist.',
  401: 'Nobody is signed in.',
  403: 'Not allowed, or sent by another site.',
  404: 'Not there, or not yours to see.',
  408: 'The body did not arrive in time.',
  409: 'Somebody else was first, or something still depends on it.',
  410: 'Was there once, and is not given out again.',
  413: 'Too large.',
  415: 'Not the content type that is expected.',
  422: 'A value cannot be accepted; `errors` names each field.',
  428: 'A change needs the version that it is based on.',
  429: 'Too many attempts, or too many requests at once; `Retry-After` says how long to wait.',
  500: 'Something went wrong on the server.',
  503: 'Unavailable for the moment, or stopped because it took too long.',
}

export const problemResponses: Record<string, Answer> = Object.fromEntries(
  Object.entries(meanings).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      ...(status === '429' ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
      content: { 'application/problem+json': { schema: refTo('Problem') } },
    },
  ]),
)

export function problemRef(status: number): { $ref: string } {
  if (!meanings[status]) throw new Error(`No sentence says what ${status} means`)
  return { $ref: `#/components/responses/Problem${status}` }
}
