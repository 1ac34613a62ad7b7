import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { type SubmitEvent, useEffect, useState } from 'react'
import type { Locale } from '#shared/label'
import { Entrance } from '../../../web/session/entrance.tsx'
import { EntranceField } from '../../../web/session/entrance-field.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { showLocale, useWords } from '../../../web/words/words.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { type Check, openLink, type Shown } from './confirmations.ts'
import { useConfirmationWords } from './words.ts'
import './confirm.css'

type Coming = { language: Locale; check: Check; token: string }

/** Behind the link that a customer was sent: what they know is asked first, then their data are looked through. Nothing of it is kept by the browser. */
export function ConfirmPage() {
  const t = useConfirmationWords()
  const coming = useComing()
  const [check, setCheck] = useState('')
  const [shown, setShown] = useState<Shown>()
  const [isDone, setDone] = useState(false)
  useDocumentTitle(t('page.title'))
  if (!coming) return <Entrance title={t('page.dead')} text={t('page.deadText')} />
  if (isDone) return <Entrance title={t('page.thanks')} text={t('page.thanksText')} />
  return (
    <div className="confirm">
      <Entrance title={t('page.title')} text={shown ? t('page.text') : undefined}>
        {shown ? (
          <ConfirmForm
            token={coming.token}
            check={check}
            shown={shown}
            onLookAgain={setShown}
            onDone={() => setDone(true)}
          />
        ) : (
          <CheckForm coming={coming} check={check} onChange={setCheck} onOpen={setShown} />
        )}
      </Entrance>
    </div>
  )
}

type CheckFormProps = {
  coming: Coming
  check: string
  onChange: (check: string) => void
  onOpen: (shown: Shown) => void
}

function CheckForm({ coming, check, onChange, onOpen }: CheckFormProps) {
  const t = useConfirmationWords()
  const { locale } = useWords()
  const opening = useMutation({
    mutationFn: () => openLink({ token: coming.token, check: check.trim(), locale }),
    onSuccess: onOpen,
    gcTime: 0,
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (check.trim()) opening.mutate()
  }
  return (
    <form className="entrance-form" onSubmit={submit}>
      <EntranceField label={t(`page.${coming.check}`)} value={check} onChange={onChange} autoComplete="off" autoFocus />
      <Trouble text={opening.error?.message} />
      <Button look="primary" submit block busy={opening.isPending} disabled={!check.trim()}>
        {t('page.open')}
      </Button>
    </form>
  )
}

/** What stands behind the `#`: the language that the link was sent in, what is asked first, and the token. */
function useComing(): Coming | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const [, language, check, token] = /^(zh|en)-(phone|code)-([\w-]+)$/.exec(hash) ?? []
  const sent = language === 'en' ? 'en' : language === 'zh' ? 'zh' : undefined
  useEffect(() => {
    if (sent) showLocale(sent)
  }, [sent])
  return sent && token ? { language: sent, check: check === 'phone' ? 'phone' : 'code', token } : undefined
}
