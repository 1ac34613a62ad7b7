import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useKeptChoice } from '../ui/kept-choice.ts'
import { useWords } from '../words/words.ts'
import { type SectionName, sectionChoices } from './sections.ts'

type NavigationSectionProps = { name: SectionName; children: ReactNode }

/** Places of the navigation that belong together, under a heading that folds them away. */
export function NavigationSection({ name, children }: NavigationSectionProps) {
  const { t } = useWords()
  const id = useId()
  const choice = sectionChoices[name]
  const isOpen = useKeptChoice(choice) === 'open'
  return (
    <section className="navigation-section" aria-labelledby={id}>
      <div className="navigation-title">
        <button
          type="button"
          id={id}
          aria-expanded={isOpen}
          title={t(`shell.section.${name}`)}
          onClick={() => choice.choose(isOpen ? 'folded' : 'open')}
        >
          <span>{t(`shell.section.${name}`)}</span>
          <ChevronDown size={13} aria-hidden />
        </button>
      </div>
      {isOpen && children}
    </section>
  )
}
