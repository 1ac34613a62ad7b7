import { Bell } from '../../modules/notifications/web/bell.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { useWords } from '../words/words.ts'
import { UserMenu } from './user-menu.tsx'

export function TopBar() {
  const { t } = useWords()
  return (
    <header className="top-bar">
      <img src="/favicon.svg" alt={t('app.name')} width={26} height={26} />
      <PaletteButton />
      <Bell />
      <UserMenu compact />
    </header>
  )
}
