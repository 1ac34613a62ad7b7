import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { PlainInput } from '../../web/ui/inputs/plain-input.tsx'
import { useDraft } from '../../web/ui/inputs/use-draft.ts'
import { useWords } from '../../web/words/words.ts'

function Cell({ value }: CellProps) {
  const { format } = useWords()
  return <span>{typeof value === 'number' ? format.number(value) : String(value)}</span>
}

function toText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

// Anything but a plain decimal goes up as typed: the server reads "1.2万" and full-width digits.
function fromText(text: string): unknown {
  if (text.trim() === '') return null
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text
}

function Input({ value, onChange, ...rest }: InputProps) {
  const [text, keep] = useDraft(value, toText)
  const type = (typed: string): void => {
    const next = fromText(typed)
    keep(typed, next)
    onChange(next)
  }
  return <PlainInput {...rest} inputMode="decimal" text={text} onText={type} />
}

export const web: KindWeb = { Cell, Input, align: 'end', width: 110 }
