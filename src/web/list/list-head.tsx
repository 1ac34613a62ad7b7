import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, Plus, Trash2, Upload } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import type { Classing } from '../catalogue/classing.ts'
import { ExportButton } from '../export/export-button.tsx'
import { FavouriteStar } from '../favourites/favourite-star.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import type { ChangeQuery } from './list-page.tsx'

type ListHeadProps = {
  object: ObjectWire
  query: ListQuery
  columns?: readonly string[]
  classing?: Classing
  /** Id of the saved view that is shown. */
  view?: string
  total?: number
  isExact: boolean
  onChange: ChangeQuery
}

export function ListHead({ object, query, columns, classing, view, total, isExact, onChange }: ListHeadProps) {
  const { t, label, labelOfMany, totalOf } = useWords()
  const navigate = useNavigate()
  const isPhone = usePhone()
  const name = label(object.label)
  const many = labelOfMany(object.label)
  const params = { path: object.path }
  const count = total === undefined ? '' : totalOf({ total, totalExact: isExact })
  if (query.deleted) {
    return (
      <PageHead title={t('list.binTitle', { name: many })} detail={count}>
        <Button icon={ArrowLeft} onClick={() => onChange({ deleted: undefined })}>
          {t('list.leaveBin')}
        </Button>
      </PageHead>
    )
  }
  const star = view && <FavouriteStar what={{ object: 'saved_view', record: view, page: `/o/${object.path}` }} />
  return (
    <PageHead title={classing ? t('catalogue.title') : many} detail={count} star={star || undefined}>
      {object.can.includes('delete') && (
        <IconButton icon={Trash2} label={t('list.bin')} onClick={() => onChange({ deleted: true })} />
      )}
      {object.can.includes('import') && !isPhone && (
        <Button icon={Upload} onClick={() => void navigate({ to: '/import/$path', params })}>
          {t('action.import')}
        </Button>
      )}
      {!isPhone && <PrintActions object={object} query={query} columns={columns} classing={classing} />}
      {!isPhone && <ExportButton object={object} query={query} columns={columns} />}
      {object.can.includes('create') && (
        <Link to="/o/$path/new" params={params} search={(was: ListQuery) => was} className="primary-link">
          <Plus size={15} aria-hidden />
          {isPhone ? t('action.create') : t('action.createNamed', { name })}
        </Link>
      )}
    </PageHead>
  )
}
