import { lazy, Suspense, useSyncExternalStore } from 'react'
import { whenProofNeeded } from '../api/proof.ts'

const ProofDialog = lazy(() => import('./proof-dialog.tsx').then((part) => ({ default: part.ProofDialog })))

type Asked = { settle: (given: boolean) => void }

let asked: Asked | undefined
const listeners = new Set<() => void>()

function show(next: Asked | undefined): void {
  asked = next
  for (const listener of listeners) listener()
}

whenProofNeeded(
  () =>
    new Promise((resolve) => {
      show({
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

/** The place of the question whether it is still you; any request may raise it. */
export function Proof() {
  const question = useSyncExternalStore(subscribe, () => asked)
  return <Suspense fallback={null}>{question && <ProofDialog onSettle={question.settle} />}</Suspense>
}
