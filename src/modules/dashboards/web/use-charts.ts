import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Chart } from '#shared/chart'
import type { ObjectWire, RecordAnswer, RecordWire } from '#shared/wire'
import { useQuickChange } from '../../../web/form/use-quick-change.ts'
import { readCharts } from './read-charts.ts'

/** Changes the charts of a dashboard, says so, and offers to take it back. */
export type ChangeCharts = (charts: readonly Chart[], told: string) => void

/** The charts of a dashboard; a change stands at once, and goes back where it is refused. */
export function useCharts(
  object: ObjectWire,
  record: RecordAnswer,
): { charts: readonly Chart[]; change: ChangeCharts } {
  const client = useQueryClient()
  const [waiting, setWaiting] = useState<readonly Chart[]>()
  const write = useQuickChange(object)
  // One change after the other, each upon what the one before it has made.
  const known = useRef<RecordWire>(record)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    if (record.version > known.current.version) known.current = record
  }, [record])
  const save = async (charts: readonly Chart[], told: string): Promise<void> => {
    known.current = (await write(known.current, { charts }, told)) ?? known.current
    await client.invalidateQueries({ queryKey: ['list', object.name] })
    setWaiting((now) => (now === charts ? undefined : now))
  }
  const change: ChangeCharts = (charts, told) => {
    setWaiting(charts)
    queue.current = queue.current.then(() => save(charts, told))
  }
  return { charts: waiting ?? readCharts(record.charts), change }
}
