import type { ObjectWire, RecordAnswer, RecordWire, Titles } from '#shared/wire'
import { RecordDrawer } from '../form/record-drawer.tsx'

/** A child being made, or one that was opened; lists know less of a record than its own address does. */
export type OpenedChild = { child: ObjectWire; record?: RecordAnswer }

export function openedFrom(child: ObjectWire, record: RecordWire, titles: Titles): OpenedChild {
  return { child, record: { ...record, titles, unresolved: [] } }
}

type ChildDrawerProps = { opened?: OpenedChild; parent: RecordAnswer; onClose: () => void }

/** The form of a child of this file, whose parent is settled. */
export function ChildDrawer({ opened, parent, onClose }: ChildDrawerProps) {
  if (!opened) return null
  const { child, record } = opened
  const fixed = child.parent ? { [child.parent.field]: parent.id } : {}
  return (
    <RecordDrawer
      object={child}
      record={record}
      fixed={fixed}
      onClose={onClose}
      onSaved={onClose}
      onDeleted={onClose}
    />
  )
}
