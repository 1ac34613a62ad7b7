import { randomInt } from 'node:crypto'
import { type Context, holderOfNumber, noteChange, reserveNumber } from '#kernel'
import { customer, user } from '#objects'
import { AppError } from '#shared/app-error'
import type { Column } from './columns.ts'
import { exportRecord } from './export.ts'
import { type ExportFacts, factsOf } from './facts.ts'

/*
 * One made-up company among each started thousand customers, where there are more than leave without a signature. Its archive number is one of the house's own, and
 * claimed by the export: no customer ever bears it, an import refuses the row, and who finds it in a file learns whose file it was.
 */

const places = '杭州 宁波 苏州 无锡 合肥 南昌 福州 厦门 济南 青岛 郑州 武汉 长沙 佛山 东莞 成都 重庆 西安'.split(' ')
const first = '恒 瑞 嘉 鼎 宏 远 盛 博 启 锦 泽 骏 昊 辰 铭 腾'.split(' ')
const second = '源 达 通 和 泰 润 诚 创 祥 凯 丰 联 信 邦 航 森'.split(' ')
const trades = '科技 贸易 机电 包装 食品 建材 纺织 物流 精密机械 新材料'.split(' ')
const pick = (words: readonly string[]): string => words[randomInt(words.length)] ?? ''

/** Kinds whose values tell nothing of anybody alone: what a canary has in them is another row's. */
const borrowed: readonly string[] = ['choice', 'choices', 'region', 'user', 'unit', 'date', 'number', 'tags']

/** Puts a canary somewhere among the rows of a part, where the columns can bear one. */
export async function plantCanary(
  ctx: Context,
  facts: ExportFacts,
  { rows, columns }: { rows: string[][]; columns: readonly Column[] },
): Promise<void> {
  const has = (name: string): boolean => facts.columns.includes(name) && columns.some((column) => column.name === name)
  if (facts.object !== customer.name || facts.rows <= ctx.kernel.settings.exportBound) return
  if (!has('name') || !has('archiveNumber')) return
  const neighbour = rows[randomInt(Math.max(rows.length, 1))]
  const reserved = neighbour && (await reserveNumber(ctx.asSystem('mark an export'), ctx.type(facts.object), facts.id))
  if (!reserved) return
  const name = `${pick(places)}${pick(first)}${pick(second)}${pick(trades)}有限公司`
  const canary = facts.columns.map((column, at) => {
    if (column === reserved.field) return reserved.number
    if (column === 'name') return name
    const bound = columns.find((each) => each.name === column)
    return bound && borrowed.includes(bound.kind.name) && bound.field.level < 2 ? (neighbour[at] ?? '') : ''
  })
  rows.splice(randomInt(rows.length + 1), 0, canary)
}

type Traced = { id: string; number: string; requester: string; name: string; at: string; grounds: string }

/** Whose export a canary's archive number was in; told to readers of the log alone, so that nobody sorts out the own file. */
export async function traceExport(ctx: Context, number: string): Promise<Traced> {
  if (!ctx.actor.duties.includes('trail') || ctx.actor.token !== null) throw new AppError(403, 'access.forbidden')
  return ctx.transaction(async (tx) => {
    const system = tx.asSystem('trace an export')
    const holder = await holderOfNumber(system, ctx.type(customer.name), number.trim())
    const facts = holder ? await exportNamed(system, holder) : undefined
    const line = { action: 'explain', object: exportRecord.name, record: facts?.id } as const
    await noteChange(tx, { ...line, detail: { found: facts !== undefined } })
    if (!facts) throw new AppError(404, 'export.not_traced')
    const { name } = await system.records(user).get(facts.requester)
    const { requester, grounds, createdAt: at } = facts
    return { id: facts.id, number: facts.number, requester, name: String(name), at, grounds }
  })
}

/** A number is mostly a customer's: then no export is behind it. */
async function exportNamed(system: Context, id: string): Promise<ExportFacts | undefined> {
  const { items } = await system
    .records(exportRecord)
    .list({ where: { id }, limit: 1, uncounted: true, fields: ['number'] })
  return items.length ? factsOf(system, id) : undefined
}
