import { parseArgs } from 'node:util'
import { acceptRow, type BentRow, checkRows, makeContext, systemActor } from '#kernel'
import { withKernel } from './with-kernel.ts'

const help = `npx dossier verify-records [--json]
Looks at every row that says who holds, sees or may do something, and proves that the application wrote it.
npx dossier verify-records --accept OBJECT/ID --reason TEXT
Answers for a row that was found, after somebody has put it right; it stands in the trail with the reason.
Ends with 0 when all is proven, with 1 when not.`

const sentences: Readonly<Record<BentRow['problem'], string>> = {
  changed: 'what decides of rights was not written by the application',
  apart: 'is not seen, changed or levelled as its file is',
  holder: 'the rights that it gives are not those that it says',
}

const { values } = parseArgs({
  options: {
    accept: { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) console.log(help)
else if (values.accept && !values.reason) throw new Error('Say with --reason why this row is right as it stands.')
else
  process.exitCode = await withKernel({
    work: async (kernel) => {
      const ctx = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'check of records' })
      if (values.accept) {
        const [object = '', id = ''] = values.accept.split('/')
        await acceptRow(ctx, object, id, values.reason ?? '')
        console.log(`${values.accept} is proven as it stands now.`)
        return 0
      }
      const check = await checkRows(ctx)
      if (values.json) console.log(JSON.stringify(check, null, 2))
      else {
        for (const { object, id, problem } of check.bent) console.log(`WRONG  ${object}/${id}: ${sentences[problem]}`)
        if (check.found > check.bent.length) console.log(`       ... ${check.found} in all`)
        console.log(
          check.found
            ? `${check.found} of ${check.rows} rows were NOT written by the application.`
            : `${check.rows} rows: all as the application wrote them.`,
        )
      }
      return check.found ? 1 : 0
    },
  })
