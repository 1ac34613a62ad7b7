import type { Context } from '../context.ts'

/** What the house has laid down in records of these objects, as the writing of others asks for it. */
export type HouseReading<T> = { objects: readonly string[]; read(ctx: Context): Promise<T> }

/** Kept until a record of one of its objects is written, here or by another process. */
export type Remembered = {
  of<T>(ctx: Context, reading: HouseReading<T>): Promise<T>
  forget(object: string): void
}

export function openRemembered(): Remembered {
  const kept = new Map<HouseReading<unknown>, unknown>()
  const written = new Map<string, number>()
  const writesOf = ({ objects }: HouseReading<unknown>): number =>
    objects.reduce((sum, object) => sum + (written.get(object) ?? 0), 0)
  return {
    of: async <T>(ctx: Context, reading: HouseReading<T>) => {
      // Under a reading stands what it has read.
      if (kept.has(reading)) return kept.get(reading) as T
      const before = writesOf(reading)
      const value = await reading.read(ctx)
      const keep = (): void => {
        if (writesOf(reading) === before) kept.set(reading, value)
      }
      // A transaction sees what it has written itself; nobody else may, until it is committed.
      if (ctx.tx) ctx.tx.committed.push(async () => keep())
      else keep()
      return value
    },
    forget: (object) => {
      written.set(object, (written.get(object) ?? 0) + 1)
      for (const reading of kept.keys()) if (reading.objects.includes(object)) kept.delete(reading)
    },
  }
}
