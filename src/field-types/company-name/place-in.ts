import type { RegionTable } from '#shared/regions'

type Place = { code: string; length: number }

const tables = new WeakMap<RegionTable, { codes: ReadonlyMap<string, string>; longest: number }>()

/** The province or city with which a name begins, under any of the names that it goes by. */
export function placeIn(name: string, regions: RegionTable): Place | undefined {
  const { codes, longest } = tables.get(regions) ?? namesOf(regions)
  for (let length = Math.min(longest, name.length); length >= 2; length--) {
    const code = codes.get(name.slice(0, length))
    if (code !== undefined) return { code, length }
  }
  return undefined
}

const suffix = /(省|市|盟|地区|特别行政区|(.*族|维吾尔|哈萨克|柯尔克孜|蒙古)?自治[区州])$/u

function namesOf(regions: RegionTable): { codes: ReadonlyMap<string, string>; longest: number } {
  const codes = new Map<string, string>()
  const note = (code: string, name: string): void => {
    const short = [...name]
      .map((_, end) => name.slice(0, end))
      .find((start) => {
        return start.length >= 2 && suffix.exec(name.slice(start.length))?.index === 0
      })
    for (const each of [name, ...(short ? [short] : [])]) if (!codes.has(each)) codes.set(each, code)
  }
  for (const { code, name, children = [] } of regions.tree) {
    note(code, name)
    // 市辖区 and 县 are no places.
    for (const city of children) if (!/^(市辖区|县|.*直辖县级行政区划)$/u.test(city.name)) note(city.code, city.name)
  }
  const table = { codes, longest: Math.max(...[...codes.keys()].map(({ length }) => length)) }
  tables.set(regions, table)
  return table
}
