import { type Figures, shareNames, shareOf, shares } from '#shared/figures'
import { useWords } from '../../../web/words/words.ts'
import type { BehindName } from './rows-behind.ts'
import { useIndicatorWords } from './words.ts'

type FigureOfProps = { figures: Figures; name: BehindName }

/** A figure, a share with what it is made of: two of three is not the same as two hundred of three hundred. */
export function FigureOf({ figures, name }: FigureOfProps) {
  const t = useIndicatorWords()
  const { format } = useWords()
  const tell = useTell()
  const share = shareNames.find((one) => one === name)
  const told = tell(figures, name)
  if (told === null) return <span className="muted">—</span>
  if (!share) return told
  const [good, of] = shares[share]
  return (
    <>
      {told}{' '}
      <span className="meta">{t('of', { good: format.number(figures[good]), of: format.number(figures[of]) })}</span>
    </>
  )
}

/** A figure as people read it; null where there was nothing to count. */
export function useTell(): (figures: Figures, name: BehindName) => string | null {
  const { format } = useWords()
  return (figures, name) => {
    const figure = figureOf(figures, name)
    if (figure === null) return null
    return name === 'age' || name === 'work' ? format.number(figure) : `${format.number(figure)} %`
  }
}

export function figureOf(figures: Figures, name: BehindName): number | null {
  return name === 'age' || name === 'work' ? figures[name] : shareOf(figures, name)
}
