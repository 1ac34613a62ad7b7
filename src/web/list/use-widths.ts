import { useCallback, useMemo, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useWords } from '../words/words.ts'
import { layoutOf, widthLimits } from './columns.ts'
import type { ChangeQuery } from './list-page.tsx'
import type { RowsProps } from './rows-props.ts'

/** Draws a column wider or narrower; `isEnd`: so it shall stay. */
export type Resize = (field: string, width: number, isEnd: boolean) => void

/** The columns of a grid, one of which may just be under the hand of somebody who draws it wider. */
export function useWidths(object: ObjectWire, shape: RowsProps['shape'], onChange: ChangeQuery) {
  const [drawn, setDrawn] = useState<Readonly<Record<string, number>>>()
  const { locale } = useWords()
  const layout = useMemo(
    () => layoutOf(object, drawn ? { ...shape, widths: { ...shape.widths, ...drawn } } : shape, locale),
    [object, shape, drawn, locale],
  )
  const resize: Resize = useCallback(
    (field, wanted, isEnd) => {
      const width = Math.round(Math.max(widthLimits.least, Math.min(widthLimits.most, wanted)))
      setDrawn(isEnd ? undefined : { [field]: width })
      if (isEnd) onChange({ widths: { ...shape.widths, [field]: width } })
    },
    [shape.widths, onChange],
  )
  return { layout, resize }
}
