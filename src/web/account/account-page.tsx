import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useWords } from '../words/words.ts'
import { ApiKeysSection } from './api-keys-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SsoSection } from './sso-section.tsx'
import './account.css'
import '../session/session.css'

/** How one signs in oneself, where one is signed in, and what programs may do in one's name. */
export function AccountPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  useDocumentTitle(t('account.title'))
  return (
    <>
      <PageHead title={t('account.title')}>
        <Button icon={Bell} onClick={() => void navigate({ to: '/account/notifications' })}>
          {t('notices.settings')}
        </Button>
      </PageHead>
      <div className="page-scroll">
        <div className="account">
          <PasswordSection />
          <PasskeysSection />
          <SecondFactorSection />
          <SsoSection />
          <DevicesSection />
          <ApiKeysSection />
        </div>
      </div>
    </>
  )
}
