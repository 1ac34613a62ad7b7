import type { KindWeb } from '../../web/kind-web.ts'
import { widthOfChoices } from '../../web/ui/cells/choice.ts'
import { ChoiceCell } from '../../web/ui/cells/choice-cell.tsx'
import { ChoiceSelect } from '../../web/ui/inputs/selects.ts'

export const web: KindWeb = { Cell: ChoiceCell, Input: ChoiceSelect, width: widthOfChoices }
