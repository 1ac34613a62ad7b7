import { useQuery } from '@tanstack/react-query'
import { Layers } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { gatheredTotalQuery } from '../api/gathered.ts'
import { Button } from '../ui/button.tsx'
import { useProposalWords } from './proposal-words.ts'
import { showTray, useTrayShown } from './tray-shown.ts'
import { useProposals } from './use-proposed.ts'

const Tray = lazy(() => import('./tray.tsx').then((part) => ({ default: part.Tray })))

/** Stays as long as changes wait to be sent, on every page. */
export function TrayNotice() {
  const t = useProposalWords()
  const proposals = useProposals()
  const { data: count = 0 } = useQuery({ ...gatheredTotalQuery, enabled: proposals !== undefined })
  const isShown = useTrayShown()
  return (
    <>
      {count > 0 && (
        <div className="working-for" role="status">
          <Layers size={15} aria-hidden />
          <span>{t('gathered.notice', { count })}</span>
          <Button small onClick={() => showTray(true)}>
            {t('gathered.look')}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>{isShown && <Tray />}</Suspense>
    </>
  )
}
