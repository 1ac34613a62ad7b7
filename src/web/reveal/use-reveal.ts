import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { FieldWire, ObjectWire, RecordWire } from '#shared/wire'
import { revealValue } from '../api/records.ts'

/** Where a masked value stands. */
export type MaskedPlace = { object: ObjectWire; record: RecordWire; field: FieldWire }

type Shown = { value: unknown; until: number }

const shownMs = 60_000

/** One masked value, shown for a minute to who gave a reason. It stays in the one place that shows it: no cache keeps it. */
export function useReveal({ object, record, field }: MaskedPlace) {
  const [shown, setShown] = useState<Shown>()
  const hide = useCallback(() => setShown(undefined), [])
  const asking = useMutation({
    mutationFn: async (reason: string): Promise<void> => {
      const value = await revealValue(object, record.id, { field: field.name, reason, use: 'read' })
      setShown({ value, until: Date.now() + shownMs })
    },
  })
  return { shown, hide, asking }
}
