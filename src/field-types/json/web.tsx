import { Suspense, use } from 'react'
import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { TextCell } from '../../web/ui/cells/text-cell.tsx'
import { FilterPartsContext } from '../../web/ui/filter-parts.ts'
import { TextArea } from '../../web/ui/inputs/selects.ts'
import { useDraft } from '../../web/ui/inputs/use-draft.ts'

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function Cell(props: CellProps) {
  const parts = use(FilterPartsContext)
  const { filters } = props.field.options
  const text = <TextCell {...props} value={toText(props.value)} />
  if (!parts || typeof filters !== 'string') return text
  return (
    <Suspense fallback={null}>
      <parts.Told {...props} object={filters}>
        {text}
      </parts.Told>
    </Suspense>
  )
}

function Input(props: InputProps) {
  const parts = use(FilterPartsContext)
  const { filters } = props.field.options
  const text = <JsonInput {...props} />
  if (!parts || typeof filters !== 'string') return text
  return (
    <parts.Input {...props} object={filters}>
      {text}
    </parts.Input>
  )
}

function JsonInput({ value, onChange, ...rest }: InputProps) {
  const [text, keep] = useDraft(value, toText)
  const type = (typed: unknown): void => {
    const next = typeof typed === 'string' ? fromText(typed) : null
    keep(typeof typed === 'string' ? typed : '', next)
    onChange(next)
  }
  return <TextArea {...rest} value={text} onChange={type} />
}

export const web: KindWeb = { Cell, Input, width: 200, wide: true }
