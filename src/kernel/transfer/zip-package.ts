import { crc32 } from 'node:zlib'
import type yauzl from 'yauzl'
import { AppError } from '#shared/app-error'
import type { Content } from '../files/content.ts'
import { openContentZip } from './content-zip.ts'
import { tableLimits } from './table-limits.ts'

/** A zip whose directory was found harmless. */
export type ZipPackage = {
  names: string[]
  /** The unpacked bytes of one part; ends with an error when they are not what the directory promises. */
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

const LOCAL_HEADER = 30
const SYMLINK = 0o120000
const FILE_TYPE = 0o170000

/** Opens a zip after judging its directory alone, which costs milliseconds whatever the zip would unpack to. */
export async function openZip(content: Content | string): Promise<ZipPackage> {
  const file = await openContentZip(content).catch((cause: unknown) => {
    throw new AppError(422, 'transfer.workbook_broken', { cause })
  })
  try {
    const entries = await harmlessEntries(file)
    return {
      names: [...entries.keys()],
      read: (name) => unpacked(file, entries.get(name)),
      close: () => file.close(),
    }
  } catch (error) {
    file.close()
    throw error
  }
}

async function harmlessEntries(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (file.entryCount > tableLimits.zipEntries) throw bomb()
  const entries = new Map<string, yauzl.Entry>()
  let total = 0
  try {
    for await (const entry of file.eachEntry()) {
      refuseTricks(entry, entries)
      total += entry.uncompressedSize
      if (total > tableLimits.unpackedBytes) throw bomb()
      entries.set(entry.fileName, entry)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    // Names that lead out of the package, and directories that contradict themselves.
    const unsafe = cause instanceof Error && /relative path|absolute path|characters in fileName/i.test(cause.message)
    throw new AppError(422, unsafe ? 'transfer.zip_unsafe' : 'transfer.workbook_broken', { cause })
  }
  if (total > tableLimits.zipRatioFrom && total > file.fileSize * tableLimits.zipRatio) throw bomb()
  refuseOverlaps([...entries.values()], file.fileSize)
  return entries
}

function refuseTricks(entry: yauzl.Entry, seen: ReadonlyMap<string, yauzl.Entry>): void {
  if (entry.isEncrypted()) throw new AppError(422, 'transfer.workbook_encrypted')
  const isLink = ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK
  if (isLink || seen.has(entry.fileName) || !entry.canDecodeFileData()) throw new AppError(422, 'transfer.zip_unsafe')
}

/** Parts that share bytes unpack to far more than the file holds. */
function refuseOverlaps(entries: yauzl.Entry[], fileSize: number): void {
  const ordered = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  for (const [at, entry] of ordered.entries()) {
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
    if (end > (ordered[at + 1]?.relativeOffsetOfLocalHeader ?? fileSize)) throw new AppError(422, 'transfer.zip_unsafe')
  }
}

async function* unpacked(file: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new AppError(422, 'transfer.workbook_broken')
  let sum = 0
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      const bytes: Buffer = chunk
      sum = crc32(bytes, sum)
      yield bytes
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError(422, 'transfer.workbook_broken', { cause })
  }
  if (sum !== entry.crc32) throw new AppError(422, 'transfer.workbook_broken')
}

function bomb(): AppError {
  return new AppError(422, 'transfer.zip_bomb', { params: { limit: `${tableLimits.unpackedBytes / 1024 / 1024} MB` } })
}
