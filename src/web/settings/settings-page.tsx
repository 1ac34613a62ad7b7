import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { SettingsEntry } from '../shell/navigation.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useWords } from '../words/words.ts'
import { type SettingsGroup, useSettingsGroups } from './use-settings-groups.ts'
import { useSettingsWords } from './words.ts'
import './settings.css'

/** All that the reader may set, by what it is about, each with a line that says what is found there. */
export function SettingsPage() {
  const t = useSettingsWords()
  const { t: common } = useWords()
  const groups = useSettingsGroups()
  const [text, setText] = useState('')
  useDocumentTitle(common('settings.title'))
  if (groups.length === 0) return <NotFoundPage />
  const found = groupsWith(groups, text)
  return (
    <>
      <PageHead title={common('settings.title')} />
      <div className="page-scroll settings-home">
        <SearchField className="settings-search" label={t('search')} value={text} onText={setText} />
        <div className="settings-home-groups">
          {found.map((group) => (
            <Group key={group.name} group={group} />
          ))}
        </div>
        {found.length === 0 && <EmptyState icon={SearchX} title={t('none')} text={t('noneText')} />}
      </div>
    </>
  )
}

/** The groups with what says all these words, in its name, its line or its group's name. */
function groupsWith(groups: readonly SettingsGroup[], text: string): readonly SettingsGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map((group) => ({
      ...group,
      places: group.places.filter(({ entry, line }) => {
        const said = `${group.title} ${entry.label} ${line}`.toLowerCase()
        return words.every((word) => said.includes(word))
      }),
    }))
    .filter(({ places }) => places.length > 0)
}

function Group({ group: { title, places } }: { group: SettingsGroup }) {
  return (
    <section className="settings-home-group" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {places.map(({ entry, line }) => (
          <li key={entry.key}>
            <PlaceLink entry={entry}>
              <strong>{entry.label}</strong>
              {line && <span className="meta">{line}</span>}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlaceLink({ entry, children }: { entry: SettingsEntry; children: ReactNode }) {
  const className = 'settings-home-place'
  if ('to' in entry) {
    const { to, icon: Drawn } = entry
    return (
      <Link to={to} className={className}>
        <Drawn size={16} strokeWidth={1.75} aria-hidden />
        <span>{children}</span>
      </Link>
    )
  }
  const { object, id } = entry
  const { path } = object
  const inside = (
    <>
      <Icon name={object.icon} />
      <span>{children}</span>
    </>
  )
  return id ? (
    <Link to="/o/$path/$id" params={{ path, id }} className={className}>
      {inside}
    </Link>
  ) : (
    <Link to="/o/$path" params={{ path }} className={className}>
      {inside}
    </Link>
  )
}
