import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { regionsQuery } from '../../web/api/definitions.ts'
import type { CellProps, KindWeb } from '../../web/kind-web.ts'

const Input = lazy(() => import('../../web/ui/inputs/region-input.tsx').then((part) => ({ default: part.RegionInput })))

// Levels that the table of divisions needs and no postal address has.
const fillers = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

function Cell({ value }: CellProps) {
  const { data: regions } = useQuery(regionsQuery)
  const code = String(value)
  const names = regions?.pathOf(code)?.filter((name) => !fillers.has(name))
  const text = names ? names.join(' ') : regions ? code : ''
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  )
}

export const web: KindWeb = { Cell, Input, width: 170 }
