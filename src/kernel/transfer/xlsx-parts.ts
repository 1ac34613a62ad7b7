import { AppError } from '#shared/app-error'
import type { NumberShape } from './cell-text.ts'
import { numberShape } from './number-shape.ts'
import { scanAll } from './xml-scanner.ts'
import { attribute } from './xml-text.ts'
import type { ZipPackage } from './zip-package.ts'

type XlsxSheet = { name: string; part: string; hidden: boolean }
export type XlsxParts = { sheets: XlsxSheet[]; is1904: boolean; stringsPart?: string; stylesPart?: string }
type Relation = { id: string; type: string; part: string }

/** What a workbook consists of, followed from the root of the package. */
export async function readXlsxParts(zip: ZipPackage): Promise<XlsxParts> {
  const root = await relations(zip, '_rels/.rels', '')
  const main = root.find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!zip.names.includes(main)) throw new AppError(422, 'transfer.no_workbook')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts = await relations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const sheets: XlsxSheet[] = []
  let is1904 = false
  await scanAll(zip.read(main), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = parts.find(({ id }) => id === attribute(attributes, 'id'))
      if (relation?.type !== 'worksheet') return
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.part, hidden })
    },
  })
  if (sheets.length === 0) throw new AppError(422, 'transfer.no_workbook')
  const partOf = (type: string) => parts.find((part) => part.type === type && zip.names.includes(part.part))?.part
  return { sheets, is1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
}

async function relations(zip: ZipPackage, name: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = []
  if (!zip.names.includes(name)) return found
  await scanAll(zip.read(name), {
    open(tag, attributes) {
      const target = attribute(attributes, 'Target')
      if (tag !== 'Relationship' || target === undefined || attribute(attributes, 'TargetMode') === 'External') return
      const type = attribute(attributes, 'Type') ?? ''
      const part = resolved(folder, target)
      found.push({ id: attribute(attributes, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), part })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** How the numbers of each cell style are shown. */
export async function readNumberShapes(zip: ZipPackage, part: string | undefined): Promise<NumberShape[]> {
  const shapes: NumberShape[] = []
  if (part === undefined) return shapes
  const codes = new Map<number, string>()
  let inCells = false
  await scanAll(zip.read(part), {
    open(name, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) shapes.push(numberShape(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return shapes
}
