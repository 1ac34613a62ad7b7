import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { recordQuery } from '../api/records.ts'
import { InlineEdit } from '../file/inline-edit.tsx'
import { Loading } from '../ui/loading.tsx'
import { Trouble } from '../ui/trouble.tsx'
import '../file/file.css'
import { type CellPlace, type EditableCell, placeOf } from './editable-cell.ts'

type CellEditorProps = { object: ObjectWire; cell: EditableCell; onEnd: () => void }

const leastWidth = 300

/** The input of one cell over it. It changes the record as it is now, not as the list was read. */
export function CellEditor({ object, cell, onEnd }: CellEditorProps) {
  const self = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<CellPlace>()
  const { data: record, error, isFetchedAfterMount } = useQuery({ ...recordQuery(object, cell.id), staleTime: 0 })
  useLayoutEffect(() => {
    const body = self.current?.parentElement
    const row = body?.querySelector(`[aria-rowindex="${cell.row + 2}"]`)
    const shown = row?.querySelector<HTMLElement>(`[data-field="${CSS.escape(cell.field.name)}"]`)
    if (!body || !shown) return
    const { left, width } = placeOf(shown)
    const wide = Math.max(width, leastWidth)
    setPlace({ left: Math.max(0, Math.min(left, body.clientWidth - wide)), width: wide })
    self.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cell])
  return (
    <div ref={self} className="cell-editor" style={{ top: cell.top, ...place }}>
      <Trouble text={error?.message} />
      {record && isFetchedAfterMount ? (
        <InlineEdit object={object} record={record} field={cell.field} onEnd={onEnd} />
      ) : (
        !error && <Loading />
      )}
    </div>
  )
}
