import { useDraggable, useDroppable } from '@dnd-kit/core'
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type RefCallback, useCallback } from 'react'
import './drag-handle.css'

type Dragging = { disabled?: boolean }

/** Something that can be dragged: by all of it where it has the listeners, or by its handle. */
export function useDragged(id: string, data: Record<string, unknown>, { disabled }: Dragging = {}) {
  const drag = useDraggable({ id, data, disabled })
  const { setNodeRef: ref, setActivatorNodeRef, listeners, transform, isDragging } = drag
  const style = transform ? { transform: `translate(${transform.x}px, ${transform.y}px)` } : undefined
  const looks = isDragging ? 'movable movable-dragged' : disabled ? '' : 'movable'
  return { ref, style, looks, isDragging, handle: { ref: setActivatorNodeRef, listeners } }
}

/** Something that can be dragged, and onto whose place others can be dropped. */
export function useMovable(id: string, data: Record<string, unknown>, { disabled }: Dragging = {}) {
  const { ref: dragRef, isDragging, style, handle } = useDragged(id, data, { disabled })
  const { setNodeRef: placeRef, isOver } = useDroppable({ id, data, disabled })
  const ref: RefCallback<HTMLElement> = useCallback(
    (node) => {
      dragRef(node)
      placeRef(node)
    },
    [dragRef, placeRef],
  )
  const looks = isDragging ? 'movable-dragged' : isOver ? 'movable-over' : ''
  return { ref, style, looks, handle }
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
      className="icon-button drag-handle"
      aria-label={label}
      title={label}
      {...listeners}
      onKeyDown={step}
    >
      <GripVertical size={16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
