import type { ListWire } from '#shared/wire'
import type { Query } from './address-of.ts'
import { Problem } from './problem.ts'
import { request } from './request.ts'

/** What a list asks for, where its fields are named one by one. */
export type ListPageQuery = Query & { fields?: readonly string[] }

type Asked = {
  path: string
  query: ListPageQuery
  signal: AbortSignal
  answer(list: ListWire): void
  refuse(error: unknown): void
}

/** As many as the server answers at once. */
const most = 40

let waiting: Asked[] = []

/**
 * A short list that a page shows beside others: those that it asks for at the same time travel as one request, and are all there at
 * once. The server reads each as if it had been asked for by itself.
 */
export function readBeside(path: string, query: ListPageQuery, signal: AbortSignal): Promise<ListWire> {
  return new Promise((answer, refuse) => {
    if (waiting.length === 0) setTimeout(send)
    waiting.push({ path, query, signal, answer, refuse })
  })
}

function send(): void {
  const asked = waiting.filter(({ signal }) => !signal.aborted)
  waiting = []
  for (let at = 0; at < asked.length; at += most) void ask(asked.slice(at, at + most))
}

async function ask(asked: readonly Asked[]): Promise<void> {
  if (asked.length === 1) return askAlone(asked)
  try {
    const body = { lists: asked.map(({ path, query }) => ({ object: path, ...query })) }
    const { lists } = await request<{ lists: readonly ListWire[] }>('POST', '/lists', { body, signal: whileAny(asked) })
    for (const [at, list] of lists.entries()) asked[at]?.answer(list)
  } catch (error) {
    // One of them was refused: it alone is told so, and the others are read.
    if (error instanceof Problem && error.wire.status < 500 && error.wire.status !== 401) return askAlone(asked)
    for (const { refuse } of asked) refuse(error)
  }
}

function askAlone(asked: readonly Asked[]): void {
  for (const { path, query, signal, answer, refuse } of asked) readList(path, query, signal).then(answer, refuse)
}

/** One page of a list. */
export function readList(path: string, { fields, ...query }: ListPageQuery, signal: AbortSignal): Promise<ListWire> {
  return request<ListWire>('GET', `/${path}`, { query: { ...query, fields: fields?.join() }, signal })
}

/** Goes on as long as somebody waits for one of them. */
function whileAny(asked: readonly Asked[]): AbortSignal {
  const control = new AbortController()
  const look = (): void => {
    if (asked.every(({ signal }) => signal.aborted)) control.abort()
  }
  for (const { signal } of asked) signal.addEventListener('abort', look)
  return control.signal
}
