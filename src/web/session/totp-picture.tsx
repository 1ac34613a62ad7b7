import { QRCode } from 'antd'
import { useWords } from '../words/words.ts'
import 'virtual:antd/qrcode.css'

/** What an authenticator app reads with its camera, and the same to type. Drawn here; nothing leaves the page. */
export function TotpPicture({ uri, secret }: { uri: string; secret: string }) {
  const { t } = useWords()
  return (
    <div className="totp">
      <div className="totp-picture">
        <QRCode
          aria-label={t('account.totpPicture')}
          value={uri}
          type="svg"
          size={168}
          color="#000"
          bgColor="#fff"
          bordered={false}
        />
      </div>
      <p className="muted">{t('account.totpText')}</p>
      <p>
        <span className="meta">{t('account.totpSecret')}</span>
        <code className="totp-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </div>
  )
}
