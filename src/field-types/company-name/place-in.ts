import type { RegionTable } from '#shared/regions'

type Place = { code: string; name: string }

/** The longest first, by the two characters with which they begin. */
type Places = ReadonlyMap<string, readonly Place[]>

const tables = new WeakMap<RegionTable, Places>()

/** The province or city with which a name begins, under any of the names that it goes by. */
export function placeIn(name: string, regions: RegionTable): Place | undefined {
  const places = tables.get(regions) ?? placesOf(regions)
  return places.get(name.slice(0, 2))?.find((place) => name.startsWith(place.name))
}

const suffix = /(省|市|盟|地区|特别行政区|(.*族|维吾尔|哈萨克|柯尔克孜|蒙古)?自治[区州])$/u

function placesOf(regions: RegionTable): Places {
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
  const places = [...codes]
    .map(([name, code]) => ({ name, code }))
    .sort((one, other) => other.name.length - one.name.length)
  const byStart = Map.groupBy(places, ({ name }) => name.slice(0, 2))
  tables.set(regions, byStart)
  return byStart
}
