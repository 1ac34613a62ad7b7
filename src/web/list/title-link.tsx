import type { MouseEvent } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { isNamed, RecordMark } from '../ui/record-mark.tsx'
import { IncompleteMark } from './incomplete-mark.tsx'

type TitleLinkProps = { object: ObjectWire; record: RecordWire; title: string; href: string; onOpen: () => void }

/** A record's name as the way to its file. Not the router's own link, which listens to every change of the page's place: a list has one in each row. */
export function TitleLink({ object, record, title, href, onOpen }: TitleLinkProps) {
  const go = (event: MouseEvent): void => {
    // Whoever asks for another tab or window gets it from the browser.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <a href={href} title={title} tabIndex={-1} className="grid-link" onClick={go}>
      {isNamed(object) && <RecordMark object={object} title={title} size={22} />}
      <span className="truncate">{title}</span>
      <IncompleteMark record={record} />
    </a>
  )
}
