import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import type { ReactNode } from 'react'

type DragBetweenProps = {
  /** Told to screen readers of what can be dragged. */
  hint: string
  /** What was dragged, and the place where it was dropped, as they were declared. */
  onDrop: (dragged: Record<string, unknown>, place: Record<string, unknown>) => void
  children: ReactNode
}

/** How far the pointer goes before a press is a drag. */
const activationConstraint = { distance: 6 }

// The toast that follows says what happened, in the reader's language.
const announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** Things inside can be dragged from place to place, by mouse and by touch. */
export function DragBetween({ hint, onDrop, children }: DragBetweenProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint }))
  const drop = ({ active, over }: DragEndEvent): void => {
    if (active.data.current && over?.data.current) onDrop(active.data.current, over.data.current)
  }
  const accessibility = { screenReaderInstructions: { draggable: hint }, announcements }
  return (
    <DndContext sensors={sensors} onDragEnd={drop} accessibility={accessibility}>
      {children}
    </DndContext>
  )
}
