import { useLocation } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { IconButton } from '../ui/button.tsx'
import { DragBetween } from '../ui/drag-between.tsx'
import { useMovable } from '../ui/drag-handle.tsx'
import { useWords } from '../words/words.ts'
import { useFavouriteActions } from './favourites.ts'
import { positionAt } from './position-at.ts'
import type { FavouritePlace } from './use-favourite-places.tsx'
import './favourites.css'

type FavouriteListProps = { object: ObjectWire; places: readonly FavouritePlace[] }

/** What one has starred, to go to, to put in order by mouse, finger or keys, and to let go. */
export function FavouriteList({ object, places }: FavouriteListProps) {
  const { t } = useWords()
  const { move, remove } = useFavouriteActions(object)
  const [moved, setMoved] = useState({ id: '', text: '' })
  const list = useRef<HTMLUListElement>(null)
  const order = places.map(({ favourite }) => favourite)
  const place = (from: number, to: number): void => {
    const chosen = places[from]
    if (!chosen || to < 0 || to >= places.length || from === to) return
    move(
      chosen.favourite,
      positionAt(
        order.map(({ position }) => Number(position)),
        from,
        to,
      ),
    )
    const text = t('favourite.moved', { title: chosen.title, place: to + 1, count: places.length })
    setMoved({ id: chosen.favourite.id, text })
  }
  // What moves in the page loses the keyboard.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-favourite="${moved.id}"]`)?.focus()
  }, [moved])
  return (
    <DragBetween
      upright
      hint={t('favourite.dragHint')}
      onDrop={({ at: from }, { at: to }) => place(Number(from), Number(to))}
    >
      <ul className="favourites" ref={list}>
        {places.map((one, at) => (
          <Line key={one.favourite.id} {...one} at={at} onMove={(step) => place(at, at + step)} onRemove={remove} />
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {moved.text}
      </span>
    </DragBetween>
  )
}

type LineProps = FavouritePlace & {
  at: number
  onMove: (step: 1 | -1) => void
  onRemove: (favourite: FavouritePlace['favourite']) => void
}

function Line({ favourite, title, icon, href, run, at, onMove, onRemove }: LineProps) {
  const { t } = useWords()
  const isHere = useLocation({ select: ({ href: now }) => now === href })
  const { ref, style, looks, handle } = useMovable(favourite.id, { at })
  const moveByKey = (event: KeyboardEvent): void => {
    const step = isShortcut(event, 'moveUp') ? -1 : isShortcut(event, 'moveDown') && 1
    if (!step) return
    event.preventDefault()
    onMove(step)
  }
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    run()
  }
  return (
    <li ref={ref} {...handle.listeners} style={style} className={`favourite ${looks}`}>
      <a
        href={href}
        className="navigation-link"
        title={title}
        draggable={false}
        data-favourite={favourite.id}
        aria-current={isHere ? 'page' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={follow}
        onKeyDown={moveByKey}
      >
        {icon}
        <span className="truncate">{title}</span>
      </a>
      <IconButton icon={X} size={13} label={t('favourite.remove', { title })} onClick={() => onRemove(favourite)} />
    </li>
  )
}
