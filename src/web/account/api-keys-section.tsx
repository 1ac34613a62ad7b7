import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiKey, apiKeysQuery } from '../api/account.ts'
import { request } from '../api/request.ts'
import { usePurposes } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'
import { ApiKeyForm } from './api-key-form.tsx'

export function ApiKeysSection() {
  const { t, format } = useWords()
  const purposeWord = usePurposeWord()
  const client = useQueryClient()
  const query = useQuery(apiKeysQuery)
  const [making, setMaking] = useState(false)
  const [token, setToken] = useState<string>()
  const revoke = useMutation({
    mutationFn: (id: string) => request('DELETE', `/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries(apiKeysQuery),
    onError: toastError,
  })
  const ask = async ({ id, name }: ApiKey): Promise<void> => {
    const question = { title: t('account.keyRevoke'), text: t('account.keyRevokeText', { name }) }
    if (await confirm({ ...question, action: t('account.keyRevoke'), danger: true })) revoke.mutate(id)
  }
  const made = (fresh: string): void => {
    setMaking(false)
    setToken(fresh)
    void client.invalidateQueries(apiKeysQuery)
  }
  const items = query.data?.items ?? []
  const seen = ({ seenAt }: ApiKey): string =>
    seenAt ? t('account.seen', { when: format.relative(seenAt) }) : t('account.neverSeen')
  return (
    <AccountSection
      title={t('account.keys')}
      text={t('account.keysText')}
      query={query}
      actions={!making && <Button onClick={() => setMaking(true)}>{t('account.keyNew')}</Button>}
    >
      {making && <ApiKeyForm onMade={made} onCancel={() => setMaking(false)} />}
      {token && (
        <div className="account-token" role="status">
          <p className="muted">{t('account.keyShown')}</p>
          <code>{token}</code>
        </div>
      )}
      {items.length === 0 && !making && <p className="meta">{t('account.keysNone')}</p>}
      <ul className="account-list">
        {items.map((key) => (
          <li key={key.id}>
            <div>
              <span className="account-line">
                {key.name} <code className="meta">{key.scopes.join(' ')}</code>
              </span>
              <span className="meta">
                {t('account.keyUntil', { date: format.dateTime(key.expiresAt) })} · {seen(key)}
                {key.purpose && ` · ${purposeWord(key.purpose)}`}
              </span>
            </div>
            <Button small onClick={() => void ask(key)}>
              {t('account.keyRevoke')}
            </Button>
          </li>
        ))}
      </ul>
    </AccountSection>
  )
}

/** How a key's purpose is called; once it is not the owner's any more, that the key opens nothing. */
function usePurposeWord(): (bound: NonNullable<ApiKey['purpose']>) => string {
  const { t, label } = useWords()
  const purposes = usePurposes()
  return ({ code }) => {
    const held = purposes.find((purpose) => purpose.code === code)
    return held ? t('account.keyBound', { purpose: label(held.label) }) : t('account.keyPurposeGone')
  }
}
