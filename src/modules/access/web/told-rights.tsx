import { useObjects } from '../../../web/api/definitions.ts'
import { useWords } from '../../../web/words/words.ts'
import { isKnownArea } from './entries.ts'
import { readGrants, readRules } from './read-role.ts'

/** The grants of a role in words, one line each. */
export function ToldGrants({ value }: { value: unknown }) {
  const { t, locale } = useWords()
  const nameOf = useNames()
  const comma = locale === 'zh' ? '、' : ', '
  return (
    <Lines
      lines={readGrants(value).map(({ objects, rights, scope, deny }) => {
        const what = rights.map((right) => t(`access.right.${right}`)).join(comma)
        const reach = deny ? t('roles.state.denied') : t(`roles.scopes.${scope}`)
        return [objects.map(nameOf).join(comma), what, reach].join(' · ')
      })}
    />
  )
}

/** What a role says of single fields, one line each. */
export function ToldRules({ value }: { value: unknown }) {
  const { t, label } = useWords()
  const objects = useObjects()
  const nameOf = useNames()
  return (
    <Lines
      lines={readRules(value).map(({ object, field, access }) => {
        const found = objects.find(({ name }) => name === object)?.fields.find(({ name }) => name === field)
        return [nameOf(object), found ? label(found.label) : field, t(`roles.access.${access}`)].join(' · ')
      })}
    />
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span className="muted">—</span>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function useNames(): (named: string) => string {
  const { t, labelOfMany } = useWords()
  const objects = useObjects()
  return (named) => {
    const area = named.replace(/^area:/, '')
    if (area !== named && isKnownArea(area)) return t(`roles.area.${area}`)
    const object = objects.find(({ name }) => name === named)
    return object ? labelOfMany(object.label) : named
  }
}
