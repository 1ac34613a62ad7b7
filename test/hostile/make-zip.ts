import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip; what is not said is made honestly from `data`. */
export type ZipPart = {
  name: string
  data?: string | Buffer
  /** Stored without packing. */
  stored?: boolean
  /** Lies in the directory. */
  size?: number
  packedSize?: number
  offset?: number
  sum?: number
  flags?: number
  method?: number
  attributes?: number
  /** Given only in the directory, pointing at the bytes of the part before. */
  shares?: boolean
}

/** A zip of these parts, with all their lies. */
export function makeZip(parts: readonly ZipPart[], { comment = '' } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let last = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const data = Buffer.from(part.data ?? '')
    const packed = part.stored ? data : deflateRawSync(data)
    const facts = factsOf(part, data, packed, name.length)
    if (!part.shares) {
      last = at
      bodies.push(header(0x04034b50, facts.slice(0, 26), 30, [26, name.length]), name, packed)
      at += 30 + name.length + packed.length
    }
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(0x031e, 4)
    facts.copy(entry, 6, 4, 30)
    entry.writeUInt32LE((part.attributes ?? 0) >>> 0, 38)
    entry.writeUInt32LE(part.offset ?? last, 42)
    directory.push(entry, name)
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...bodies, central, endOf(parts.length, central.length, at, comment), Buffer.from(comment)])
}

function factsOf(part: ZipPart, data: Buffer, packed: Buffer, nameLength: number): Buffer {
  const facts = Buffer.alloc(30)
  facts.writeUInt16LE(20, 4)
  facts.writeUInt16LE(part.flags ?? 0, 6)
  facts.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 8)
  facts.writeUInt32LE(part.sum ?? crc32(data), 14)
  facts.writeUInt32LE(part.packedSize ?? packed.length, 18)
  facts.writeUInt32LE(part.size ?? data.length, 22)
  facts.writeUInt16LE(nameLength, 26)
  return facts
}

function header(mark: number, facts: Buffer, length: number, [place, nameLength]: readonly [number, number]): Buffer {
  const head = Buffer.alloc(length)
  facts.copy(head)
  head.writeUInt32LE(mark, 0)
  head.writeUInt16LE(nameLength, place)
  return head
}

function endOf(count: number, length: number, at: number, comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, 65_535), 8)
  end.writeUInt16LE(Math.min(count, 65_535), 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return end
}
