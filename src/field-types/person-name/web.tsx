import type { KindWeb } from '../../web/kind-web.ts'
import { textKind } from '../../web/ui/text-kind.tsx'

export const web: KindWeb = { ...textKind({ width: 130 }), isName: true, alike: alikePerson }

/** Namesakes are many: the whole name, as far as it is typed. */
function alikePerson(typed: string): string | undefined {
  const name = typed.trim()
  return /\p{L}{2}/u.test(name) ? name : undefined
}
