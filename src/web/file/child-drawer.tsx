import type { ReactNode } from 'react'
import type { ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import type { Values } from '../form/form-values.ts'
import { RecordDrawer } from '../form/record-drawer.tsx'

/** A child being made, or one that was opened; lists know less of a record than its own address does. */
export type OpenedChild = {
  child: ObjectWire
  record?: RecordAnswer
  /** What a new one begins with that nobody has typed, such as a picture that was taken for it. */
  given?: Values
  /** Stands above the form. */
  head?: ReactNode
}

export function openedFrom(child: ObjectWire, record: RecordWire, titles: Titles): OpenedChild {
  return { child, record: { ...record, titles, unresolved: [] } }
}

type ChildDrawerProps = { opened?: OpenedChild; parent: RecordAnswer; onClose: () => void }

/** The form of a child of this file, whose parent is settled. */
export function ChildDrawer({ opened, parent, onClose }: ChildDrawerProps) {
  if (!opened) return null
  const { child, record, given, head } = opened
  const fixed = child.parent ? { [child.parent.field]: parent.id } : {}
  return (
    <RecordDrawer
      object={child}
      record={record}
      fixed={fixed}
      given={given}
      head={head}
      onClose={onClose}
      onSaved={onClose}
      onDeleted={onClose}
    />
  )
}
