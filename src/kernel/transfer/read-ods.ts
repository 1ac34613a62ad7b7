import { AppError } from '#shared/app-error'
import { createOdsHandler } from './ods-rows.ts'
import type { SourceRecord } from './table.ts'
import { chooseSheet, type Workbook } from './workbook.ts'
import { scanAll, scanned } from './xml-scanner.ts'
import { attribute } from './xml-text.ts'
import type { ZipPackage } from './zip-package.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'

/** Opens an .ods for reading row by row. */
export async function openOds(zip: ZipPackage, wanted?: string): Promise<Workbook> {
  await refuseEncrypted(zip)
  const sheets = await sheetNames(zip)
  const sheet = chooseSheet(sheets, wanted)
  async function* records(): AsyncGenerator<SourceRecord[]> {
    const done: SourceRecord[] = []
    const handler = createOdsHandler(sheet, (record, times) => {
      for (let copy = 0; copy < times; copy++) done.push(record)
    })
    for await (const _ of scanned(zip.read(CONTENT), handler)) if (done.length > 0) yield done.splice(0)
  }
  return { sheets, sheet, records }
}

async function refuseEncrypted(zip: ZipPackage): Promise<void> {
  if (!zip.names.includes(MANIFEST)) return
  await scanAll(zip.read(MANIFEST), {
    open(name) {
      if (name === 'encryption-data') throw new AppError(422, 'transfer.workbook_encrypted')
    },
  })
}

async function sheetNames(zip: ZipPackage): Promise<string[]> {
  const names: string[] = []
  await scanAll(zip.read(CONTENT), {
    open(name, attributes) {
      if (name === 'table') names.push(attribute(attributes, 'name') ?? '')
    },
  })
  return names
}
