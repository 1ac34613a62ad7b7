import { PenLine } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { Avatar } from '../ui/avatar.tsx'
import { usePresenceWords } from './presence-words.ts'
import { usePresence } from './use-presence.ts'
import './presence.css'

const shownAtOnce = 4

/** Who else has this file open, the ones who write first. */
export function PresentPeople({ object, id }: { object: ObjectWire; id: string }) {
  const t = usePresenceWords()
  const others = usePresence(object, id).toSorted((one, other) => Number(other.writes) - Number(one.writes))
  if (others.length === 0) return null
  return (
    <ul className="presence" aria-label={t('title')}>
      {others.slice(0, shownAtOnce).map(({ id: person, name, writes }) => (
        <li
          key={person}
          className={writes ? 'present present-writes' : 'present'}
          title={t(writes ? 'writes' : 'reads', { name })}
        >
          <Avatar name={name} round size={24} />
          <span className="present-name truncate" aria-hidden>
            {name}
          </span>
          {writes && <PenLine size={13} aria-hidden />}
          <span className="visually-hidden">{t(writes ? 'writes' : 'reads', { name })}</span>
        </li>
      ))}
      {others.length > shownAtOnce && <li className="muted">+{others.length - shownAtOnce}</li>}
    </ul>
  )
}
