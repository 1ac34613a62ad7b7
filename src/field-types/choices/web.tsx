import type { InputProps, KindWeb } from '../../web/kind-web.ts'
import { ChoiceCell } from '../../web/ui/cells/choice-cell.tsx'
import { ChoiceSelect } from '../../web/ui/inputs/selects.ts'

function Input(props: InputProps) {
  return <ChoiceSelect {...props} many />
}

export const web: KindWeb = { Cell: ChoiceCell, Input, width: 180 }
