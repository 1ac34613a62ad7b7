import { EyeOff } from 'lucide-react'
import type { FieldWire } from '#shared/wire'
import { useWords } from '../words/words.ts'

/** What stands in the place of a value that the reader does not see, and says so. */
export function Mask({ field, text }: { field: FieldWire; text: string }) {
  const { t, label } = useWords()
  const name = t('mask.named', { name: label(field.label) })
  return (
    <span className="mask" title={name}>
      <EyeOff size={12} role="img" aria-label={name} />
      <span className="cell-code truncate">{text}</span>
    </span>
  )
}
