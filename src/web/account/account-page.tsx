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
  return (
    <>
      <PageHead title={t('account.title')} />
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
