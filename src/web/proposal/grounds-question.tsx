import { lazy, Suspense, useSyncExternalStore } from 'react'
import { type GroundsAnswer, type GroundsQuestion, whenGroundsNeeded } from '../api/grounds.ts'

const GroundsDialog = lazy(() => import('./grounds-dialog.tsx').then((part) => ({ default: part.GroundsDialog })))

type Asked = { question: GroundsQuestion; settle: (given: GroundsAnswer | undefined) => void }

let asked: Asked | undefined
const listeners = new Set<() => void>()

function show(next: Asked | undefined): void {
  asked = next
  for (const listener of listeners) listener()
}

whenGroundsNeeded(
  (question) =>
    new Promise((resolve) => {
      show({
        question,
        settle: (given) => {
          show(undefined)
          resolve(given)
        },
      })
    }),
)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place of the question what a change is founded on; any request that writes may raise it. */
export function GroundsPlace() {
  const open = useSyncExternalStore(subscribe, () => asked)
  return (
    <Suspense fallback={null}>{open && <GroundsDialog question={open.question} onSettle={open.settle} />}</Suspense>
  )
}
