import { describe, expect, test } from 'vitest'
import { scanAll } from './xml-scanner.ts'
import { attribute, plainText } from './xml-text.ts'

const xml = `<?xml version="1.0"?><!-- <a> --><x:a k="1 > 0" l='"'><b/>文<c>&lt;&#x4e00;</c><![CDATA[<&]]></x:a>\n`

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function events(text: string, size = 1_000): Promise<string[]> {
  const seen: string[] = []
  await scanAll(pieces(text, size), {
    open: (name, attributes) => seen.push(`<${name}${attributes}>`),
    close: (name) => seen.push(`</${name}>`),
    text: (raw) => seen.push(plainText(raw)),
  })
  return seen
}

describe('the scanner', () => {
  test('tells tags and texts, and passes over what is neither', async () => {
    const seen = await events(xml)
    expect(seen).toEqual([`<a k="1 > 0" l='"'>`, '<b>', '</b>', '文', '<c>', '<一', '</c>', '<&', '</a>'])
  })

  test('sees the same wherever the pieces are cut', async () => {
    const whole = await events(xml)
    for (let size = 1; size < 40; size++) expect(await events(xml, size)).toEqual(whole)
  })

  test.each(['<a>', '</a>', '<a></a></a>', '<a', '<!DOCTYPE a><a/>', '<a>&b;</a>', '<a/>text', '<a b="'])(
    'refuses %s',
    async (text) => {
      await expect(events(text)).rejects.toMatchObject({ code: 'transfer.workbook_broken' })
    },
  )
})

test('an attribute is found by its name alone', () => {
  const attributes = ` xr:uid="7" table:name='O"B' r:id="rId1" name-more="x" sheetId="2" empty=""`
  expect(attribute(attributes, 'name')).toBe('O"B')
  expect(attribute(attributes, 'id')).toBe('rId1')
  expect(attribute(attributes, 'empty')).toBe('')
  expect(attribute(attributes, 'heet')).toBeUndefined()
})
