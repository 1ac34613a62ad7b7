import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { inspectLink } from '../api/password-link.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { Entrance } from './entrance.tsx'
import { PasswordLinkForm } from './password-link-form.tsx'

/** Behind the link of an invitation or of a forgotten password. */
export function PasswordLinkPage() {
  const { t } = useWords()
  const token = useLocation({ select: ({ hash }) => hash })
  const { data: link, error } = useQuery({
    queryKey: ['password-link', token],
    gcTime: 0,
    queryFn: () => inspectLink(token),
    enabled: token !== '',
  })
  if (link)
    return (
      <Entrance title={t(`link.${link.purpose}`)} text={t(`link.${link.purpose}Text`, { name: link.name })}>
        <PasswordLinkForm token={token} login={link.login} />
      </Entrance>
    )
  if (!error && token)
    return (
      <Entrance title={t('password.set')}>
        <Skeleton rows={3} />
      </Entrance>
    )
  return (
    <Entrance title={t('password.set')} text={error?.message ?? t('link.missing')}>
      <p className="entrance-way">
        <Link to="/forgot-password" className="link">
          {t('signIn.forgot')}
        </Link>
      </p>
    </Entrance>
  )
}
