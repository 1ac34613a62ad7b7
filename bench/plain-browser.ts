import { once } from 'node:events'

/** What a browser answers to a command. */
type Answer = Record<string, unknown>
type Waiting = { resolve(answer: Answer): void; reject(error: Error): void }

/** One page of a profile that has fetched nothing yet. */
export type PlainPage = {
  send(method: string, params?: Answer): Promise<Answer>
  /** The value of an expression in the page. */
  valueOf(expression: string): Promise<unknown>
  close(): Promise<void>
}

export type PlainBrowser = {
  openPage(cookie: { name: string; value: string; url: string }): Promise<PlainPage>
  close(): void
}

/**
 * The browser at a port of this machine, spoken to in its own protocol and watched by nothing. Whoever watches what a page's script
 * does has the browser find out where each error was made, for which it reads the whole script once more: half a second at a
 * processor four times slower, which no reader waits for.
 */
export async function openPlainBrowser(port: number): Promise<PlainBrowser> {
  const told = await fetch(`http://127.0.0.1:${port}/json/version`)
  const { webSocketDebuggerUrl } = (await told.json()) as { webSocketDebuggerUrl: string }
  const socket = new WebSocket(webSocketDebuggerUrl)
  await once(socket, 'open')
  const waiting = new Map<number, Waiting>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as {
      id?: number
      result?: Answer
      error?: { message: string }
    }
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !asked) return
    waiting.delete(id)
    if (error) asked.reject(new Error(error.message))
    else asked.resolve(result ?? {})
  })
  const send = (method: string, params: Answer, sessionId?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
  return {
    openPage: async (cookie) => {
      const { browserContextId } = await send('Target.createBrowserContext', {})
      await send('Storage.setCookies', { browserContextId, cookies: [cookie] })
      const { targetId } = await send('Target.createTarget', {
        url: 'about:blank',
        browserContextId,
        width: 1440,
        height: 900,
      })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const ask = (method: string, params: Answer = {}): Promise<Answer> => send(method, params, String(sessionId))
      return {
        send: ask,
        valueOf: async (expression) => {
          const asked = { expression, awaitPromise: true, returnByValue: true }
          const { result, exceptionDetails } = await ask('Runtime.evaluate', asked)
          if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
          return (result as { value?: unknown }).value
        },
        close: async () => {
          await send('Target.disposeBrowserContext', { browserContextId })
        },
      }
    },
    close: () => socket.close(),
  }
}
