import { request } from '../../../web/api/request.ts'

export type Said = { title: string; text?: string }
type Became = { title: string; state: string; reply: string | null; reason: string | null }

const longestTitle = 60

/** What was typed, with its first line as the subject; a line that is too long for one stands whole in the text. */
export function saidIn(typed: string): Said | undefined {
  const text = typed.trim()
  const [first = ''] = text.split('\n')
  const line = first.trim()
  if (!line) return undefined
  const title = line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line
  return title === text ? { title } : { title, text }
}

export function suggestAnonymously(said: Said): Promise<{ code: string }> {
  return request('POST', '/suggestions/anonymous', { body: said })
}

export function becameOf(code: string): Promise<Became> {
  return request('POST', '/suggestions/status', { body: { code } })
}
