import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { useWords } from '../../web/words/words.ts'
import { web as number } from '../number/web.tsx'

function Cell({ value }: CellProps) {
  const { format } = useWords()
  return <span>{typeof value === 'number' ? format.percent(value) : String(value)}</span>
}

function Input(props: InputProps) {
  return <number.Input {...props} />
}

export const web: KindWeb = { Cell, Input, align: 'end', width: 100 }
