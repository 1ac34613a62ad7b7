import { Scale } from 'lucide-react'
import { usePurposeInTab } from '../api/purpose.ts'
import { usePurposes } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useWorkFor } from './use-purpose-entry.ts'

/** For what one works in this tab, where one has chosen it: it says why fewer customers may be there. */
export function PurposeNotice() {
  const { t, label } = useWords()
  const chosen = usePurposeInTab()
  const held = usePurposes().find(({ code }) => code === chosen)
  const work = useWorkFor()
  if (chosen === null) return null
  const purpose = held ? label(held.label) : chosen
  return (
    <div className="working-for" role="status">
      <Scale size={15} aria-hidden />
      <span>{t(held?.byConsent ? 'purpose.narrowed' : 'purpose.chosen', { purpose })}</span>
      <Button small onClick={() => void work(null)}>
        {t('purpose.leave')}
      </Button>
    </div>
  )
}
