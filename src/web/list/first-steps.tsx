import { useNavigate } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'

/** What to do where there is no record yet, as far as the reader may. */
export function FirstSteps({ object }: { object: ObjectWire }) {
  const { t, label } = useWords()
  const navigate = useNavigate()
  const params = { path: object.path }
  return (
    <>
      {object.can.includes('create') && (
        <Button look="primary" onClick={() => void navigate({ to: '/o/$path/new', params })}>
          {t('action.createNamed', { name: label(object.label) })}
        </Button>
      )}
      {object.can.includes('import') && (
        <Button onClick={() => void navigate({ to: '/import/$path', params })}>{t('action.import')}</Button>
      )}
    </>
  )
}
