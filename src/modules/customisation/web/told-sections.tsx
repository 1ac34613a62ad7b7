import type { ArrangedSection } from '#shared/sections'
import { useWords } from '../../../web/words/words.ts'
import { useOwnWords } from './words.ts'

/** The sections of a layout as words: what they are called, and how many fields stand in each. */
export function ToldSections({ value }: { value: unknown }) {
  const t = useOwnWords()
  const { label } = useWords()
  const sections: readonly ArrangedSection[] = Array.isArray(value) ? value : []
  return (
    <span>
      {sections
        .map((section) => t('layout.told', { name: label(section.label), count: section.fields.length }))
        .join(' · ')}
    </span>
  )
}
