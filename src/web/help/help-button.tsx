import { CircleQuestionMark } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'
import { useHelpEntries } from './use-help-entries.ts'

export function HelpButton() {
  const { t } = useWords()
  return (
    <Menu entries={useHelpEntries()}>
      <span className="help-button">
        <IconButton icon={CircleQuestionMark} label={t('help.title')} />
      </span>
    </Menu>
  )
}
