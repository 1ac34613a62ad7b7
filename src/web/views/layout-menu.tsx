import { CalendarDays, ChartBarBig, Kanban, LibraryBig, Rows3 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { classingsOf } from '../catalogue/classing.ts'
import { boardFields, calendarFields, groupFields } from '../list/layout-in.ts'
import type { ListSearch, ListShape } from '../list/list-query.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'

const icons = { rows: Rows3, board: Kanban, calendar: CalendarDays, group: ChartBarBig, catalogue: LibraryBig }

const none = { board: undefined, calendar: undefined, group: undefined, catalogue: undefined, class: undefined }

export type Layout = Pick<ListShape, 'board' | 'calendar' | 'group' | 'catalogue'> & Pick<ListSearch, 'class'>

type LayoutMenuProps = { object: ObjectWire; layout: Layout; onChange: (layout: Layout) => void }

/** Rows, a catalogue by classes, a board with a column for each value of a choice, a calendar, or what the rows come to by the values of a field. */
export function LayoutMenu({ object, layout, onChange }: LayoutMenuProps) {
  const { t, label } = useWords()
  const isPhone = usePhone()
  const catalogues = classingsOf(object).map(({ by, label: named }) => ({ name: by, label: named }))
  const ways = [
    { way: 'catalogue', word: 'view.asCatalogue', fields: catalogues },
    { way: 'board', word: 'view.asBoard', fields: boardFields(object) },
    { way: 'calendar', word: 'view.asCalendar', fields: calendarFields(object) },
    { way: 'group', word: 'view.asGroups', fields: groupFields(object) },
  ] as const
  if (ways.every(({ fields }) => fields.length === 0)) return null
  const show = (next: Layout) => onChange({ ...none, ...next })
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
        {isPhone ? (
          <IconButton icon={icons[now]} label={t(`view.${now}`)} />
        ) : (
          <Button look="quiet" icon={icons[now]}>
            {t(`view.${now}`)}
          </Button>
        )}
      </span>
    </Menu>
  )
}
