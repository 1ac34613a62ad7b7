import { Tag } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useLabels } from './use-labels.tsx'

/** Labels of the chosen files. */
export function LabelButton({ object, ids }: { object: ObjectWire; ids: readonly string[] }) {
  const { t } = useWords()
  const { open, drawer } = useLabels(object, ids)
  if (!open) return null
  return (
    <>
      <Button small icon={Tag} onClick={open}>
        {t('labels.action')}
      </Button>
      {drawer}
    </>
  )
}
