import { buffer } from 'node:stream/consumers'
import { type Context, type ObjectType, openPublicFile, titleFieldOf } from '#kernel'
import { readMailSettings } from '#modules/mail'
import { AppError } from '#shared/app-error'
import { placesOn, type SheetName, sheets } from '#shared/label-sheets'
import { drawLabels } from './draw-labels.ts'
import type { LabelText } from './label-pages.ts'

export type LabelQuery = {
  ids: readonly string[]
  sheet: SheetName
  start: number
  /** Names on files of the lowest level alone, on none, or on all: a label stands on the shelf, where anybody passes. */
  names: 'general' | 'none' | 'all'
  code: boolean
  qr: boolean
  /** The company's picture, if it has one that goes on paper. */
  logo: boolean
}

export const mostLabels = 500
const pageOfList = 200

/** Labels for paper files, in the order of their numbers: only of records that may be printed, and the trail has each before. */
export async function printLabels(ctx: Context, type: ObjectType, query: LabelQuery): Promise<Buffer> {
  const { sheet, start, logo } = query
  if (!type.definition.views.paper) throw new AppError(404, 'request.not_found')
  if (start > placesOn(sheets[sheet])) throw new AppError(400, 'request.invalid', { params: { detail: 'start' } })
  const labels = await textsOf(ctx, type, query)
  if (!labels.length) throw new AppError(404, 'request.not_found')
  return drawLabels({ sheet, start, labels, logo: logo ? await logoOf(ctx) : undefined })
}

/** What the maker of documents can draw; others are left out. */
const drawn = new Set(['image/png', 'image/jpeg'])

async function logoOf(ctx: Context): Promise<string | undefined> {
  const { logo } = ctx.kernel.settings.look
  if (!logo) return undefined
  const { type, content } = await openPublicFile(ctx.asSystem('print the logo'), logo)
  if (drawn.has(type)) return `data:${type};base64,${(await buffer(content)).toString('base64')}`
  content.destroy()
  return undefined
}

async function textsOf(ctx: Context, type: ObjectType, { ids, names, code, qr }: LabelQuery): Promise<LabelText[]> {
  const { paper } = type.definition.views
  if (!paper) return []
  const { level } = type.definition
  const named = names === 'none' ? [] : [...paper.name, titleFieldOf(type, ctx.locale)]
  const fields = [...new Set([paper.number, ...(level ? [level] : []), ...(code ? [paper.code] : []), ...named])]
  const { address } = await readMailSettings(ctx.db)
  const texts: LabelText[] = []
  let after: string | undefined
  do {
    const page = await ctx.recordsNamed(type.name).list({
      where: { id: { in: [...new Set(ids)] } },
      sort: paper.number,
      limit: pageOfList,
      fields,
      after,
      uncounted: true,
      printed: 'label',
    })
    const env = ctx.formatEnv(page.titles)
    for (const { id, values, masked } of page.items) {
      const told = (name: string): string => {
        const value = values[name]
        const bound = type.fields.get(name)
        const text = value === null || value === undefined ? '' : bound?.kind.format(value, bound.field, env)
        return masked?.[name] ?? text ?? ''
      }
      // A level that is not seen may be any.
      const isGeneral = !level || values[level] === '1'
      const number = told(paper.number)
      texts.push({
        number,
        code: code ? told(paper.code) : '',
        name: names === 'all' || isGeneral ? (named.map(told).find(Boolean) ?? '') : '',
        // A phone opens the file by its address; without one the number at least is found by the search.
        qr: !qr ? '' : address ? `${address}/o/${type.path}/${id}` : number,
      })
    }
    after = page.next ?? undefined
  } while (after)
  return texts
}
