import { auditActions } from '#shared/audit-actions'
import type { Label } from '#shared/label'
import { useWords } from '../words/words.ts'

/** An act in the reader's words; one that these pages do not know keeps its name. */
export function useActionWord(): (action: string) => string {
  const { label } = useWords()
  const words: Readonly<Record<string, Label>> = auditActions
  return (action) => {
    const known = words[action]
    return known ? label(known) : action
  }
}
