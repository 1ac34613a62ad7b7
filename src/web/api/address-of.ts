export type Query = Record<string, unknown>

/** Address of an API call: filters travel as JSON, what is empty stays away. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    parameters.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  const text = parameters.toString()
  return text ? `/api${path}?${text}` : `/api${path}`
}
