import { type KeptChoice, keptChoice, useKeptChoice } from '../../../web/ui/kept-choice.ts'
import { useWords } from '../../../web/words/words.ts'

/** How many days ahead birthdays are looked for. */
export const keptSpan = keptChoice('dossier.birthdays', ['7', '14', '30'])
/** After how many days without contact a customer is told of. */
export const keptSilence = keptChoice('dossier.silence', ['30', '60', '90'])

type KeptDaysProps<Days extends string> = { kept: KeptChoice<Days>; label: string }

/** A number of days to choose, which this browser keeps. */
export function KeptDays<Days extends string>({ kept, label }: KeptDaysProps<Days>) {
  const { t } = useWords()
  const chosen = useKeptChoice(kept)
  return (
    <fieldset className="kept-days" aria-label={label}>
      {kept.choices.map((days) => (
        <button key={days} type="button" aria-pressed={days === chosen} onClick={() => kept.choose(days)}>
          {t('today.days', { count: Number(days) })}
        </button>
      ))}
    </fieldset>
  )
}
