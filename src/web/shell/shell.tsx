import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useLive } from '../live/live.ts'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { BottomBar } from './bottom-bar.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { PurposeNotice } from './purpose-notice.tsx'
import { SheetsNotice } from './sheets-notice.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

/** The frame of every signed-in page: where to go, what to find, who is here. */
export function Shell() {
  const { t } = useWords()
  const isPhone = usePhone()
  useLive(useQueryClient())
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      {isPhone ? <TopBar /> : <Sidebar />}
      <main id="main" className="main" tabIndex={-1}>
        <OfflineNotice />
        <PurposeNotice />
        <SheetsNotice />
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
    </div>
  )
}
