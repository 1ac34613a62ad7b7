import { CalendarDays, ChartBarBig, Kanban, Rows3 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { boardFields, calendarFields, groupFields } from '../list/layout-in.ts'
import type { ListShape } from '../list/list-query.ts'
import { Button } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

const icons = { rows: Rows3, board: Kanban, calendar: CalendarDays, group: ChartBarBig }

export type Layout = Pick<ListShape, 'board' | 'calendar' | 'group'>

type LayoutMenuProps = { object: ObjectWire; layout: Layout; onChange: (layout: Layout) => void }

/** Rows, a board with a column for each value of a choice, a calendar, or what the rows come to by the values of a field. */
export function LayoutMenu({ object, layout, onChange }: LayoutMenuProps) {
  const { t, label } = useWords()
  const ways = [
    { way: 'board', word: 'view.asBoard', fields: boardFields(object) },
    { way: 'calendar', word: 'view.asCalendar', fields: calendarFields(object) },
    { way: 'group', word: 'view.asGroups', fields: groupFields(object) },
  ] as const
  if (ways.every(({ fields }) => fields.length === 0)) return null
  const show = (next: Layout) => onChange({ board: undefined, calendar: undefined, group: undefined, ...next })
  const now = ways.find(({ way }) => layout[way])?.way ?? 'rows'
  const entries: MenuEntry[] = [{ key: 'rows', label: t('view.asRows'), checked: now === 'rows', run: () => show({}) }]
  for (const { way, word, fields } of ways) {
    const offered = fields.map(({ name, label: named }) => ({
      key: `${way}-${name}`,
      label: t(word, { name: label(named) }),
      checked: layout[way] === name,
      run: () => show({ [way]: name }),
    }))
    if (offered.length) entries.push('line', ...offered)
  }
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
