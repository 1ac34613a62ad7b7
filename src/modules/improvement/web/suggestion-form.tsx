import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { type Said, saidIn, suggestAnonymously } from './suggestions.ts'
import { useImprovementWords } from './words.ts'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/input.css'

/** One field and one button. Nothing that is typed here is kept as a draft: that would stand on the server under a name. */
export function SuggestionForm({ object }: { object: ObjectWire }) {
  const t = useImprovementWords()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [isAnonymous, setAnonymous] = useState(false)
  const said = saidIn(typed)
  const send = useMutation({
    mutationFn: async (what: Said): Promise<string | null> => {
      if (isAnonymous) return (await suggestAnonymously(what)).code
      await createRecord(object, what, crypto.randomUUID())
      return null
    },
    onSuccess: (code) => {
      setTyped('')
      if (code === null) toast({ text: t('sent') })
    },
    onSettled: () => refresh(client, object.name, []),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (said) send.mutate(said)
  }
  if (send.data) return <Code code={send.data} onEnd={() => send.reset()} />
  return (
    <form className="suggestion-form" aria-label={t('label')} onSubmit={submit}>
      <Input.TextArea
        aria-label={t('label')}
        placeholder={t('placeholder')}
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={5_000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Checkbox checked={isAnonymous} onChange={(event) => setAnonymous(event.target.checked)}>
        {t('anonymous')}
      </Checkbox>
      <p className="meta">{t(isAnonymous ? 'anonymousText' : 'named')}</p>
      <Trouble text={send.error?.message} />
      <p>
        <Button look="primary" submit busy={send.isPending} disabled={!said}>
          {t('send')}
        </Button>
      </p>
    </form>
  )
}

/** The code is shown this once. */
function Code({ code, onEnd }: { code: string; onEnd: () => void }) {
  const t = useImprovementWords()
  const spelt = code.replaceAll(/(.{4})(?=.)/g, '$1-')
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(spelt)
    toast({ text: t('copied') })
  }
  return (
    <section className="suggestion-code" aria-label={t('codeTitle')}>
      <strong>{t('sent')}</strong>
      <output aria-label={t('codeTitle')}>{spelt}</output>
      <p className="meta">{t('codeText')}</p>
      <p className="suggestion-line">
        <Button look="primary" onClick={() => void copy().catch(toastError)}>
          {t('copy')}
        </Button>
        <Button onClick={onEnd}>{t('another')}</Button>
      </p>
    </section>
  )
}
