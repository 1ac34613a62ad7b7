import { Plus, RotateCcw } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { LayoutPreview } from './layout-preview.tsx'
import { LayoutSection } from './layout-section.tsx'
import { en } from './locales/en.ts'
import { zh } from './locales/zh.ts'
import { useLayoutDraft } from './use-layout-draft.ts'
import { useOwnWords } from './words.ts'
import './layout.css'

type LayoutPartProps = { object: ObjectWire; layout: ObjectWire }

/** The sections of an object's form and file, to be put in order; the form as it would be stands beside. */
export function LayoutPart({ object, layout }: LayoutPartProps) {
  const { rows, error, isPending } = useRecords(layout, { object: object.name }, { sort: '-createdAt' })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={10} />
  return <Sections object={object} layout={layout} record={rows[0]} />
}

function Sections({ object, layout, record }: LayoutPartProps & { record?: RecordAnswer }) {
  const t = useOwnWords()
  const { t: common } = useWords()
  const doings = useLayoutDraft(object, layout, record)
  const { draft, isDirty, isWhole } = doings
  const mayChange = record ? record.can.includes('update') : layout.can.includes('create')
  const question = {
    title: t('layout.resetTitle'),
    text: t('layout.resetText'),
    action: t('layout.reset'),
  }
  const reset = async (): Promise<void> => {
    if (await confirm(question)) await doings.reset()
  }
  if (!mayChange) return <LayoutPreview object={object} sections={draft} />
  return (
    <div className="layout-part">
      <div className="layout-sections">
        <p className="muted">{t('layout.text')}</p>
        <p className="visually-hidden" role="status">
          {doings.told}
        </p>
        <DragBetween hint={t('layout.draggable')} onDrop={doings.drop}>
          {draft.map((section) => (
            <LayoutSection key={section.name} object={object} section={section} doings={doings} />
          ))}
        </DragBetween>
        <Trouble text={isWhole ? undefined : t('layout.untitled')} />
        <div className="layout-actions">
          <Button icon={Plus} onClick={() => doings.add({ zh: zh.layout.added, en: en.layout.added })}>
            {t('layout.add')}
          </Button>
          {record?.can.includes('delete') && (
            <Button look="quiet" icon={RotateCcw} onClick={() => void reset()}>
              {t('layout.reset')}
            </Button>
          )}
          <Button look="primary" disabled={!isDirty || !isWhole} onClick={() => void doings.save()}>
            {common('action.save')}
          </Button>
        </div>
      </div>
      <LayoutPreview object={object} sections={draft} />
    </div>
  )
}
