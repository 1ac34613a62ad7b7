import { Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'
import type { OpenedChild } from './child-drawer.tsx'
import { ComposerRoom } from './composer-room.tsx'

const ComposerForm = lazy(() => import('./composer-form.tsx').then((part) => ({ default: part.ComposerForm })))

const FileBar = lazy(() => import('../phone/file-bar.tsx').then((part) => ({ default: part.FileBar })))

type ComposerProps = {
  object: ObjectWire
  record: RecordAnswer
  happenings: readonly ObjectWire[]
  onOpen: (opened: OpenedChild) => void
}

/** Writes down what just happened: in place on a wide screen, under the thumb on a phone. */
export function Composer({ object, record, happenings, onOpen }: ComposerProps) {
  const { t, label } = useWords()
  const isPhone = usePhone()
  const addable = happenings.filter((child) => child.can.includes('create'))
  const main = addable.find((child) => child.fields.some(({ kind }) => kind === 'long_text'))
  const others = addable.filter((child) => child !== main)
  const more = others.map((child) => ({ key: child.name, label: label(child.label), run: () => onOpen({ child }) }))
  if (isPhone)
    return (
      <Suspense fallback={null}>
        <FileBar object={object} record={record} main={main} others={more} onOpen={onOpen} />
      </Suspense>
    )
  const menu = more.length > 0 && (
    <Menu entries={more}>
      <span>
        <Button icon={Plus} look="quiet">
          {t('composer.other')}
        </Button>
      </span>
    </Menu>
  )
  if (!main) return menu || null
  return (
    <Suspense fallback={<ComposerRoom />}>
      <ComposerForm child={main} record={record} extra={menu} />
    </Suspense>
  )
}
