import { QrPicture } from '../ui/qr-picture.tsx'
import { useWords } from '../words/words.ts'

/** What an authenticator app reads with its camera, and the same to type. */
export function TotpPicture({ uri, secret }: { uri: string; secret: string }) {
  const { t } = useWords()
  return (
    <div className="totp">
      <div className="totp-picture">
        <QrPicture value={uri} label={t('account.totpPicture')} />
      </div>
      <p className="muted">{t('account.totpText')}</p>
      <p>
        <span className="meta">{t('account.totpSecret')}</span>
        <code className="totp-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </div>
  )
}
