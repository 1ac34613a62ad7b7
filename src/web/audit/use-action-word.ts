import { useWords } from '../words/words.ts'

export const knownActions = [
  'read',
  'list',
  'search',
  'group',
  'history',
  'timeline',
  'reveal',
  'emergency',
  'download',
  'upload',
  'export',
  'print',
  'prove',
  'create',
  'update',
  'delete',
  'restore',
  'import',
  'undo',
  'job',
  'sign_in',
  'sign_out',
  'refuse',
  'alarm',
  'configure',
  'retain',
  'destroy',
  'rotate',
  'send',
  'propose',
  'decide',
  'withdraw',
] as const

type Known = (typeof knownActions)[number]

const isKnown = (action: string): action is Known => (knownActions as readonly string[]).includes(action)

/** An act in the reader's words; one that these pages do not know keeps its name. */
export function useActionWord(): (action: string) => string {
  const { t } = useWords()
  return (action) => (isKnown(action) ? t(`audit.actions.${action}`) : action)
}
