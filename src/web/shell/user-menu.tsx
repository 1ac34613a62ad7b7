import { useSuspenseQuery } from '@tanstack/react-query'
import { ChevronsUpDown, Languages } from 'lucide-react'
import { sessionQuery } from '../api/session.ts'
import { useHelpEntries } from '../help/use-help-entries.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { useSwitchLanguage } from './use-switch-language.ts'
import { useUserEntries } from './use-user-entries.ts'

/** Who is signed in; language, light or dark, help where it has no button of its own, and the way out. */
export function UserMenu({ compact }: { compact?: boolean }) {
  const { t } = useWords()
  const own = useUserEntries()
  const help = useHelpEntries()
  const entries: readonly MenuEntry[] = usePhone() ? [...help, 'line', ...own] : own
  const { other, switchLanguage } = useSwitchLanguage()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const name = session?.user.name ?? ''
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
