import { PenLine, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Menu } from '../ui/menu.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useWords } from '../words/words.ts'

const ComposerForm = lazy(() => import('./composer-form.tsx').then((part) => ({ default: part.ComposerForm })))

type ComposerProps = { record: RecordAnswer; happenings: readonly ObjectWire[]; onOpen: (child: ObjectWire) => void }

/** Writes down what just happened: in place on a wide screen, as a button under the thumb on a phone. */
export function Composer({ record, happenings, onOpen }: ComposerProps) {
  const { t, label } = useWords()
  const isPhone = usePhone()
  const [isOpen, setOpen] = useState(false)
  const addable = happenings.filter((child) => child.can.includes('create'))
  const main = addable.find((child) => child.fields.some(({ kind }) => kind === 'long_text'))
  const others = addable.filter((child) => child !== main)
  const more = others.map((child) => ({ key: child.name, label: label(child.label), run: () => onOpen(child) }))
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
  const name = t('composer.write', { name: label(main.label) })
  const form = (
    <Suspense fallback={<Skeleton rows={2} />}>
      <ComposerForm child={main} record={record} onSaved={() => setOpen(false)} extra={!isPhone && menu} />
    </Suspense>
  )
  if (!isPhone) return form
  return (
    <>
      <div className="composer-bar">
        <Button look="primary" icon={PenLine} block onClick={() => setOpen(true)}>
          {name}
        </Button>
        {menu}
      </div>
      <Drawer open={isOpen} title={name} onClose={() => setOpen(false)}>
        {form}
      </Drawer>
    </>
  )
}
