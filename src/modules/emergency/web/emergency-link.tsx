import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/words/words.ts'
import { useMayTakeEmergencyAccess } from './emergency.ts'

/** The quiet way on where a file was not found; absent for those who cannot take it. */
export function EmergencyLink({ onFollow }: { onFollow?: () => void }) {
  const { t } = useWords()
  if (!useMayTakeEmergencyAccess()) return null
  return (
    <Link to="/emergency" className="link" onClick={onFollow}>
      {t('emergency.title')}
    </Link>
  )
}
