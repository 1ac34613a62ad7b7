/** A province, city or district with its division code (GB/T 2260): `{ code: '110101', name: '东城区' }`. */
export type RegionNode = { code: string; name: string; children?: readonly RegionNode[] }

export type RegionTable = {
  tree: readonly RegionNode[]
  /** Names from the province down, without the levels that nobody writes (市辖区), or undefined for an unknown code. */
  pathOf(code: string): readonly string[] | undefined
  /** The path as one text: 浙江省杭州市余杭区. */
  nameOf(code: string): string | undefined
  /** Code of the one region that names from the province down lead to; short forms (浙江, 杭州) are accepted. */
  find(names: readonly string[]): string | undefined
  /** Code that a text means: a code, or names with or without separators. */
  read(text: string): string | undefined
}

type Entry = {
  code: string
  /** The full name first; every further one is a short form. */
  names: readonly string[]
  /** A level of the table that is no place: 市辖区, 县, 省直辖县级行政区划. */
  hidden: boolean
  children: readonly Entry[]
}

const hiddenName = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/
const suffix =
  /^(省|市|区|县|盟|旗|州|镇|街道|地区|林区|特区|新区|矿区|特别行政区|(.*族|维吾尔|哈萨克|柯尔克孜|蒙古|锡伯|塔吉克)?自治[区州县旗])$/
const separators = /[\s/\\,，、;；|>›»·\-–—]+/g

/** 浙江省 -> 浙江省, 浙江; 恩施土家族苗族自治州 -> also 恩施, 恩施州. */
function namesOf(name: string): string[] {
  const short = [...name]
    .map((_, end) => name.slice(0, end))
    .filter((start) => start.length >= 2 && suffix.test(name.slice(start.length)))
  const [shortest] = short
  const prefecture = shortest && name.endsWith('自治州') ? [`${shortest}州`] : []
  return [name, ...short, ...prefecture, ...(name === '内蒙古自治区' ? ['内蒙'] : [])]
}

function entryOf(node: RegionNode): Entry {
  const { code, name, children = [] } = node
  return {
    code,
    names: namesOf(name),
    hidden: code.length === 4 && hiddenName.test(name),
    children: children.map(entryOf),
  }
}

/** The three from which a text may set out: provinces, cities, districts. */
function levelsOf(tree: readonly RegionNode[]): Entry[][] {
  const provinces = tree.map(entryOf)
  const cities = provinces.flatMap(({ children }) => children)
  return [provinces, cities.filter(({ hidden }) => !hidden), cities.flatMap(({ children }) => children)]
}

/** Codes to which the whole text leads, with the number of short forms on the way. */
function* matches(entries: readonly Entry[], text: string, parent?: Entry): Generator<{ code: string; short: number }> {
  for (const entry of entries) {
    if (entry.hidden) {
      for (const name of ['', entry.names[0] ?? '', ...(parent?.names ?? [])]) {
        if (!text.startsWith(name)) continue
        if (text === name && parent) yield { code: parent.code, short: 0 }
        else yield* matches(entry.children, text.slice(name.length), entry)
      }
      continue
    }
    for (const [index, name] of entry.names.entries()) {
      if (!text.startsWith(name)) continue
      const short = Math.min(index, 1)
      if (text === name) yield { code: entry.code, short }
      else
        for (const found of matches(entry.children, text.slice(name.length), entry))
          yield { ...found, short: found.short + short }
    }
  }
}

/** The only code among the matches with the fewest short forms; two places of one name are none. */
function best(found: Iterable<{ code: string; short: number }>): string | undefined {
  const all = [...found]
  const fewest = Math.min(...all.map(({ short }) => short))
  const codes = new Set(all.filter(({ short }) => short === fewest).map(({ code }) => code))
  const [only] = codes
  return codes.size === 1 ? only : undefined
}

/** Lists name the same places over and over. */
const mostKnown = 5_000

export function regionTable(tree: readonly RegionNode[]): RegionTable {
  // Most pages only show regions: what reading them takes is made when the first is read.
  let levels: readonly Entry[][] | undefined
  const paths = pathsOf(tree)
  const readAnew = (text: string): string | undefined => {
    const compact = text.replace(separators, '')
    if (/^\d+$/.test(compact)) return readCode(compact, paths)
    const names = compact.replace(/^(中国|中华人民共和国)(?=.)/, '')
    if (names === '') return undefined
    levels ??= levelsOf(tree)
    for (const level of levels) {
      const found = [...matches(level, names)]
      if (found.length) return best(found)
    }
    return undefined
  }
  const known = new Map<string, string | undefined>()
  const read = (text: string): string | undefined => {
    if (known.has(text)) return known.get(text)
    if (known.size >= mostKnown) known.clear()
    const code = readAnew(text)
    known.set(text, code)
    return code
  }
  return {
    tree,
    pathOf: (code) => paths.get(code)?.names,
    nameOf: (code) => paths.get(code)?.names.join(''),
    find: (names) => read(names.join('')),
    read,
  }
}

type Paths = ReadonlyMap<string, { names: readonly string[]; meant: string }>

/** Hidden levels have the path of their parent and mean it. */
function pathsOf(tree: readonly RegionNode[]): Paths {
  const paths = new Map<string, { names: readonly string[]; meant: string }>()
  const visit = (nodes: readonly RegionNode[], above: { names: readonly string[]; meant: string }): void => {
    for (const { code, name, children = [] } of nodes) {
      const hidden = code.length === 4 && hiddenName.test(name)
      const path = hidden ? above : { names: [...above.names, name], meant: code }
      paths.set(code, path)
      visit(children, path)
    }
  }
  visit(tree, { names: [], meant: '' })
  return paths
}

/** 330000 and 330100000000 are 33 and 3301 written in full length. */
function readCode(digits: string, paths: Paths): string | undefined {
  const short =
    digits.length >= 6
      ? [digits, digits.slice(0, 6), digits.replace(/(00)+$/, ''), digits.replace(/0+$/, '')]
      : [digits]
  const known = short.find((code) => paths.has(code) && digits.slice(code.length).replaceAll('0', '') === '')
  return known && paths.get(known)?.meant
}
