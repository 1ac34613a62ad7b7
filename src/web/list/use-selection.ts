import { useCallback, useMemo, useState } from 'react'
import type { ListRow } from './use-list.ts'

export type Selection = {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  toggleAll: () => void
  clear: () => void
}

/** Which of the loaded records are chosen; what leaves the list leaves the choice. */
export function useSelection(rows: readonly ListRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = useMemo(() => {
    const there = new Set(rows.map(({ record }) => record.id))
    return new Set([...chosen].filter((id) => there.has(id)))
  }, [chosen, rows])
  const toggle = useCallback((id: string) => {
    setChosen((was) => {
      const next = new Set(was)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const clear = useCallback(() => setChosen(new Set()), [])
  const toggleAll = useCallback(() => {
    setChosen((was) =>
      rows.every(({ record }) => was.has(record.id)) ? new Set() : new Set(rows.map(({ record }) => record.id)),
    )
  }, [rows])
  return { ids, toggle, toggleAll, clear }
}
