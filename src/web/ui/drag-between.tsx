import { DndContext, type DragEndEvent, type Modifier, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import type { ReactNode } from 'react'

type DragBetweenProps = {
  /** Told to screen readers of what can be dragged. */
  hint: string
  /** What was dragged, and the place where it was dropped, as they were declared. */
  onDrop: (dragged: Record<string, unknown>, place: Record<string, unknown>) => void
  /** Up and down alone, where there is no room beside. */
  upright?: boolean
  children: ReactNode
}

/** How far the pointer goes before a press is a drag. */
const activationConstraint = { distance: 6 }

const straight: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]

// The toast that follows says what happened, in the reader's language.
const announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** Things inside can be dragged from place to place, by mouse and by touch. */
export function DragBetween({ hint, onDrop, upright, children }: DragBetweenProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint }))
  const drop = ({ active, over }: DragEndEvent): void => {
    if (active.data.current && over?.data.current) onDrop(active.data.current, over.data.current)
  }
  const accessibility = { screenReaderInstructions: { draggable: hint }, announcements }
  return (
    <DndContext
      sensors={sensors}
      onDragEnd={drop}
      accessibility={accessibility}
      modifiers={upright ? straight : undefined}
    >
      {children}
    </DndContext>
  )
}
