import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const checkout = join(import.meta.dirname, '../..')
let copy: string

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'dossier-scratch-'))
  for (const path of ['src', 'package.json']) await cp(join(checkout, path), join(copy, path), { recursive: true })
  await symlink(join(checkout, 'node_modules'), join(copy, 'node_modules'))
})
afterEach(() => rm(copy, { recursive: true }))

/** Replaces a text of one file of the copy; it must be there. */
async function edit(file: string, ...changes: readonly (readonly [from: string, to: string])[]): Promise<void> {
  let text = await readFile(join(copy, file), 'utf8')
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, to)
  }
  await writeFile(join(copy, file), text)
}

const report = `
import { kinds } from '#field-types'
import { buildRegistry, statementsFor } from '#kernel'
import { modules } from './src/server/modules.ts'
const registry = buildRegistry(modules, kinds)
const nothing = { columns: new Map(), constraints: new Set(), indexes: new Set() }
const objects = [...registry.objects.values()].map(({ path, fields, policy }) => [path, { fields: [...fields.keys()], policy: policy !== undefined }])
console.log(JSON.stringify({ objects: Object.fromEntries(objects), kinds: Object.keys(kinds), statements: statementsFor(registry, nothing) }))
`

type Report = {
  objects: Record<string, { fields: string[]; policy: boolean }>
  kinds: string[]
  statements: string[]
}

/** What the whole product derives from the definitions of the copy. */
async function derived(): Promise<Report> {
  await writeFile(join(copy, 'report.ts'), report)
  const { stdout } = await promisify(execFile)(process.execPath, ['report.ts'], { cwd: copy, maxBuffer: 2 ** 24 })
  return JSON.parse(stdout)
}

const column = ({ statements }: Report, table: string, name: string): string | undefined =>
  new RegExp(`"${name}" (.+?),?$`, 'm').exec(
    statements.find((each) => each.startsWith(`create table "${table}"`)) ?? '',
  )?.[1]

describe('in a scratch copy', () => {
  it('a field is one file', async () => {
    await edit('src/objects/customer.ts', [
      '    shortName: text({',
      "    nickname: text({ label: { zh: '别名', en: 'Nickname' }, indexed: true }),\n    shortName: text({",
    ])
    const now = await derived()
    expect(now.objects.customers?.fields).toContain('nickname')
    expect(column(now, 'customer', 'nickname')).toBe('text')
    expect(now.statements.join()).toContain('customer_nickname_idx')
  })

  it('an object is one file and its lines in the list', async () => {
    await writeFile(
      join(copy, 'src/objects/gift.ts'),
      `import { money, reference, text } from '#field-types'
import { defineObject } from '#kernel'
import { filePolicy } from './rights.ts'
export const gift = defineObject({
  name: 'gift', label: { zh: '礼品', en: 'Gift' }, icon: 'gift', title: 'name', custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    name: text({ label: { zh: '礼品', en: 'Gift' }, required: true }),
    value: money({ label: { zh: '价值', en: 'Value' } }),
  },
  views: { list: ['name', 'value'], form: { basics: { label: { zh: '礼品', en: 'Gift' }, fields: ['customer', 'name', 'value'] } } },
})
export const giftPolicy = filePolicy(gift)
`,
    )
    await edit(
      'src/objects/index.ts',
      ['import { need, needPolicy }', "import { gift, giftPolicy } from './gift.ts'\nimport { need, needPolicy }"],
      ['objects: [address,', 'objects: [gift, address,'],
      ['    addressPolicy,\n', '    giftPolicy,\n    addressPolicy,\n'],
    )
    const now = await derived()
    expect(now.objects.gifts).toEqual({ fields: ['customer', 'name', 'value'], policy: true })
    expect(column(now, 'gift', 'value_currency')).toBe('text')
    expect(now.statements.filter((each) => each.includes('"gift"')).join()).toContain('force row level security')
  })

  it('a kind is one folder, and its builder’s line', async () => {
    await mkdir(join(copy, 'src/field-types/colour'))
    await writeFile(
      join(copy, 'src/field-types/colour/kind.ts'),
      `import { declareField } from '../declare-field.ts'
import { textKind } from '../text/kind.ts'
export const colourKind = { ...textKind, name: 'colour', label: { zh: '颜色', en: 'Colour' }, columns: [['', 'integer']] as const }
export const colour = (settings) => declareField(colourKind, settings)
`,
    )
    await edit('src/field-types/index.ts', [
      'export { companyName }',
      "export { colour } from './colour/kind.ts'\nexport { companyName }",
    ])
    await edit(
      'src/objects/tag.ts',
      ['import { choice, text }', 'import { choice, colour, text }'],
      ['    name: text(', "    shade: colour({ label: { zh: '色号', en: 'Shade' } }),\n    name: text("],
    )
    const now = await derived()
    expect(now.kinds).toContain('colour')
    expect(column(now, 'tag', 'shade')).toBe('integer')
  })
})
