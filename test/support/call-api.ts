import type { RecordAnswer } from '#shared/wire'
import type { SignedIn } from './house-with-pages.ts'

/** Does through the API what a journey needs done beforehand, or what somebody else does meanwhile. */
export async function callApi<Answer = RecordAnswer>(
  { address }: { address: string },
  as: SignedIn,
  request: {
    method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
    path: string
    body?: unknown
    headers?: Record<string, string>
  },
): Promise<Answer> {
  const response = await fetch(`${address}/api${request.path}`, {
    method: request.method ?? 'POST',
    headers: {
      ...request.headers,
      cookie: `dossier=${as.cookie}`,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
  })
  if (!response.ok) throw new Error(`${request.path} answered ${response.status}: ${await response.text()}`)
  // The caller knows what this address answers with.
  return (response.status === 204 ? undefined : await response.json()) as Answer
}
