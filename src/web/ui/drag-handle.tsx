import { useDraggable, useDroppable } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type RefCallback, useCallback } from 'react'
import './drag-handle.css'

/** Something that can be dragged by its handle, and onto whose place others can be dropped. */
export function useMovable(id: string, data: Record<string, unknown>) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging } = useDraggable({ id, data })
  const { setNodeRef: setPlaceRef, isOver } = useDroppable({ id, data })
  const ref: RefCallback<HTMLElement> = useCallback(
    (node) => {
      setNodeRef(node)
      setPlaceRef(node)
    },
    [setNodeRef, setPlaceRef],
  )
  const style = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined
  const looks = [isDragging && 'movable-dragged', isOver && !isDragging && 'movable-over'].filter(Boolean).join(' ')
  return { ref, style, looks, handle: { ref: setActivatorNodeRef, listeners } }
}

type DragHandleProps = {
  /** By which it is found again after its move. */
  id: string
  label: string
  handle: Pick<ReturnType<typeof useDraggable>, 'listeners'> & { ref: (element: HTMLElement | null) => void }
  onStep: (step: 1 | -1) => void
}

/** Takes hold of a thing by the pointer, and moves it by the arrows. */
export function DragHandle({ id, label, handle: { ref, listeners }, onStep }: DragHandleProps) {
  const step = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    onStep(by < 0 ? -1 : 1)
    // In another section it is another element.
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  return (
    <button
      ref={ref}
      type="button"
      id={id}
      className="drag-handle"
      aria-label={label}
      title={label}
      {...listeners}
      onKeyDown={step}
    >
      <GripVertical size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
