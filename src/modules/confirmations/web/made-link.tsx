import { Copy } from 'lucide-react'
import { useRef } from 'react'
import type { Locale } from '#shared/label'
import { copyText } from '../../../web/reveal/copy-text.ts'
import { Button } from '../../../web/ui/button.tsx'
import { QrPicture } from '../../../web/ui/qr-picture.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import type { Asked } from './confirmations.ts'
import { useConfirmationWords } from './words.ts'

/** The link, once: as a text, and as a code to scan. */
export function MadeLink({ made, language }: { made: Asked; language: Locale }) {
  const t = useConfirmationWords()
  const place = useRef<HTMLParagraphElement>(null)
  const { token, check, code } = made
  const link = `${window.location.origin}/confirm#${language}-${check}-${token}`
  const copy = async (): Promise<void> => {
    if (place.current && (await copyText(place.current))) toast({ text: t('copied') })
  }
  return (
    <div className="ask-made">
      <p>{t(token ? 'made' : 'mailed')}</p>
      {token && (
        <>
          <div className="ask-picture">
            <QrPicture value={link} label={t('picture')} />
          </div>
          <p ref={place} className="meta">
            {link}
          </p>
          <Button icon={Copy} onClick={() => void copy()}>
            {t('copy')}
          </Button>
        </>
      )}
      {code && (
        <p>
          {t('code')}：<strong>{code}</strong>
        </p>
      )}
      <p className="muted">{t(`checks.${check}`)}</p>
    </div>
  )
}
