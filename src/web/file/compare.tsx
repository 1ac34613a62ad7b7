import { ArrowRight, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { HistoryItem } from '../api/records.ts'
import { IconButton } from '../ui/button.tsx'
import { ToldValue } from '../ui/field-value.tsx'
import { PlainSelect } from '../ui/inputs/plain-select.tsx'
import { useWords } from '../words/words.ts'
import { differences, type Point, pointsOf } from './points.ts'
import './compare.css'

type CompareProps = {
  object: ObjectWire
  items: readonly HistoryItem[]
  titles: Titles
  /** Nothing older is left to load. */
  isWhole: boolean
  onRestore?: (change: string) => void
}

/** A record at two points in time, side by side: only what differs, and each older value can be put back. */
export function Compare({ object, items, titles, isWhole, onRestore }: CompareProps) {
  const { t, label } = useWords()
  const points = pointsOf(items, isWhole)
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({})
  const from = chosen.from ?? points.at(-1)?.version ?? 0
  const to = chosen.to ?? points[0]?.version ?? 0
  const isVeiled = (name: string): boolean => fieldOf(object, name)?.access === 'masked'
  const found = differences(items, { from, to }, isVeiled)
  return (
    <>
      <div className="compare-points">
        <PointSelect
          word={t('history.from')}
          value={from}
          points={points.filter(({ version }) => version < to)}
          titles={titles}
          onChange={(next) => setChosen({ from: next, to })}
        />
        <ArrowRight size={14} aria-hidden />
        <PointSelect
          word={t('history.to')}
          value={to}
          points={points.filter(({ version }) => version > from)}
          titles={titles}
          onChange={(next) => setChosen({ from, to: next })}
        />
      </div>
      {found.length === 0 && <p className="muted">{t('history.same')}</p>}
      {found.length > 0 && (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{t('proposal.field')}</th>
              <th scope="col">{t('history.older')}</th>
              <th scope="col">{t('history.newer')}</th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {found.map(({ field: name, before, after, undo }) => {
              const field = fieldOf(object, name)
              return (
                <tr key={name}>
                  <th scope="row">{field ? label(field.label) : name}</th>
                  <td>{field && <ToldValue field={field} value={before} titles={titles} />}</td>
                  <td>{field && <ToldValue field={field} value={after} titles={titles} />}</td>
                  <td>
                    {onRestore && field && !field.readOnly && (
                      <IconButton
                        icon={Undo2}
                        label={t('history.restoreOlder', { name: label(field.label) })}
                        onClick={() => onRestore(undo)}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}

type PointSelectProps = {
  word: string
  value: number
  points: readonly Point[]
  titles: Titles
  onChange: (version: number) => void
}

function PointSelect({ word, value, points, titles, onChange }: PointSelectProps) {
  const { t, format } = useWords()
  const told = ({ at, by }: Point): string =>
    at ? [format.dateTime(at), by && titles[by]].filter(Boolean).join(' · ') : t('history.first')
  return (
    <PlainSelect
      aria-label={word}
      value={String(value)}
      options={points.map((point) => ({ value: String(point.version), label: told(point) }))}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(Number(next))}
    />
  )
}
