import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { HelpOverPage } from '../help/help-over-page.tsx'
import { useLive } from '../live/live.ts'
import { useTour } from '../tour/use-tour.ts'
import { useKeptChoice } from '../ui/kept-choice.ts'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { BottomBar } from './bottom-bar.tsx'
import { PurposeNotice } from './purpose-notice.tsx'
import { sidebarChoice } from './sections.ts'
import { SheetsNotice } from './sheets-notice.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'
import './icons-only.css'

const DeviceNotices = lazy(() => import('./device-notices.tsx').then((part) => ({ default: part.DeviceNotices })))
const TrayNotice = lazy(() => import('../proposal/tray-notice.tsx').then((part) => ({ default: part.TrayNotice })))
const Tour = lazy(() => import('../tour/tour.tsx').then((part) => ({ default: part.Tour })))

/** The frame of every signed-in page: where to go, what to find, who is here. */
export function Shell() {
  const { t } = useWords()
  const isPhone = usePhone()
  const isNarrow = useKeptChoice(sidebarChoice) === 'icons' && !isPhone
  const { isOpen } = useTour()
  useLive(useQueryClient())
  return (
    <div className={isNarrow ? 'shell shell-icons' : 'shell'}>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      {isPhone ? <TopBar /> : <Sidebar isNarrow={isNarrow} />}
      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={null}>
          <DeviceNotices />
        </Suspense>
        <PurposeNotice />
        <SheetsNotice />
        <Suspense fallback={null}>
          <TrayNotice />
        </Suspense>
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
      <HelpOverPage />
      <Suspense fallback={null}>{isOpen && <Tour />}</Suspense>
    </div>
  )
}
