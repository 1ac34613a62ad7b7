import { useQuery } from '@tanstack/react-query'
import { AccountSection } from '../account/account-section.tsx'
import { ssoSettingsQuery } from '../api/sso.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Pill } from '../ui/pill.tsx'
import { useWords } from '../words/words.ts'
import { SsoForm } from './sso-form.tsx'
import '../account/account.css'
import '../session/session.css'

/** By whose word people may come in. */
export function SsoPage() {
  const { t } = useWords()
  const query = useQuery(ssoSettingsQuery)
  const { data } = query
  const on = data !== undefined && data.issuer !== '' && data.clientId !== ''
  useDocumentTitle(t('sso.title'))
  return (
    <>
      <PageHead title={t('sso.title')} />
      <div className="page-scroll">
        <div className="account">
          <AccountSection title={t('sso.service')} text={t('sso.text')} query={query}>
            <p className="account-line">
              <Pill colour={on ? 'green' : 'grey'}>{t(on ? 'account.on' : 'account.off')}</Pill>
            </p>
            <p className="muted">{t('sso.back')}</p>
            <p className="account-token">
              <code>{`${window.location.origin}/sign-in`}</code>
            </p>
            {data && <SsoForm key={`${data.issuer} ${data.clientId}`} settings={data} on={on} />}
          </AccountSection>
        </div>
      </div>
    </>
  )
}
