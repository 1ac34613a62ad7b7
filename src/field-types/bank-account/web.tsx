import { textKind } from '../../web/ui/text-kind.tsx'

export const web = textKind({ code: true, inputMode: 'numeric', width: 190 })
