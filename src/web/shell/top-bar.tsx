import { Bell } from '../../modules/notifications/web/bell.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { useWords } from '../words/words.ts'
import { BrandMark } from './brand-mark.tsx'
import { UserMenu } from './user-menu.tsx'

export function TopBar() {
  const { t } = useWords()
  return (
    <header className="top-bar">
      <BrandMark size={26} alt={t('app.name')} />
      <PaletteButton />
      <Bell />
      <UserMenu compact />
    </header>
  )
}
