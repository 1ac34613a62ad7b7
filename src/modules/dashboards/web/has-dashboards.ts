import type { ObjectWire } from '#shared/wire'

/** Whether the page has something to draw for a reader of these objects. */
export function hasDashboards(objects: readonly ObjectWire[]): boolean {
  const readable = objects.filter(({ can }) => can.includes('read'))
  return readable.some(({ name }) => name === 'dashboard') && readable.some(({ navigation }) => navigation)
}
