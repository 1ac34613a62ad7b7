import { textKind } from '../../web/ui/text-kind.tsx'

export const web = textKind({ code: true, width: 160 })
