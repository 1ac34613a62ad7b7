import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { becameOf } from './suggestions.ts'
import { useImprovementWords } from './words.ts'

/** What became of a suggestion without a name, by its code. */
export function CodeLook({ object }: { object: ObjectWire }) {
  const t = useImprovementWords()
  const [code, setCode] = useState('')
  const look = useMutation({ mutationFn: becameOf })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (code.trim()) look.mutate(code)
  }
  const state = fieldOf(object, 'state')
  return (
    <InPlaceSection title={t('check')} icon={object.icon}>
      <form className="suggestion-line" onSubmit={submit}>
        <Input
          aria-label={t('checkLabel')}
          placeholder={t('checkLabel')}
          autoComplete="off"
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button submit busy={look.isPending}>
          {t('checkSend')}
        </Button>
      </form>
      <Trouble text={look.error?.message} />
      {look.data && (
        <div className="suggestion-became">
          <p>
            <strong>{look.data.title}</strong>{' '}
            {state && <FieldValue field={state} value={look.data.state} titles={{}} dense />}
          </p>
          {look.data.reply && <p>{`${t('reply')}: ${look.data.reply}`}</p>}
          {look.data.reason && <p>{`${t('reason')}: ${look.data.reason}`}</p>}
        </div>
      )}
    </InPlaceSection>
  )
}
