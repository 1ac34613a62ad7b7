import { useSyncExternalStore } from 'react'

const restMs = 15 * 60_000

let isOld = false
let lookedAt = 0
const listeners = new Set<() => void>()

/** Has the worker that keeps the application's own files; a browser that takes none, such as for want of https, does without. */
function begin(): void {
  const { serviceWorker } = navigator
  if (!serviceWorker || !import.meta.env.PROD) return
  // The first worker of a browser takes no page over: one that comes later belongs to a newer build than this page.
  const hadOne = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (!hadOne) return
    isOld = true
    for (const listener of listeners) listener()
  })
  const registered = serviceWorker.register('/worker.js', { updateViaCache: 'none' })
  registered.catch(() => undefined)
  document.addEventListener('visibilitychange', () => lookAgain(registered))
}

// Pages stay open for days: whoever comes back to one learns of a newer build.
function lookAgain(registered: Promise<ServiceWorkerRegistration>): void {
  if (document.hidden || Date.now() - lookedAt < restMs) return
  lookedAt = Date.now()
  registered.then((registration) => registration.update()).catch(() => undefined)
}

begin()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the server has a newer build than this page is of. */
export function useIsOld(): boolean {
  return useSyncExternalStore(subscribe, () => isOld)
}
