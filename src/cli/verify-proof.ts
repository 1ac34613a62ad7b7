import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkProof, parsePublicKey } from '#kernel'

const help = `npx dossier verify-proof FILE --key trail-signing.pub [--key FILE]...
Checks a proof or an export of the trail: no database, nothing but the file and the key that you got from a place you trust;
several where a key was lost and the next one has nobody who vouches for it.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
})
const [file] = positionals
if (values.help || !file || !values.key) console.log(help)
else {
  const texts = await Promise.all(values.key.map((name) => readFile(name, 'utf8')))
  const report = checkProof(JSON.parse(await readFile(file, 'utf8')), texts.map(parsePublicKey))
  for (const line of report.wrong) console.log(`WRONG  ${line}`)
  console.log(`${report.rows} lines, ${report.witnessed} of them below a checkpoint that a second place has seen`)
  console.log(report.good ? 'Every line is as it was sealed.' : 'This is NOT a proof.')
  process.exitCode = report.good ? 0 : 1
}
