import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from '../words/words.ts'
import { IconButton } from './button.tsx'
import './toast.css'

export type Toast = { text: string; tone?: 'done' | 'trouble'; action?: { label: string; run: () => void } }

type Shown = Toast & { id: number }

let shown: readonly Shown[] = []
let nextId = 1
const listeners = new Set<() => void>()

function show(toasts: readonly Shown[]): void {
  shown = toasts
  for (const listener of listeners) listener()
}

/** A short notice at the foot of the page, with one action such as "undo". */
export function toast(content: Toast): void {
  show([...shown.slice(-2), { ...content, id: nextId++ }])
}

export function toastError(error: unknown): void {
  toast({ text: error instanceof Error ? error.message : String(error), tone: 'trouble' })
}

function dismiss(id: number): void {
  show(shown.filter((one) => one.id !== id))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((one) => (
        <ToastLine key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastLine({ toast: { id, text, tone = 'done', action } }: { toast: Shown }) {
  const { t } = useWords()
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), action || tone === 'trouble' ? 12_000 : 5_000)
    return () => clearTimeout(timer)
  }, [id, action, tone])
  const Drawn = tone === 'done' ? CircleCheck : CircleAlert
  const runAction = (): void => {
    dismiss(id)
    action?.run()
  }
  return (
    <div className={`toast toast-${tone}`}>
      <Drawn size={16} aria-hidden />
      <span>{text}</span>
      {action && (
        <button type="button" className="toast-action" onClick={runAction}>
          {action.label}
        </button>
      )}
      <IconButton icon={X} label={t('action.close')} size={14} onClick={() => dismiss(id)} />
    </div>
  )
}
