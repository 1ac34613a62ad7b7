import { number, text, user } from '#field-types'
import { type Context, defineObject, definePolicy, isUuid, type Prepared, takeTurn, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { mostFavourites } from '#shared/most-favourites'

/** What somebody wants at hand: a record, or a page of the navigation. It holds no name of it: that is looked up by who may read it. */
export const favourite = defineObject({
  name: 'favourite',
  label: { zh: '收藏', en: 'Favourite' },
  icon: 'star',
  title: 'object',
  formless: true,
  custody: { type: 'own', owner: 'owner' },
  about: { object: 'object', record: 'record', live: true },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 80 }),
    record: text({ label: { zh: '记录编号', en: 'Record' }, max: 36 }),
    page: text({ label: { zh: '页面', en: 'Page' }, max: 80 }),
    position: number({ label: { zh: '顺序', en: 'Position' }, default: 0 }),
    owner: user({ label: { zh: '所有人', en: 'Owner' }, default: 'me', readOnly: true }),
  },
  indexes: [['owner', 'position']],
  views: {
    list: ['object', 'page', 'position'],
    form: { basics: { label: { zh: '收藏', en: 'Favourite' }, fields: ['object', 'record', 'page', 'position'] } },
  },
})

const never = (): boolean => false

/** Each is its owner's alone, also from a deputy and from the head. */
export const favouritePolicy = definePolicy(favourite, 'favourites', {
  read: (actor) => ({ owner: actor.id ?? '' }),
  update: (actor) => ({ owner: actor.id ?? '' }),
  delete: (actor) => ({ owner: actor.id ?? '' }),
  export: never,
  import: never,
  print: never,
})

// A search part could hold a value that is sealed elsewhere.
const path = /^\/[a-z/-]+$/

/** A record by its object and id, or else the path of a page; not too many. Whether its owner may see the record, the core says. */
export async function checkFavourite(ctx: Context, values: Values, before: Values | null, { returns }: Prepared) {
  const { object, record, page } = { ...before, ...values }
  const isRecord =
    typeof object === 'string' &&
    ctx.kernel.registry.objects.has(object) &&
    typeof record === 'string' &&
    isUuid(record)
  const isPage = !record && typeof page === 'string' && path.test(page)
  if (!isRecord && !isPage) throw new AppError(400, 'request.invalid', { params: { detail: 'object, record | page' } })
  if (before === null || returns) await refuseBeyond(ctx)
}

async function refuseBeyond(ctx: Context): Promise<void> {
  const owner = ctx.actor.id
  if (!owner) return
  await takeTurn(ctx.db, `favourites ${owner}`)
  const { groups } = await ctx.asSystem('favourites').records(favourite).groupBy('owner', { where: { owner } })
  if ((groups[0]?.count ?? 0) >= mostFavourites)
    throw new AppError(400, 'favourite.too_many', { params: { limit: mostFavourites } })
}
