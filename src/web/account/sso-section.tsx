import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ssoIdentityQuery, ssoQuery, unbindSelf } from '../api/sso.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Pill } from '../ui/pill.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'

/** Whether this person is bound to the sign-on service, and the end of it; where there is no such service, nothing. */
export function SsoSection() {
  const { t, format } = useWords()
  const client = useQueryClient()
  const { data: service } = useQuery(ssoQuery)
  const query = useQuery(ssoIdentityQuery)
  const unbind = useMutation({
    mutationFn: unbindSelf,
    onSuccess: () => client.invalidateQueries({ queryKey: ['account'] }),
    onError: toastError,
  })
  const { boundAt, only } = query.data ?? { boundAt: null, only: false }
  if (!service?.on && !boundAt) return null
  const ask = async (): Promise<void> => {
    const question = { title: t('sso.unbind'), text: t('sso.unbindOwnText'), action: t('sso.unbind'), danger: true }
    if (await confirm(question)) unbind.mutate()
  }
  const end = (
    <Button onClick={() => void ask()} busy={unbind.isPending}>
      {t('sso.unbind')}
    </Button>
  )
  return (
    <AccountSection
      title={t('sso.title')}
      text={t('sso.ownText')}
      query={query}
      actions={boundAt !== null && !only && end}
    >
      <p className="account-line">
        <Pill colour={boundAt ? 'green' : 'grey'}>{t(boundAt ? 'sso.bound' : 'sso.unbound')}</Pill>
        {boundAt && <span className="meta">{t('sso.since', { when: format.dateTime(boundAt) })}</span>}
      </p>
      {only && <p className="meta">{t('sso.only')}</p>}
    </AccountSection>
  )
}
