import { useMutation, useQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { beginSsoProof, proveBySso, ssoQuery } from '../api/sso.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { goToService } from './sso-proof.ts'

/** Sends one to the sign-on service in another window, and waits for it to come back; whoever has closed that window goes again. */
export function ServiceProof({ onSettle }: { onSettle: (given: boolean) => void }) {
  const { t } = useWords()
  const { data: service } = useQuery(ssoQuery)
  const end = useRef<() => void>(undefined)
  const prove = useMutation({
    mutationFn: async (answer: Promise<Record<string, string>>) => proveBySso(await answer),
    onSuccess: () => onSettle(true),
  })
  const go = (): void => {
    end.current?.()
    const errand = goToService(beginSsoProof)
    end.current = errand.end
    prove.mutate(errand.answer)
  }
  useEffect(() => () => end.current?.(), [])
  const label = service?.label || t('sso.title')
  return (
    <div className="dialog-form">
      <p className="muted">{t('proof.serviceText', { name: label })}</p>
      {prove.isPending && <p role="status">{t('proof.waiting')}</p>}
      <Trouble text={prove.error?.message} />
      <div className="dialog-actions">
        <Button onClick={() => onSettle(false)}>{t('action.cancel')}</Button>
        <Button look="primary" icon={Building2} onClick={go}>
          {prove.isPending ? t('proof.goAgain') : t('proof.go', { name: label })}
        </Button>
      </div>
    </div>
  )
}
