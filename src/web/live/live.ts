import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { definitionsQuery } from '../api/definitions.ts'
import { followEvents } from '../api/event-stream.ts'
import { usePurposeInTab } from '../api/purpose.ts'
import { refresh } from '../api/records.ts'
import { sessionQuery, useLatestEvent } from '../api/session.ts'

const restMs = 800

// Objects whose records are definitions: a change of them changes the pages themselves.
const definers = new Set([
  'custom_object',
  'custom_field',
  'value_list_item',
  'field_rule',
  'approval_rule',
  'layout',
  'module_switch',
])

// Who the reader is here hangs on these: name of the house, who looks after it, what the reader may do.
const standing = new Set(['company', 'purpose', 'role', 'role_assignment'])

type Change = { object: string; records: readonly string[] }

function readChange(text: string): Change | undefined {
  const data: unknown = JSON.parse(text)
  if (typeof data !== 'object' || data === null || !('object' in data) || !('records' in data)) return undefined
  if (typeof data.object !== 'string' || !Array.isArray(data.records)) return undefined
  return { object: data.object, records: data.records.filter((id) => typeof id === 'string') }
}

/** The latest change that the page has taken in: at first the one before which its session was read. */
type Latest = { current: string }

/** Gathers what changed for a moment, so that an import of thousands of rows is one re-reading and not thousands. */
function followChanges(client: QueryClient, latest: Latest): () => void {
  const waiting = new Map<string, Set<string>>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = (): void => {
    timer = undefined
    for (const [object, ids] of waiting) refresh(client, object, [...ids])
    if ([...waiting.keys()].some((object) => definers.has(object))) void client.invalidateQueries(definitionsQuery)
    if ([...waiting.keys()].some((object) => standing.has(object))) {
      void client.invalidateQueries(sessionQuery)
      void client.invalidateQueries(definitionsQuery)
    }
    waiting.clear()
  }
  const close = followEvents('/events', latest.current, ({ id, event, data }) => {
    latest.current = id || latest.current
    // What the reader may see has changed, such as a share that has begun or run out.
    if (event === 'reach') void client.invalidateQueries()
    if (event === 'presence') {
      const { object, record } = JSON.parse(data)
      void client.invalidateQueries({ queryKey: ['presence', object, record] })
    }
    const change = event === 'message' && readChange(data)
    if (!change) return
    const ids = waiting.get(change.object) ?? new Set()
    for (const id of change.records) ids.add(id)
    waiting.set(change.object, ids)
    timer ??= setTimeout(settle, restMs)
  })
  return () => {
    clearTimeout(timer)
    close()
  }
}

/** Keeps what the page shows true while others work. */
export function useLive(client: QueryClient): void {
  const purpose = usePurposeInTab()
  const latest = useRef(String(useLatestEvent()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: under another purpose the stream is another one
  useEffect(() => followChanges(client, latest), [client, purpose])
}
