import type { PersonFigures } from '#shared/figures'
import { Button } from '../../../web/ui/button.tsx'
import { FigureOf, figureOf } from './figure-of.tsx'
import { isSame, personOf, together, type Whose } from './figures.ts'
import { type BehindName, behindNames } from './rows-behind.ts'
import { useIndicatorWords } from './words.ts'
import '../../../web/ui/figure-table.css'

type TableProps = {
  people: readonly PersonFigures[]
  chosen: Whose
  onChoose: (whose: Whose) => void
  onOpen: (person: PersonFigures, name: BehindName) => void
}

/** Person by person, below the sum of each unit; alone, one's own line. Each name shows its trend, each figure of a person its rows. */
export function FiguresTable({ people, chosen, onChoose, onOpen }: TableProps) {
  const t = useIndicatorWords()
  const units = [...Map.groupBy(people, ({ unit }) => unit)]
  const choice = { chosen, onChoose }
  return (
    <div className="figure-table indicators-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {behindNames.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        {people.length > 1 && (
          <tbody>
            <Sum whose={{ sort: 'all', id: null, name: t('total') }} people={people} {...choice} />
          </tbody>
        )}
        {units.map(([unit, members]) => (
          <tbody key={unit ?? ''}>
            {units.length > 1 && (
              <Sum
                whose={{ sort: 'unit', id: unit, name: members[0]?.unitName ?? t('noUnit') }}
                people={members}
                {...choice}
              />
            )}
            {members.map((person) => (
              <Line key={person.id} whose={personOf(person)} {...choice}>
                {behindNames.map((name) => (
                  <td key={name} className="figure">
                    {isCounted(person, name) ? (
                      <Button
                        small
                        look="quiet"
                        title={t('open', { name: person.name, figure: t(name) })}
                        onClick={() => onOpen(person, name)}
                      >
                        <FigureOf figures={person} name={name} />
                      </Button>
                    ) : (
                      <FigureOf figures={person} name={name} />
                    )}
                  </td>
                ))}
              </Line>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** There is nothing behind what was not counted. */
function isCounted(person: PersonFigures, name: BehindName): boolean {
  return figureOf(person, name) !== null && (name !== 'work' || person.work > 0)
}

type ChoiceProps = Pick<TableProps, 'chosen' | 'onChoose'> & { whose: Whose }

function Sum({ people, ...choice }: ChoiceProps & Pick<TableProps, 'people'>) {
  const figures = together(people)
  return (
    <Line {...choice} sum>
      {behindNames.map((name) => (
        <td key={name} className="figure">
          <FigureOf figures={figures} name={name} />
        </td>
      ))}
    </Line>
  )
}

type LineProps = ChoiceProps & { sum?: boolean; children: React.ReactNode }

function Line({ whose, chosen, onChoose, sum, children }: LineProps) {
  const t = useIndicatorWords()
  return (
    <tr className={sum ? 'indicators-unit' : undefined} aria-current={isSame(whose, chosen)}>
      <th scope="row">
        <Button small look="quiet" title={t('choose', { name: whose.name })} onClick={() => onChoose(whose)}>
          {whose.name}
        </Button>
      </th>
      {children}
    </tr>
  )
}
