import { ChartBarBig, Kanban, Rows3 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import type { ListShape } from '../list/list-query.ts'
import { Button } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

const icons = { rows: Rows3, board: Kanban, group: ChartBarBig }

export type Layout = Pick<ListShape, 'board' | 'group'>

type LayoutMenuProps = { object: ObjectWire; layout: Layout; onChange: (layout: Layout) => void }

/** Rows, a board with a column for each value of a choice, or what the rows come to by the values of a field. */
export function LayoutMenu({ object, layout: { board, group }, onChange }: LayoutMenuProps) {
  const { t, label } = useWords()
  const choices = object.fields.filter(({ kind, operators }) => kind === 'choice' && operators.includes('eq'))
  const groupable = object.fields.filter((field) => field.groupable)
  if (choices.length + groupable.length === 0) return null
  const show = (next: Layout) => onChange({ board: undefined, group: undefined, ...next })
  const now = board ? 'board' : group ? 'group' : 'rows'
  const rows = { key: 'rows', label: t('view.asRows'), checked: now === 'rows', run: () => show({}) }
  const boards = choices.map((field) => ({
    key: `board-${field.name}`,
    label: t('view.asBoard', { name: label(field.label) }),
    checked: field.name === board,
    run: () => show({ board: field.name }),
  }))
  const groups = groupable.map((field) => ({
    key: `group-${field.name}`,
    label: t('view.asGroups', { name: label(field.label) }),
    checked: field.name === group,
    run: () => show({ group: field.name }),
  }))
  const entries: MenuEntry[] = [rows]
  if (boards.length) entries.push('line', ...boards)
  if (groups.length) entries.push('line', ...groups)
  return (
    <Menu entries={entries}>
      <span>
        <Button look="quiet" icon={icons[now]}>
          {t(`view.${now}`)}
        </Button>
      </span>
    </Menu>
  )
}
