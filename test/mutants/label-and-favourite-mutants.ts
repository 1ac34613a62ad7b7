import type { Mutant } from './mutant.ts'

function of(file: string, test: string, changes: readonly (readonly [from: string, to: string])[]): Mutant[] {
  return changes.map(([from, to]) => ({ file, from, to, tests: [test] }))
}

/** What a label says to whoever passes the shelf, and whose favourites are whose. */
export const labelAndFavouriteMutants = [
  ...of('src/modules/labels/print-labels.ts', 'test/record/labels.test.ts', [
    ["      printed: 'label',\n", ''],
    ["const isGeneral = !level || values[level] === '1'", 'const isGeneral = !level || level'],
    ['...(level ? [level] : []), ', ''],
    ['logo: logo ? await logoOf(ctx) : undefined', 'logo: await logoOf(ctx)'],
    ['if (drawn.has(type)) return', 'if (!drawn.has(type)) return'],
  ]),
  ...of('src/modules/labels/draw-labels.ts', 'test/record/labels.test.ts', [['.catch(() => draw(plain))\n', '\n']]),
  ...of('src/objects/favourite.ts', 'test/api/own-pages.test.ts', [
    [', live: true }', ' }'],
    ['const path = /^\\/[a-z/-]+$/', 'const path = /^\\//'],
    ['if (before === null || returns)', 'if (before === null)'],
    [`  await takeTurn(ctx.db, \`favourites \${owner}\`)\n`, ''],
  ]),
]
