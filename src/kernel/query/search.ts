import { fieldAccess, isVeiled } from '../access/field-access.ts'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import { keptByNumber } from '../merge/merged.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { likeText } from './filter-sql.ts'
import { isChinese, searchForm } from './search-text.ts'
import { all, list, name, type Sql, sql } from './sql.ts'

/** Each source gives at most this many; who needs more types one more character. */
const cap = 1_000

export type SearchQuery = { text: string; deleted?: boolean }
type Query = { text: string; deleted: boolean }

function queryOf({ text, deleted = false }: SearchQuery): Query {
  return { text: searchForm(text), deleted }
}

/**
 * Ids of the records that a search means, as SQL: names by any part, pinyin and initials, codes, tails of sealed numbers,
 * and the words of children that lead to their file. Every source carries the reader's own predicate.
 */
export function searchIds(ctx: Context, type: ObjectType, search: SearchQuery): Sql {
  const query = queryOf(search)
  const sources = [
    ...ownSources(ctx, type, query),
    ...childSources(ctx, type, query),
    ...sealedSources(ctx, type, query),
    ...joinedSources(ctx, type, query),
  ]
  if (!query.text || !sources.length) return sql`select null::uuid as id, 9 as rank where false`
  return sql`select id, min(rank) as rank from (${list(sources, sql` union all `)}) as found group by id`
}

function ownSources(ctx: Context, type: ObjectType, query: Query): Sql[] {
  if (!type.searchable.length) return []
  return [
    sql`(select ${name(type.table, 'id')} as id, ${rank(type.table, query.text)} as rank from ${name(type.table)} where ${matches(type.table, query.text)} and ${within(ctx, type, query)} limit ${cap})`,
  ]
}

/** The number of a file that was joined into another leads to that. */
function joinedSources(ctx: Context, type: ObjectType, query: Query): Sql[] {
  const isNumbered = type.definition.duplicates && type.stored.some(({ kind }) => kind.allocated)
  if (!isNumbered || !/\d/.test(query.text)) return []
  return [sql`(${keptByNumber(type, query.text)} and ${within(ctx, type, query)} limit ${cap})`]
}

/** In the reader's sight, and in the recycle bin or not, as is asked. */
function within(ctx: Context, type: ObjectType, { deleted }: Query): Sql {
  return all([
    scope(ctx, type, 'read'),
    sql`${name(type.table, 'deleted_at')} is ${deleted ? sql`not null` : sql`null`}`,
  ])
}

/** Contacts lead to their customer. */
function childSources(ctx: Context, type: ObjectType, query: Query): Sql[] {
  return ctx.kernel.registry
    .children(type.name)
    .filter((child) => child.definition.searchParent && child.searchable.length && !child.off)
    .map((child) => {
      return sql`(select ${name(child.table, child.parent?.column ?? 'id')} as id, 4 as rank from ${name(child.table)} where ${matches(child.table, query.text)} and ${within(ctx, child, query)} limit ${cap})`
    })
}

/** `grams` narrows by index, LIKE decides; short Latin words are looked for at the front, where the initials stand. */
function matches(table: string, query: string): Sql {
  const pattern = `%${likeText(query)}%`
  if (isChinese(query))
    return sql`(grams(${name(table, 'search_text')}) @> grams(${query}) and ${name(table, 'search_text')} like ${pattern})`
  if (query.length < 3) return sql`${name(table, 'search_latin')} like ${`${likeText(query)}%`}`
  return sql`${name(table, 'search_latin')} like ${pattern}`
}

/** 0 the whole name, 1 its beginning, 2 a part of it. */
function rank(table: string, query: string): Sql {
  const column = name(table, isChinese(query) ? 'search_text' : 'search_latin')
  return sql`case when ${column} = ${query} or ${column} like ${`${likeText(query)}\n%`} then 0 when ${column} like ${`${likeText(query)}%`} then 1 else 2 end`
}

const tailLength = 4

/** A number by its tail or whole; the hash finds candidates within sight, the decoded value is compared by the list that follows. */
function sealedSources(ctx: Context, type: ObjectType, query: Query): Sql[] {
  const found = sealedFinds(ctx, type, query, () => true)
  return found.length ? [sql`(${foundOf(ctx, type, query, found)} limit ${cap})`] : []
}

/**
 * What a search finds through values that its reader sees as masks, as SQL; undefined where it could find nothing that way.
 * Whoever may ask as often as they like learns a masked number digit by digit, so these are counted.
 */
export function veiledFinds(ctx: Context, type: ObjectType, search: SearchQuery): Sql | undefined {
  const query = queryOf(search)
  const found = sealedFinds(ctx, type, query, (owner, bound) => isVeiled(ctx, owner, bound))
  return found.length ? foundOf(ctx, type, query, found) : undefined
}

function foundOf(ctx: Context, type: ObjectType, query: Query, found: readonly Sql[]): Sql {
  return sql`select ${name(type.table, 'id')} as id, 3 as rank from ${name(type.table)} where ${name(type.table, 'id')} in (${list(found, sql` union `)}) and ${within(ctx, type, query)}`
}

function sealedFinds(
  ctx: Context,
  type: ObjectType,
  query: Query,
  takes: (owner: ObjectType, bound: BoundField) => boolean,
): Sql[] {
  const owners = [type, ...ctx.kernel.registry.children(type.name).filter((child) => child.definition.searchParent)]
  return owners.flatMap((owner) =>
    owner.stored.flatMap((bound) => {
      if (!bound.sealed || !bound.field.search || !bound.kind.lookups || !takes(owner, bound)) return []
      const access = fieldAccess(ctx, owner, bound)
      if (access === 'hidden') return []
      // Any text may be such a value: each search of a name would try it against the masked ones.
      if (bound.kind.searchText && access === 'masked') return []
      return hashesOf(ctx, bound, query.text).map(([kind, hashes]) => {
        const found = sql`kind = ${kind} and hash = any(${hashes}::bytea[]) and object = ${owner.name} and field = ${bound.name}`
        return owner === type
          ? sql`select record_id from lookup where ${found}`
          : sql`select owner_id from lookup join ${name(owner.table)} on ${name(owner.table, 'id')} = record_id where ${found} and ${within(ctx, owner, query)}`
      })
    }),
  )
}

function hashesOf(ctx: Context, { kind, field }: BoundField, query: string): [string, Buffer[]][] {
  const digits = query.replace(/[\s()-]/g, '')
  const whole = kind.parse(query, field, ctx.parseEnv())
  const hashes: [string, Buffer[]][] = []
  if (whole.value !== undefined && whole.value !== null) {
    const texts = kind.lookups?.(whole.value)
    if (texts) hashes.push([kind.name, ctx.kernel.codec.hashes(kind.name, texts.equal)])
  }
  if (/^\d+$/.test(digits) && digits.length === tailLength)
    hashes.push([`${kind.name}.tail`, ctx.kernel.codec.hashes(`${kind.name}.tail`, digits)])
  return hashes
}
