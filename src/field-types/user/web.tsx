import type { CellProps, InputProps, KindWeb } from '../../web/kind-web.ts'
import { ReferenceCell } from '../../web/ui/cells/reference-cell.tsx'
import { ReferenceInput } from '../../web/ui/inputs/selects.ts'

function Cell({ value, titles, dense }: CellProps) {
  return <ReferenceCell ids={value} titles={titles} object="user" dense={dense} person />
}

function Input(props: InputProps) {
  return <ReferenceInput {...props} object="user" />
}

export const web: KindWeb = { Cell, Input, width: (_, locale) => (locale === 'en' ? 160 : 120) }
