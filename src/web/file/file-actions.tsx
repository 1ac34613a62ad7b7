import { Link, useNavigate } from '@tanstack/react-router'
import { Combine, Ellipsis, History, PencilLine, Printer, ScrollText, Trash2 } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { isCompared } from '../../modules/duplicates/web/has-duplicates.ts'
import { useAccessDrawer } from '../access/use-access-drawer.tsx'
import { useDuty } from '../api/session.ts'
import { FavouriteStar } from '../favourites/favourite-star.tsx'
import { useLabels } from '../labels/use-labels.tsx'
import { useDelete } from '../list/use-delete.ts'
import { usePrintFile } from '../print/use-print-file.ts'
import { useRecordedPrint } from '../print/use-recorded-print.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import { isOpen } from './is-open.ts'
import { useWayInEntries } from './use-way-in-entries.tsx'

type FileActionsProps = { object: ObjectWire; record: RecordAnswer; onHistory: () => void }

export function FileActions({ object, record, onHistory }: FileActionsProps) {
  const { t } = useWords()
  const isPhone = usePhone()
  const common = useEntries({ object, record, onHistory })
  const waysIn = useWayInEntries(object, record)
  const access = useAccessDrawer(object, record)
  const labels = useLabels(object, [record.id])
  const entries = [...waysIn.entries, ...access.entries, ...labels.entries, ...common]
  return (
    <div className="file-actions">
      <FavouriteStar what={{ object: object.name, record: record.id }} />
      {isOpen(record) && (
        <Link
          to="/o/$path/$id/edit"
          params={{ path: object.path, id: record.id }}
          className="plain-link"
          aria-label={t('action.edit')}
        >
          <PencilLine size={15} aria-hidden />
          {!isPhone && t('action.edit')}
        </Link>
      )}
      <Menu entries={entries}>
        <span>
          <IconButton icon={Ellipsis} label={t('shell.more')} />
        </span>
      </Menu>
      {access.drawer}
      {labels.drawer}
      {waysIn.dialog}
    </div>
  )
}

function useEntries({ object, record, onHistory }: FileActionsProps): readonly MenuEntry[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const answersForTrail = useDuty('trail')
  const remove = useDelete(object)
  const destroy = async (): Promise<void> => {
    if (await remove([record.id])) await navigate({ to: '/o/$path', params: { path: object.path } })
  }
  const printing = usePrintFile(object, record)
  useRecordedPrint(printing)
  const history = { key: 'history', label: t('file.history'), icon: History, run: onHistory }
  const looked = {
    key: 'looked',
    label: t(object.signsIn ? 'audit.menuPerson' : 'audit.menu'),
    icon: ScrollText,
    run: () => void navigate({ to: '/audit', search: object.signsIn ? { actor: record.id } : { file: record.id } }),
  }
  const deleting = { key: 'delete', label: t('action.delete'), icon: Trash2, danger: true, run: () => void destroy() }
  const print = printing && { key: 'print', label: t('print.print'), icon: Printer, run: printing }
  const merging = {
    key: 'merge',
    label: t('duplicates.mergeWith'),
    icon: Combine,
    run: () =>
      void navigate({ to: '/duplicates/$path/merge', params: { path: object.path }, search: { ids: [record.id] } }),
  }
  const mayMerge = isCompared(object) && isOpen(record) && record.can.includes('update')
  const first = [
    history,
    ...(mayMerge ? [merging] : []),
    ...(answersForTrail ? [looked] : []),
    ...(print ? [print] : []),
  ]
  return record.can.includes('delete') ? [...first, 'line', deleting] : first
}
