import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { type Content, openContent } from '../files/content.ts'

/** A zip inside a content, which may be sealed: its pieces are opened as they are asked for. */
export async function openContentZip(content: Content | string): Promise<yauzl.ZipFile> {
  const reader = await openContent(content)
  class ContentPieces extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(reader.stream(start, end), { objectMode: false })
    }

    override close(done: (error: Error | null) => void): void {
      reader.close().then(() => done(null), done)
    }
  }
  try {
    return await yauzl.fromRandomAccessReaderPromise(new ContentPieces(), reader.size, { autoClose: false })
  } catch (error) {
    await reader.close()
    throw error
  }
}
