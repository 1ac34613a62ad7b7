import { describe, expect, it } from 'vitest'
import { decide, handOverItems, renew, showProposal, sql } from '#kernel'
import type { CastName } from '#test/house'
import { reviewHouse } from '#test/review-house'
import { reviewProgramme, submitReview } from './index.ts'

const { house, ids, as, records, rows, file, round, itemOf, submit, reads, keysOn } = reviewHouse()

describe('a reviewer', () => {
  it('reads a file from when it is given until it is done, and never changes it', async () => {
    const customer = await file('wang')
    expect(await reads('li', customer)).toBe(false)
    const id = await round([customer])
    const item = await itemOf(id, customer)
    expect(item.assignee).toBe(ids.li)
    expect(await reads('li', customer)).toBe(true)
    expect(await keysOn(customer, item.id)).toBe(1)
    const li = (await as('li')).recordsNamed('customer')
    const { version } = await li.get(customer)
    await expect(li.update(customer, { fax: '010-88886666' }, { version })).rejects.toMatchObject({ status: 403 })
    await expect(submit('zhang', item.id, { customer })).rejects.toMatchObject({ code: 'programme.not_yours' })
    await submit('li', item.id, { customer, how: 'document' })
    const { until } = await records('review_item').get(item.id)
    expect(Math.abs(Date.parse(String(until)) - Date.now() - 600_000)).toBeLessThan(60_000)
    await rows(sql`update principal set valid_until = now() where id = ${item.id}::uuid`)
    expect(await reads('li', customer)).toBe(false)
    expect(await records('review_item').get(item.id)).toMatchObject({ state: 'done', result: 'right', doneBy: ids.li })
    expect(await records('task').get(item.todo)).toMatchObject({ state: 'done' })
    await records('customer').update(customer, { owner: ids.sun })
    expect(await keysOn(customer, item.id)).toBe(0)
  })

  it('verifies what is plain to see of a file that is right, but for what is found fault with', async () => {
    const customer = await file('wang', { phone: '010-88886666', street: '建国路 1 号' })
    await submit('li', (await itemOf(await round([customer]), customer)).id, { customer, how: 'call' })
    const verified = await house().kernel.db.rows<{ field: string; how: string; by: string }>(
      sql`select field, how, by from verification where record = ${customer}::uuid order by field`,
    )
    const type = house().system().type('customer')
    const plain = type.verified.filter(({ field }) => field.level === 1).map(({ name }) => name)
    expect(verified).toEqual(
      plain
        .filter((name) => ['phone', 'street'].includes(name))
        .sort()
        .map((field) => ({ field, how: 'call', by: ids.li })),
    )
  })

  it('hands over what is left: to whom the leader says, or who stands in for the absent; never their own files', async () => {
    const [foreign, own, done] = [await file('sun'), await file('wang'), await file('sun')]
    const id = await round([foreign, own, done], { reviewers: [ids.li] })
    const over = async (by: CastName, from: CastName, to: CastName) =>
      handOverItems(await as(by), reviewProgramme, id, { from: ids[from], to: ids[to] })
    await submit('li', (await itemOf(id, done)).id, { customer: done })
    await expect(over('wang', 'li', 'wang')).rejects.toMatchObject({ status: 404 })
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const away = await records('delegation').create({ absent: ids.li, deputy: ids.wang, until, grounds: '休假' })
    expect(await over('wang', 'li', 'wang')).toEqual({ moved: 1, left: 1 })
    await records('delegation').remove(away.id)
    const [taken, kept] = [await itemOf(id, foreign), await itemOf(id, own)]
    expect([taken.assignee, kept.assignee]).toEqual([ids.wang, ids.li])
    expect(taken.todo).not.toBe(kept.todo)
    expect([await reads('wang', foreign), await reads('li', foreign)]).toEqual([true, false])
    await submit('wang', taken.id, { customer: foreign })
    expect(await over('zhang', 'li', 'sun')).toEqual({ moved: 1, left: 0 })
    expect((await records('task').get(kept.todo)).state).toBe('done')
    await expect(submit('li', kept.id, { customer: own })).rejects.toMatchObject({ status: 404 })
    await submit('sun', kept.id, { customer: own })
    await records('customer').update(foreign, { owner: ids.wang })
    expect(await itemOf(id, foreign)).toMatchObject({ state: 'done', doneBy: ids.wang })
  })

  it('is stood in for while away: by who reads what was given to them as they do and reviews it, but no file of their own', async () => {
    const files = [await file('sun', { phone: '13800138000', level: '2' }), await file('wang'), await file('sun')]
    const [foreign = '', own = '', later = ''] = files
    const id = await round(files, { reviewers: [ids.li] })
    expect(await reads('wang', foreign)).toBe(false)
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const away = await records('delegation').create({ absent: ids.li, deputy: ids.wang, until, grounds: '休假' })
    const seenBy = async (login: string) => (await (await as(login)).recordsNamed('customer').get(foreign)).phone
    expect(await seenBy('wang')).toBe(await seenBy('li'))
    await expect(submit('wang', (await itemOf(id, own)).id, { customer: own })).rejects.toMatchObject({
      code: 'programme.kept_apart',
    })
    const item = await itemOf(id, foreign)
    await submit('wang', item.id, { customer: foreign, how: 'call' })
    expect(await itemOf(id, foreign)).toMatchObject({ state: 'done', assignee: ids.li, doneBy: ids.wang })
    expect(await reads('wang', later)).toBe(true)
    await rows(sql`update principal set valid_until = now() where id = ${away.id}::uuid`)
    expect(await reads('wang', later)).toBe(false)
  })

  it('reviews no file that has become their own', async () => {
    const customer = await file('sun')
    const item = await itemOf(await round([customer], { reviewers: [ids.li] }), customer)
    await records('customer').update(customer, { owner: ids.li })
    await expect(submit('li', item.id, { customer })).rejects.toMatchObject({ code: 'review.own_file' })
  })

  it('looks again where the file was changed meanwhile, and does nothing twice', async () => {
    const customer = await file('wang')
    const item = await itemOf(await round([customer]), customer)
    const li = await as('li')
    const { version } = await li.recordsNamed('customer').get(customer)
    await records('customer').update(customer, { fax: '010-88889999' })
    await expect(submitReview(li, item.id, { version, findings: [] })).rejects.toMatchObject({ code: 'review.stale' })
    await submit('li', item.id, { customer })
    await expect(submitReview(li, item.id, { version, findings: [] })).rejects.toMatchObject({ status: 409 })
  })
})

describe('a finding', () => {
  it('asks for its correction, which whoever is in charge of the file makes with their own rights', async () => {
    const customer = await file('wang', { fax: '010-88886666', website: 'https://old.example.com' })
    const item = await itemOf(await round([customer]), customer)
    await submit('li', item.id, {
      customer,
      findings: [
        { kind: 'wrong', field: 'fax', value: '010-88880001', note: '名片上是另一个号码' },
        { kind: 'unneeded', field: 'website' },
        { kind: 'duplicate', note: '好像见过' },
      ],
    })
    const found = async () =>
      (await records('review_finding').list({ where: { item: item.id }, sort: 'kind' })).items.map(
        ({ values }) => values,
      )
    const [, , wrong] = await found()
    expect(await found()).toMatchObject([
      { kind: 'duplicate', state: 'open' },
      { kind: 'unneeded', state: 'waiting' },
      { state: 'waiting' },
    ])
    const request = String(wrong?.request)
    expect(await showProposal(await as('wang'), request)).toMatchObject({ bar: null, needless: false })
    const { signers, hash } = await showProposal(await as('zhang'), request)
    expect([...signers].sort()).toEqual([ids.wang, ids.chen, ids.zhang].sort())
    await expect(decide(await as('li'), request, { verdict: 'approve', hash })).rejects.toMatchObject({
      code: 'proposal.own',
    })
    await decide(await as('wang'), request, { verdict: 'approve', hash })
    expect(await records('customer').get(customer)).toMatchObject({
      fax: '+861088880001',
      website: null,
      updatedBy: ids.wang,
    })
    expect(await found()).toMatchObject([{ state: 'open' }, { state: 'corrected' }, { state: 'corrected' }])
  })

  it('keeps no proposed value of its own, and proposes nothing that stands there already', async () => {
    const customer = await file('wang', { fax: '010-88886666' })
    const item = await itemOf(await round([customer]), customer)
    const same = { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88886666' }] } as const
    await expect(submit('li', item.id, same)).rejects.toMatchObject({ code: 'review.nothing_to_correct' })
    const unknown = { customer, findings: [{ kind: 'wrong', field: 'nothing' }] } as const
    await expect(submit('li', item.id, unknown)).rejects.toMatchObject({ status: 400 })
    expect(await records('review_item').get(item.id)).toMatchObject({ state: 'open' })
  })

  it('is settled as not to be corrected, or open again, as its request ends', async () => {
    const state = async (verdict: 'reject' | 'return'): Promise<unknown> => {
      const customer = await file('wang', { fax: '010-88886666' })
      const item = await itemOf(await round([customer]), customer)
      await submit('li', item.id, { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88880002' }] })
      const { items } = await records('review_finding').list({ where: { item: item.id } })
      const request = String(items[0]?.values.request)
      const { hash } = await showProposal(await as('wang'), request)
      await decide(await as('wang'), request, { verdict, hash, grounds: '号码无误' })
      expect((await records('customer').get(customer)).fax).toBe('+861088886666')
      return (await records('review_finding').get(items[0]?.id ?? '')).state
    }
    expect([await state('reject'), await state('return')]).toEqual(['refused', 'open'])
  })

  it('gives its maker no way to make the change alone', async () => {
    const customer = await file('wang', { fax: '010-88886666' })
    const item = await itemOf(await round([customer]), customer)
    await submit('li', item.id, { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88880003' }] })
    const { items } = await records('review_finding').list({ where: { item: item.id } })
    const request = String(items[0]?.values.request)
    const share = await records('team_member').create({ customer, user: ids.li, access: 'all' })
    const again = await renew(await as('li'), request)
    expect(again).toEqual(expect.any(String))
    expect((await records('customer').get(customer)).fax).toBe('+861088886666')
    await records('team_member').remove(share.id)
  })
})
