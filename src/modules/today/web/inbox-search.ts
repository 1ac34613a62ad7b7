import type { ObjectWire } from '#shared/wire'

/** What the inbox shows: all, or one kind of what waits. */
export type Waiting = 'all' | 'tasks' | 'requests'
export type InboxSearch = { kind?: Waiting }

/** Reads the search part of the page's address; what makes no sense there is left out. */
export function readInboxSearch({ kind }: Record<string, unknown>): InboxSearch {
  return kind === 'tasks' || kind === 'requests' ? { kind } : {}
}

/** Whether anything can wait for a reader of these objects. */
export function hasInbox(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, proposals, can }) => (name === 'task' || proposals) && can.includes('read'))
}
