import { groundsHeader } from '#shared/grounds'
import type { ProblemWire } from '#shared/wire'
import { currentLocale, words } from '../words/words.ts'
import { addressOf, type Query } from './address-of.ts'
import { isUnattended } from './attended.ts'
import { askGrounds, type Edit, Gathered, groundsFirst } from './grounds.ts'
import { noteLine } from './line.ts'
import { Problem, Unreachable } from './problem.ts'
import { askProof } from './proof.ts'
import { leaveLostPurpose, purposeHeaders } from './purpose.ts'

type RequestOptions = {
  query?: Query
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** What it changes, where that can be put with others instead of waiting by itself. */
  edit?: Edit
  /** Goes on when the page has gone. */
  keepalive?: boolean
  /** What a page is not waiting for makes way for what it is waiting for. */
  priority?: RequestPriority
}

/** One call of the API; a refusal is thrown as `Problem`, no answer as `Unreachable`. */
export async function request<Answer>(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await open(method, path, options)
  return readBody<Answer>(response.status === 204 ? null : await response.json().catch(() => null))
}

/** The same for what is no JSON: its good answer as it comes, such as a file or a stream. */
export async function open(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await send(method, path, options)
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => null)
  const problem = isProblem(body) ? body : unnamedProblem(response)
  // A sensitive act: whoever sits here proves it, and the same request goes out again.
  if (problem.code === 'access.proof_needed' && (await askProof())) return open(method, path, options)
  // What waits for somebody else: whoever sits here says why, and the same request goes out with that.
  if (problem.code === 'proposal.grounds_needed') {
    const { edit } = options
    const grounds = await askGrounds(problem, path, edit !== undefined)
    if (grounds === 'gather')
      throw new Gathered((await request<{ record: string }>('POST', '/gathered-changes', { body: edit })).record)
    if (grounds) return open(method, path, { ...options, headers: { ...options.headers, ...grounds } })
  }
  // What was only looked at is looked at without the purpose; what would be done is not done for another one.
  if (leaveLostPurpose(problem) && method === 'GET') return open(method, path, options)
  throw new Problem(problem)
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const { query, body, headers, signal, keepalive, priority } = options
  const isForm = body instanceof FormData
  const json = body !== undefined && !isForm
  try {
    const response = await fetch(addressOf(path, query), {
      method,
      signal,
      keepalive,
      priority,
      body: isForm ? body : json ? JSON.stringify(body) : undefined,
      headers: {
        ...(json ? { 'content-type': 'application/json' } : {}),
        'accept-language': currentLocale(),
        ...(method === 'GET' ? {} : { [groundsHeader]: groundsFirst(method, path) }),
        ...(isUnattended() ? { 'x-unattended': '1' } : {}),
        ...purposeHeaders(),
        ...headers,
      },
    })
    noteLine(true)
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteLine(false)
    throw new Unreachable(words('error.unreachable'), { cause: error })
  }
}

function readBody<Answer>(body: unknown): Answer {
  // The one edge where JSON becomes a type: the server's serialiser lets nothing else out.
  return body as Answer
}

function isProblem(body: unknown): body is ProblemWire {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body
}

function unnamedProblem(response: Response): ProblemWire {
  const unavailable = response.status === 502 || response.status === 503 || response.status === 504
  return {
    type: 'about:blank',
    title: unavailable ? words('error.unreachable') : words('error.unexpected'),
    status: response.status,
    code: unavailable ? 'server.unavailable' : 'server.unexpected',
    params: {},
    errors: [],
    requestId: response.headers.get('x-request-id') ?? '',
  }
}
