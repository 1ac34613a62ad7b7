import { Ellipsis, Mic, PenLine } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import type { OpenedChild } from '../file/child-drawer.tsx'
import { ComposerForm } from '../file/composer-form.tsx'
import { type Beginning, partsOf } from '../file/use-composer.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'
import { BarButton } from './bar-button.tsx'
import { beginningOf } from './beginning.ts'
import { CallButton } from './call-button.tsx'
import { usePhoneWords } from './phone-words.ts'
import { PhotoButton } from './photo-button.tsx'
import { PictureHead } from './picture-head.tsx'
import { useAfterCall } from './use-after-call.ts'
import './file-bar.css'

type FileBarProps = {
  object: ObjectWire
  record: RecordAnswer
  /** What is written down with a text, such as follow-ups. */
  main?: ObjectWire
  others: readonly MenuItem[]
  onOpen: (opened: OpenedChild) => void
}

/** What is being written; it keeps its title while the sheet closes. */
type Writing = { open: boolean; title?: string; beginning?: Beginning; voice?: boolean }

/** What one does on a file with one hand: call, write down, take a picture, speak. */
export function FileBar({ object, record, main, others, onOpen }: FileBarProps) {
  const t = usePhoneWords()
  const { t: common, label } = useWords()
  const [writing, setWriting] = useState<Writing>({ open: false })
  const close = (): void => setWriting((was) => ({ ...was, open: false }))
  useAfterCall(object, record, (call) => {
    if (main && !writing.open)
      setWriting({ open: true, title: t('afterCall'), beginning: beginningOf(main, object, call) })
  })
  const name = main && common('composer.write', { name: label(main.label) })
  const speaks = main && partsOf(main).rest.some(({ kind }) => kind === 'files')
  return (
    <>
      <div className="composer-bar file-bar" role="toolbar" aria-label={t('bar')}>
        <CallButton object={object} record={record} />
        {main && <BarButton icon={PenLine} text={t('log')} label={name} onClick={() => setWriting({ open: true })} />}
        <PhotoButton
          object={object}
          record={record}
          onTaken={({ child, given, picture }) =>
            onOpen({ child, given, head: picture && <PictureHead picture={picture} /> })
          }
        />
        {speaks && <BarButton icon={Mic} text={t('voice')} onClick={() => setWriting({ open: true, voice: true })} />}
        {others.length > 0 && (
          <Menu entries={others}>
            <BarButton icon={Ellipsis} text={common('composer.other')} />
          </Menu>
        )}
      </div>
      {main && (
        <Drawer open={writing.open} title={writing.title ?? name ?? ''} onClose={close}>
          <ComposerForm
            child={main}
            record={record}
            beginning={writing.beginning}
            voice={writing.voice}
            onSaved={close}
          />
        </Drawer>
      )}
    </>
  )
}
