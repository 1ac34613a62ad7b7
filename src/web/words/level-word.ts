import { useWords } from './words.ts'

const names = ['general', 'important', 'confidential'] as const

/** A level (1 to 3) in the reader's words. */
export function useLevelWord(): (level: number) => string {
  const { t } = useWords()
  return (level) => t(`access.level.${names[level - 1] ?? 'general'}`)
}
