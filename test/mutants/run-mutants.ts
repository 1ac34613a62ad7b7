import { accessMutants } from './access-mutants.ts'
import { exportMutants } from './export-mutants.ts'
import { labelAndFavouriteMutants } from './label-and-favourite-mutants.ts'
import { keyMutants, trailMutants } from './trail-and-key-mutants.ts'
import { isCaught, isWhole, makeScratch, placesOf } from './try-mutant.ts'

/** `npm run mutants [-- part of a file's name]`: takes one check away at a time and tells which nobody missed. */
const [wanted = ''] = process.argv.slice(2)
const mutants = [
  ...accessMutants,
  ...exportMutants,
  ...labelAndFavouriteMutants,
  ...trailMutants,
  ...keyMutants,
].filter(({ file }) => file.includes(wanted))
const scratch = await makeScratch()
// A copy whose tests are red anyway would catch everything.
if (!(await isWhole(scratch, [...new Set(mutants.flatMap(({ tests }) => tests))])))
  throw new Error('Tests are red without any mutant: mend them first.')
const survivors: string[] = []
for (const [at, mutant] of mutants.entries()) {
  const what = `${mutant.file}: ${mutant.from.trim().split('\n')[0]}`
  const caught = (await placesOf(mutant, scratch.folder)) === 1 && (await isCaught(scratch, mutant))
  console.log(`${at + 1}/${mutants.length} ${caught ? 'caught' : 'SURVIVED'} ${what}`)
  if (!caught) survivors.push(what)
}
await scratch.remove()
console.log(survivors.length ? `\n${survivors.length} survived` : `\nall ${mutants.length} caught`)
process.exitCode = survivors.length ? 1 : 0
