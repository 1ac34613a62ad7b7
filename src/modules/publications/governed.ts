import type { Context, ObjectType, Values } from '#kernel'
import { customer } from '#objects'

/** The object whose records a procedure governs: one of the product's, or one of the company's own. */
export async function governedBy(ctx: Context, { governs, governsOwn }: Values): Promise<string | null> {
  if (typeof governsOwn !== 'string') return typeof governs === 'string' ? governs : null
  const own = await ctx.asSystem('what a procedure governs').recordsNamed('custom_object').get(governsOwn)
  return String(own.name)
}

/** The field by which a record names the customer on whose file it stands, or that it is about; undefined: there is none. */
export function fileFieldOf({ parent, stored }: ObjectType): string | undefined {
  if (parent?.object === customer.name) return parent.field
  return [...stored].find(({ kind, field, columns }) => {
    const isOne = columns.length === 1 && columns[0]?.type === 'uuid'
    return isOne && kind.target?.(field) === customer.name
  })?.name
}

/** Whether procedures are carried out on such records: customers, what stands on their files, and what names one. */
export function isCarriedOutOn(type: ObjectType): boolean {
  return type.name === customer.name || fileFieldOf(type) !== undefined
}
