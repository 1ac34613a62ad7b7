import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { hasStatus, Problem } from '../../../web/api/problem.ts'
import { Button } from '../../../web/ui/button.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { AskedField, type Draft } from './asked-field.tsx'
import { answerLink, openLink, type Said, type Shown } from './confirmations.ts'
import { useConfirmationWords } from './words.ts'

type ConfirmFormProps = {
  token: string
  check: string
  shown: Shown
  /** Something was changed meanwhile: this is how it is now. */
  onLookAgain: (shown: Shown) => void
  onDone: () => void
}

/** One field below the other; sent together, once. */
export function ConfirmForm({ token, check, shown, onLookAgain, onDone }: ConfirmFormProps) {
  const t = useConfirmationWords()
  const { locale } = useWords()
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const [isChecked, setChecked] = useState(false)
  const coming = { token, check: check.trim(), locale }
  const sending = useMutation({
    mutationFn: (answers: Readonly<Record<string, Said>>) => answerLink({ ...coming, version: shown.version, answers }),
    onSuccess: onDone,
    onError: async (error) => {
      if (hasStatus(error, 409)) onLookAgain(await openLink(coming))
    },
    gcTime: 0,
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setChecked(true)
    const said = shown.fields.flatMap(({ name }) => {
      const answer = saidBy(drafts[name])
      return answer ? [[name, answer] as const] : []
    })
    if (said.length === shown.fields.length) sending.mutate(Object.fromEntries(said))
  }
  const wrong = sending.error instanceof Problem ? sending.error.wire.errors : []
  return (
    <form className="confirm-form" onSubmit={submit} noValidate>
      {shown.fields.map((field) => (
        <AskedField
          key={field.name}
          field={field}
          draft={drafts[field.name]}
          onChange={(draft) => setDrafts((was) => ({ ...was, [field.name]: draft }))}
          trouble={
            isChecked && !saidBy(drafts[field.name])
              ? t(drafts[field.name]?.is ? 'page.unfilled' : 'page.missing')
              : wrong.find(({ path }) => path === field.name)?.message
          }
        />
      ))}
      <Trouble text={wrong.length ? null : sending.error?.message} />
      <Button look="primary" submit block busy={sending.isPending}>
        {t('page.send')}
      </Button>
      <p className="meta">{t('page.private')}</p>
    </form>
  )
}

function saidBy(draft: Draft | undefined): Said | undefined {
  if (!draft?.is) return undefined
  if (draft.is !== 'value') return { is: draft.is }
  return draft.value.trim() ? { is: 'value', value: draft.value } : undefined
}
