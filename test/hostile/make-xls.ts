const SECTOR = 512
const END = -2

/** A workbook as Excel 97 wrote it, with one sheet of texts and numbers. */
export function makeXls(
  rows: readonly (readonly (string | number)[])[],
  { locked = false, name = 'Workbook' } = {},
): Buffer {
  const globals = [record(0x0809, start(5)), ...(locked ? [record(0x2f, Buffer.alloc(6))] : [])]
  const sheet = [
    record(0x0809, start(0x10)),
    ...rows.flatMap((cells, row) => cells.map((cell, at) => cellRecord(cell, row, at))),
  ]
  const end = record(0x0a, Buffer.alloc(0))
  const before = Buffer.concat(globals).length + 4 + 8 + 1 + end.length
  const bound = Buffer.concat([number32(before), Buffer.from([0, 0, 1, 0]), Buffer.from('S')])
  return container(Buffer.concat([...globals, record(0x85, bound), end, ...sheet, end]), name)
}

/** A compound file with one stream. */
export function container(stream: Buffer, name: string): Buffer {
  const length = Math.max(stream.length, 4_096)
  const sectors = Math.ceil(length / SECTOR)
  const body = Buffer.alloc(sectors * SECTOR)
  stream.copy(body)
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeInt32LE(-3, 0)
  table.writeInt32LE(END, 4)
  for (let at = 0; at < sectors; at++) table.writeInt32LE(at === sectors - 1 ? END : at + 3, (at + 2) * 4)
  const directory = Buffer.concat([entry('Root Entry', 5, END, 0, 1), entry(name, 2, 2, length, -1), Buffer.alloc(256)])
  return Buffer.concat([head(), table, directory, body])
}

function head(): Buffer {
  const head = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
    [44, 1],
    [48, 1],
    [56, 4_096],
  ] as const) {
    head.writeUInt16LE(value, at)
  }
  head.writeInt32LE(END, 60)
  head.writeInt32LE(END, 68)
  head.fill(0xff, 76)
  head.writeInt32LE(0, 76)
  return head
}

function entry(name: string, type: number, first: number, size: number, child: number): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry[66] = type
  entry[67] = 1
  entry.writeInt32LE(-1, 68)
  entry.writeInt32LE(-1, 72)
  entry.writeInt32LE(child, 76)
  entry.writeInt32LE(first, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

function cellRecord(cell: string | number, row: number, column: number): Buffer {
  const place = Buffer.alloc(6)
  place.writeUInt16LE(row, 0)
  place.writeUInt16LE(column, 2)
  if (typeof cell === 'number') {
    const value = Buffer.alloc(8)
    value.writeDoubleLE(cell)
    return record(0x0203, Buffer.concat([place, value]))
  }
  const length = Buffer.alloc(3)
  length.writeUInt16LE(cell.length, 0)
  length[2] = 1
  return record(0x0204, Buffer.concat([place, length, Buffer.from(cell, 'utf16le')]))
}

function start(kind: number): Buffer {
  const data = Buffer.alloc(16)
  data.writeUInt16LE(0x0600, 0)
  data.writeUInt16LE(kind, 2)
  return data
}

function record(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
