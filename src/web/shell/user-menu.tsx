import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Languages, LogOut, Monitor, Moon, Siren, Sun, UserRound, UserRoundCheck } from 'lucide-react'
import type { Locale } from '#shared/label'
import { useMayTakeEmergencyAccess } from '../../modules/emergency/web/emergency.ts'
import { keepPurpose } from '../api/purpose.ts'
import { saveLocale, sessionQuery, signOut } from '../api/session.ts'
import { chooseTheme, themeChoices, useThemeMode } from '../theme/theme-mode.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { showLocale, useWords } from '../words/words.ts'
import { usePurposeEntry } from './use-purpose-entry.ts'

const themeIcons = { system: Monitor, light: Sun, dark: Moon }

/** Who is signed in; language, light or dark, and the way out. */
export function UserMenu({ compact }: { compact?: boolean }) {
  const { t, locale } = useWords()
  const client = useQueryClient()
  const entries = useEntries()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const name = session?.user.name ?? ''
  const other: Locale = locale === 'zh' ? 'en' : 'zh'
  const switchLanguage = (): void => {
    // First in what is known of the user: every page shows itself in the language that stands there.
    client.setQueryData(sessionQuery.queryKey, (was) => was && { ...was, user: { ...was.user, locale: other } })
    showLocale(other)
    saveLocale(other).catch(toastError)
    // What answers say in a language, such as the titles of records, is asked for again.
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  }
  return (
    <div className={compact ? 'user-menu user-menu-compact' : 'user-menu'}>
      <button type="button" className="language-button" onClick={switchLanguage} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        <Languages size={15} aria-hidden />
        {t('shell.otherLanguage')}
      </button>
      <Menu entries={entries}>
        <button type="button" className="user-button" aria-label={t('shell.userMenu', { name })}>
          <Avatar name={name} round size={compact ? 28 : 24} />
          {!compact && <span className="truncate">{name}</span>}
          {!compact && <ChevronsUpDown size={14} aria-hidden className="muted" />}
        </button>
      </Menu>
    </div>
  )
}

function useEntries(): readonly MenuEntry[] {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { choice } = useThemeMode()
  const purpose = usePurposeEntry()
  const mayTake = useMayTakeEmergencyAccess()
  const leave = async (): Promise<void> => {
    const left = await signOut().catch(toastError)
    client.clear()
    keepPurpose(null)
    if (left?.url) {
      window.location.assign(left.url)
      return
    }
    await navigate({ to: '/sign-in' })
  }
  const themes = themeChoices.map((one) => ({
    key: one,
    label: t(`theme.${one}`),
    icon: themeIcons[one],
    checked: one === choice,
    run: () => chooseTheme(one),
  }))
  const account = {
    key: 'account',
    label: t('account.title'),
    icon: UserRound,
    run: () => void navigate({ to: '/account' }),
  }
  const absence = {
    key: 'absence',
    label: t('absence.title'),
    icon: UserRoundCheck,
    run: () => void navigate({ to: '/absence' }),
  }
  const emergency = {
    key: 'emergency',
    label: t('emergency.title'),
    icon: Siren,
    run: () => void navigate({ to: '/emergency' }),
  }
  return [
    account,
    absence,
    ...(mayTake ? [emergency] : []),
    'line',
    purpose,
    'line',
    ...themes,
    'line',
    { key: 'leave', label: t('shell.signOut'), icon: LogOut, run: () => void leave() },
  ]
}
