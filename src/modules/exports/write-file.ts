import { Readable } from 'node:stream'
import { writeXlsx } from 'hucre/xlsx'
import { type Context, keepMade, writeCsv } from '#kernel'
import type { Label } from '#shared/label'
import { columnsLeft, headingsOf } from './columns.ts'
import { type ExportFacts, purposeOf } from './facts.ts'
import { readParts } from './parts.ts'

/** Puts the file together from its parts; it lies sealed under the id of its export. */
export async function writeFile(ctx: Context, facts: ExportFacts, parts: number): Promise<void> {
  const type = ctx.type(facts.object)
  const columns = columnsLeft(ctx, type, facts.columns)
  const kept = facts.columns.map((name) => columns.some((column) => column.name === name))
  const headings = headingsOf(ctx, type, columns)
  async function* rows(): AsyncGenerator<string[]> {
    for await (const row of readParts(ctx, facts.id, parts)) yield row.filter((_, at) => kept[at])
  }
  const content = facts.format === 'csv' ? writeCsv(headings, rows()) : await workbook(ctx, facts, { headings, rows })
  await keepMade(ctx, facts.id, content)
}

const words: Readonly<Record<string, Label>> = {
  about: { zh: '关于此导出', en: 'About this export' },
  number: { zh: '导出编号', en: 'Export no.' },
  person: { zh: '导出人', en: 'Exported by' },
  at: { zh: '申请时间', en: 'Requested at' },
  grounds: { zh: '导出理由', en: 'Reason' },
  purpose: { zh: '使用目的', en: 'Purpose of use' },
  recipient: { zh: '接收方', en: 'Recipient' },
  rule: { zh: '须知', en: 'Note' },
  ruleText: {
    zh: '仅供导出人用于上述目的，请勿转发；使用后请删除。',
    en: 'For who exported it and the purpose above alone. Do not pass it on; delete it after use.',
  },
  ruleOutside: {
    zh: '仅供上述接收方用于上述目的，请勿转发；使用后请删除。',
    en: 'For the recipient and the purpose above alone. Do not pass it on; delete it after use.',
  },
}

type Sheet = { headings: readonly string[]; rows: () => AsyncIterable<string[]> }

/** All cells are texts: none is run, rounded or read as a date. */
async function workbook(ctx: Context, facts: ExportFacts, { headings, rows }: Sheet): Promise<Readable> {
  const say = (word: string): string => words[word]?.[ctx.locale] ?? word
  const purpose = ctx.kernel.purposes.get(purposeOf(ctx, facts) ?? '')?.label[ctx.locale] ?? '-'
  const told = [
    [say('number'), facts.number],
    [say('person'), ctx.actor.name],
    [say('at'), facts.createdAt],
    [say('grounds'), facts.grounds],
    [say('purpose'), purpose],
    ...(facts.recipient === null ? [] : [[say('recipient'), facts.recipient]]),
    [say('rule'), say(facts.recipient === null ? 'ruleText' : 'ruleOutside')],
  ]
  const table: string[][] = [[...headings]]
  for await (const row of rows()) table.push(row.map(storable))
  const label = ctx.type(facts.object).definition.label[ctx.locale]
  const bytes = await writeXlsx({
    sheets: [
      { name: label.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), rows: table },
      { name: say('about'), rows: told },
    ],
    properties: {
      title: facts.number,
      creator: ctx.actor.name,
      subject: facts.grounds,
      keywords: facts.number,
      custom: { [say('number')]: facts.number, [say('person')]: ctx.actor.name, [say('purpose')]: purpose },
    },
  })
  return Readable.from([Buffer.from(bytes)], { objectMode: false })
}

/** A workbook holds no more in a cell, and no control characters. */
const longestCell = 32_767

function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot hold
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, longestCell)
}
