import { Popover } from 'antd'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import type { ConditionLine } from './conditions.ts'
import 'virtual:antd/popover.css'
import 'virtual:antd/tooltip.css'

const FilterEditor = lazy(() => import('./filter-editor.tsx').then((part) => ({ default: part.FilterEditor })))

type FilterPopoverProps = {
  object: ObjectWire
  line?: ConditionLine
  /** The list without this condition. */
  within: ListQuery
  onApply: (line: ConditionLine) => void
  /** The button that opens it. */
  children: ReactElement
}

export function FilterPopover({ object, line, within, onApply, children }: FilterPopoverProps) {
  const [isOpen, setOpen] = useState(false)
  const apply = (next: ConditionLine): void => {
    setOpen(false)
    onApply(next)
  }
  const content = (
    <Suspense fallback={<Skeleton rows={2} />}>
      <FilterEditor object={object} line={line} within={within} onApply={apply} />
    </Suspense>
  )
  return (
    <Popover
      rootClassName="filter-popover"
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomLeft"
      arrow={false}
      content={content}
      destroyOnHidden
    >
      {children}
    </Popover>
  )
}
