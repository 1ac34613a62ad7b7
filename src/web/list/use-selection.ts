import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ListRow } from './list-rows.ts'

export type Selection = {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  toggleAll: () => void
  /** All that are there, and those that are loaded from now on. */
  chooseAll: () => void
  clear: () => void
}

const none: ReadonlySet<string> = new Set()

/** Which of the loaded records are chosen; what leaves the list leaves the choice. `place` names the list: all of one are not all of the next. */
export function useSelection(rows: readonly ListRow[], place: string): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string> | { allOf: string }>(none)
  const there = useMemo(() => new Set(rows.map(({ record }) => record.id)), [rows])
  const ids = useMemo(() => {
    if ('allOf' in chosen) return chosen.allOf === place ? there : none
    return new Set([...chosen].filter((id) => there.has(id)))
  }, [chosen, there, place])
  const thereNow = useRef(there)
  useLayoutEffect(() => {
    thereNow.current = there
  }, [there])
  // The same function whatever is chosen and loaded, so that a click draws its own row anew and no other, and the next rows none.
  const toggle = useCallback((id: string) => {
    const all = thereNow.current
    setChosen((was) => {
      const next = new Set('allOf' in was ? all : was)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const toggleAll = useCallback(() => setChosen(ids.size === there.size ? none : there), [ids, there])
  const chooseAll = useCallback(() => setChosen({ allOf: place }), [place])
  const clear = useCallback(() => setChosen(none), [])
  return { ids, toggle, toggleAll, chooseAll, clear }
}
