import { useSyncExternalStore } from 'react'

type Offer = { prompt: () => Promise<unknown> }

let offer: Offer | undefined
const listeners = new Set<() => void>()

function keep(next: Offer | undefined): void {
  offer = next
  for (const listener of listeners) listener()
}

function isOffer(event: object): event is Offer {
  return 'prompt' in event && typeof event.prompt === 'function'
}

// The browser offers it once, and before anybody has opened a menu.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  if (isOffer(event)) keep(event)
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What asks the browser to install the application; nothing where it does not offer that, or has it installed. */
export function useInstallOffer(): (() => void) | undefined {
  const now = useSyncExternalStore(subscribe, () => offer)
  return (
    now &&
    (() => {
      // An offer is good for one question.
      keep(undefined)
      void now.prompt()
    })
  )
}
