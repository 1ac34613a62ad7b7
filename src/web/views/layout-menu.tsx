import { Kanban, Rows3 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

type LayoutMenuProps = { object: ObjectWire; board?: string; onChange: (board: string | undefined) => void }

/** Rows, or a board with a column for each value of a choice. */
export function LayoutMenu({ object, board, onChange }: LayoutMenuProps) {
  const { t, label } = useWords()
  const choices = object.fields.filter(({ kind, operators }) => kind === 'choice' && operators.includes('eq'))
  if (choices.length === 0) return null
  const rows = { key: 'rows', label: t('view.asRows'), icon: Rows3, checked: !board, run: () => onChange(undefined) }
  const boards = choices.map((field) => ({
    key: field.name,
    label: label(field.label),
    checked: field.name === board,
    run: () => onChange(field.name),
  }))
  return (
    <Menu entries={[rows, { key: 'board', title: t('view.asBoard'), items: boards }]}>
      <span>
        <Button look="quiet" icon={board ? Kanban : Rows3}>
          {t(board ? 'view.board' : 'view.rows')}
        </Button>
      </span>
    </Menu>
  )
}
