import { describe, expect, it } from 'vitest'
import { type Context, closeRound, openDueRounds, openRound, roundProgress, sql, systemActor } from '#kernel'
import { readPdf } from '#test/read-pdf'
import { reviewHouse } from '#test/review-house'
import { runJobs } from '#test/run-jobs'
import { reviewProgramme, reviewReport } from './index.ts'

/* Plans open rounds by the calendar; files are given to those who neither made nor own them, and open to them for so long. */

const { house, ids, as, records, rows, file, plan, round, itemsOf, itemOf, submit, reads } = reviewHouse()

describe('a round', () => {
  it('gives each file to somebody who neither owns nor made it, in turn, with one task for each', async () => {
    const ofWang = [await file('wang'), await file('wang'), await file('wang')]
    const byWang = await as('wang')
    const made = await byWang.asSystem('test').recordsNamed('customer').create({ name: '王芳所建', owner: ids.chen })
    const free = [await file('sun'), await file('sun'), await file('sun'), await file('sun')]
    const id = await round([...ofWang, made.id, ...free])
    const items = await itemsOf(id)
    const given = Map.groupBy(items, (item) => item.assignee)
    expect([given.get(ids.wang)?.length, given.get(ids.li)?.length]).toEqual([4, 4])
    for (const customer of [...ofWang, made.id]) expect((await itemOf(id, customer)).assignee).toBe(ids.li)
    const { dueOn } = await records('review_round').get(id)
    const tasks = await records('task').list({
      where: { id: { in: [...new Set(items.map((item) => item.todo))] } },
    })
    expect(tasks.items.map(({ values }) => values.assignee).sort()).toEqual([ids.li, ids.wang].sort())
    expect(tasks.items[0]?.values.dueAt).toBe(`${String(dueOn)}T10:00:00.000Z`)
  })

  it('has each file once, also where its last step is gone through again before its job has ended', async () => {
    const id = await round([await file('sun'), await file('sun')])
    // As a kill between the two, or a second runner, finds it.
    await rows(
      sql`update job set state = 'running' where kind = 'review_round' and input = ${JSON.stringify({ round: id })}::jsonb`,
    )
    await runJobs(house())
    expect(await itemsOf(id)).toHaveLength(2)
    const [job] = await rows(sql`select state from job where input = ${JSON.stringify({ round: id })}::jsonb`)
    expect(job).toEqual({ state: 'done' })
  })

  it('leaves a file for nobody where all have it as their own, or are not cleared for it', async () => {
    const [own, secret] = [await file('wang'), await file('sun', { level: '3' })]
    const id = await round([own, secret], { reviewers: [ids.wang] })
    for (const customer of [own, secret])
      expect(await itemOf(id, customer)).toMatchObject({ state: 'unassigned', assignee: null })
  })

  it('reaches no further than who is in charge of it may change files, and never without the plan’s leader', async () => {
    const [north, south] = [await file('wang'), await file('li')]
    const id = await round([north, south], { reviewers: [ids.sun] }, 'chen')
    expect((await itemsOf(id)).map((item) => item.customer)).toEqual([north])
    await expect(plan({}, 'wang')).rejects.toMatchObject({ status: 403 })
    const others = await plan({ filter: { id: { in: [south] } } }, 'chen')
    await expect(openRound(await as('wang'), reviewProgramme, others)).rejects.toMatchObject({ status: 404 })
    await expect(roundProgress(await as('sun'), reviewProgramme, id)).rejects.toMatchObject({ status: 404 })
  })

  it('draws the same sample by the same seed, of so many or per cent', async () => {
    const files = await Promise.all(Array.from({ length: 10 }, () => file('sun')))
    const three = await round(files, { sample: 'count', sampleSize: 3 })
    const { seed } = await records('review_round').get(three)
    const drawn = (await itemsOf(three)).map((item) => item.customer)
    const again = await rows<{ id: string }>(
      sql`select id from customer where id = any(${files}::uuid[]) order by md5(${String(seed)} || id::text) limit 3`,
    )
    expect(drawn.sort()).toEqual(again.map(({ id }) => id).sort())
    expect(await itemsOf(await round(files, { sample: 'percent', sampleSize: 25 }))).toHaveLength(3)
    await expect(plan({ sample: 'percent', sampleSize: 101 })).rejects.toMatchObject({ code: 'review.percent_beyond' })
    await expect(plan({ filter: { nothing: 1 } })).rejects.toMatchObject({ status: 400 })
    await expect(plan({ filter: { phone: '13812345678' } })).rejects.toMatchObject({ code: 'view.sealed_condition' })
  })
})

describe('the calendar', () => {
  const at = (day: string): Context =>
    house()
      .system()
      .with({ actor: systemActor, now: () => new Date(`${day}T02:00:00Z`), systemReason: 'daily upkeep' })

  it('opens a round on its day, once, due after working days, and the next one a quarter later', async () => {
    const id = await (await as('zhang'))
      .with({ now: () => new Date('2026-08-31T02:00:00Z') })
      .recordsNamed('review_plan')
      .create({
        name: '每季审查',
        reviewers: [ids.li],
        rhythm: 'quarterly',
        startOn: '2026-09-24',
        active: true,
        workingDays: 5,
        filter: { id: { in: [] } },
      })
    const rounds = async () => (await records('review_round').list({ where: { plan: id.id } })).items
    await openDueRounds(at('2026-09-23'), reviewProgramme)
    expect(await rounds()).toHaveLength(0)
    await openDueRounds(at('2026-09-24'), reviewProgramme)
    await openDueRounds(at('2026-09-24'), reviewProgramme)
    expect(await rounds()).toMatchObject([{ values: { openedOn: '2026-09-24', dueOn: '2026-10-01' } }])
    expect(await records('review_plan').get(id.id)).toMatchObject({ nextOn: '2026-12-24' })
    await openDueRounds(at('2027-07-01'), reviewProgramme)
    expect(await rounds()).toHaveLength(2)
    expect(await records('review_plan').get(id.id)).toMatchObject({ nextOn: '2027-09-24' })
    await records('review_plan').update(id.id, { active: false })
    await openDueRounds(at('2028-07-01'), reviewProgramme)
    expect(await rounds()).toHaveLength(2)
    await runJobs(house())
  })
})

describe('a round that is closed', () => {
  it('keeps what it came to, takes the rest off the reviewers, and shows when its report is not what was frozen', async () => {
    const [done, left] = [await file('wang'), await file('wang')]
    const id = await round([done, left])
    const zhang = await as('zhang')
    await submit('li', (await itemOf(id, done)).id, { customer: done, findings: [{ kind: 'missing', field: 'fax' }] })
    await closeRound(zhang, reviewProgramme, id)
    await runJobs(house())
    const report = {
      total: 2,
      done: 1,
      late: 0,
      open: 1,
      unassigned: 0,
      results: { found: 1 },
      counts: { kinds: { missing: 1 }, states: { open: 1 } },
    }
    const frozen = await roundProgress(zhang, reviewProgramme, id)
    expect(frozen).toMatchObject({ state: 'closed', report, frozen: { sound: true } })
    expect(frozen.report.people).toEqual([{ id: ids.li, name: '李娜', total: 2, done: 1, late: 0, open: 1 }])
    for (const [locale, said] of [
      ['zh', ['审查报告', '李娜', '缺失 1']],
      ['en', ['Report of the review', 'Missing 1']],
    ] as const) {
      const pages = readPdf(await reviewReport(zhang.with({ locale }), id))
      const text = pages
        .flatMap(({ texts }) => texts)
        .join('')
        .replaceAll(' ', '')
      for (const words of [...said, frozen.frozen?.hash ?? '']) expect(text).toContain(words.replaceAll(' ', ''))
      expect(pages.map(({ lost }) => lost)).toEqual([0])
    }
    const item = await itemOf(id, left)
    expect(item).toMatchObject({ state: 'dropped' })
    expect(await reads('li', left)).toBe(false)
    expect(await records('task').get(item.todo)).toMatchObject({ state: 'dropped' })
    await expect(closeRound(zhang, reviewProgramme, id)).rejects.toMatchObject({ code: 'programme.closed' })
    await expect(zhang.recordsNamed('review_round').update(id, { report: {} }, { version: 1 })).rejects.toMatchObject({
      status: 403,
    })
    await records('review_round').update(id, { report: { ...frozen.report, done: 2 } })
    expect(await roundProgress(zhang, reviewProgramme, id)).toMatchObject({ frozen: { sound: false } })
  })
})
