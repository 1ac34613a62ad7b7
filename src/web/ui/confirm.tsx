import { lazy, Suspense, useSyncExternalStore } from 'react'

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((part) => ({ default: part.ConfirmDialog })))

export type Question = { title: string; text: string; action: string; danger?: boolean }

type Asked = Question & { answer: (yes: boolean) => void }

let asked: Asked | undefined
const listeners = new Set<() => void>()

function ask(question: Asked | undefined): void {
  asked = question
  for (const listener of listeners) listener()
}

/** Asks before what is hard to take back; true = go ahead. A question that takes the place of another has answered it with no. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((resolve) => {
    ask({ ...question, answer: resolve })
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place of the question on the page; its dialog loads with the first one. */
export function Confirm() {
  const question = useSyncExternalStore(subscribe, () => asked)
  const settle = (yes: boolean): void => {
    question?.answer(yes)
    ask(undefined)
  }
  return <Suspense fallback={null}>{question && <ConfirmDialog question={question} onSettle={settle} />}</Suspense>
}
