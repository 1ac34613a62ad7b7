import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Context, decide, makeContext, showProposal, sql, sweep, systemActor } from '#kernel'
import { changeChoices, showChoices } from '#modules/notifications'
import type { RecordWire } from '#shared/wire'
import { type CastName, type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { openMailServer } from '#test/mail-server'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { mailTo, site } from '#test/with-mail'
import { inSavepoint } from '../../src/kernel/record/transaction.ts'
import { modules } from '../../src/server/modules.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await tick()
})
afterAll(() => house.close())

const as = (login: CastName): Promise<Context> => actAs(house, login)
const idOf = (login: CastName): string => house.people[login].id

/** A transaction of another test in the same PostgreSQL keeps what came after it from being read as settled. */
async function settled(): Promise<void> {
  const open = sql`select 1 from audit_event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`
  await vi.waitFor(async () => expect(await house.kernel.db.rows(open)).toEqual([]), { timeout: 20_000 })
}

async function tick(now?: Date): Promise<void> {
  await settled()
  const ctx = makeContext({
    kernel: house.kernel,
    actor: systemActor,
    channel: 'job',
    systemReason: 'clock',
    now: now && (() => now),
  })
  for (const module of modules) await module.tick?.(ctx)
}

/** What somebody has not read yet, the newest first; read from now on. */
async function told(login: CastName): Promise<{ items: RecordWire[]; titles: Record<string, string> }> {
  await runJobs(house)
  const notices = (await as(login)).recordsNamed('notification')
  const { items, titles } = await notices.list({ where: { readAt: { empty: true } }, sort: '-at' })
  const ids = items.map(({ id }) => id)
  if (ids.length) await notices.updateMany({ ids }, { patch: { readAt: new Date().toISOString() } })
  return { items: items.map(({ id, values }) => ({ id, ...values }) as unknown as RecordWire), titles }
}

const kindsOf = ({ items }: { items: RecordWire[] }): unknown[] => items.map(({ kind }) => kind)

async function customerOf(login: CastName, name: string): Promise<string> {
  const { id } = await house
    .system()
    .recordsNamed('customer')
    .create({ name, owner: idOf(login) })
  await told(login)
  return id
}

async function change(by: CastName, object: string, id: string, patch: Record<string, unknown>) {
  const records = (await as(by)).recordsNamed(object)
  return records.update(id, patch, { version: (await records.get(id)).version })
}

describe('whom it concerns', () => {
  it('is told of a task, a customer and a share, with who did it and the title, and nobody of their own act', async () => {
    const zhang = await as('zhang')
    const task = await zhang.recordsNamed('task').create({ title: '回访', assignee: idOf('wang') })
    const customer = await zhang.recordsNamed('customer').create({ name: '澜沧茶业', owner: idOf('wang') })
    await zhang.recordsNamed('customer').create({ name: '自留客户' })
    const { items, titles } = await told('wang')
    expect(items).toMatchObject([
      { kind: 'customer_assigned', object: 'customer', record: customer.id, actor: idOf('zhang'), count: 1 },
      { kind: 'task_assigned', object: 'task', record: task.id, actor: idOf('zhang') },
    ])
    expect(titles).toMatchObject({ [customer.id]: '澜沧茶业', [task.id]: '回访', [idOf('zhang')]: '张伟' })
    expect(kindsOf(await told('zhang'))).toEqual([])
    await change('zhang', 'customer', customer.id, { collaborators: [idOf('li')] })
    await zhang.recordsNamed('team_member').create({ customer: customer.id, user: idOf('sun'), access: 'read' })
    expect((await told('li')).items).toMatchObject([{ kind: 'customer_shared', record: customer.id }])
    expect((await told('sun')).items).toMatchObject([{ kind: 'customer_shared', record: customer.id }])
    expect(kindsOf(await told('wang'))).toEqual([])
  })

  it('leaves no work behind where somebody writes what concerns nobody else', async () => {
    const zhang = await as('zhang')
    const waiting = () => house.kernel.db.rows(sql`select id from job where kind = 'notify'`)
    const before = await waiting()
    await zhang.recordsNamed('customer').create({ name: '自管客户' })
    await zhang.recordsNamed('task').create({ title: '自己回访', assignee: idOf('zhang') })
    expect(await waiting()).toEqual(before)
    await zhang.recordsNamed('task').create({ title: '请王芳回访', assignee: idOf('wang') })
    expect(await waiting()).toHaveLength(before.length + 1)
    await told('wang')
  })

  it('is told of a mention on a file, once for each new one, and not who may not read the file', async () => {
    const id = await customerOf('wang', '提及客户')
    const comments = (await as('zhang')).recordsNamed('comment')
    const mentions = [idOf('wang'), idOf('li'), idOf('zhang')]
    const { id: comment } = await comments.create({ customer: id, content: '@王芳 请看', mentions })
    expect((await told('wang')).items).toMatchObject([{ kind: 'mention', record: id, actor: idOf('zhang') }])
    expect(kindsOf(await told('li'))).toEqual([])
    expect(kindsOf(await told('zhang'))).toEqual([])
    await change('zhang', 'comment', comment, { content: '@王芳 请再看' })
    expect(kindsOf(await told('wang'))).toEqual([])
  })

  it('is told once of many: by their number beyond three, and more of the same before it was read is added', async () => {
    const ids = []
    for (const name of ['一', '二', '三', '四', '五']) ids.push(await customerOf('wang', `批量${name}`))
    const { changed } = await (await as('zhang'))
      .recordsNamed('customer')
      .updateMany({ ids }, { patch: { owner: idOf('li') } })
    expect(changed).toBe(5)
    await runJobs(house)
    await change('zhang', 'customer', ids[0] ?? '', { owner: idOf('wang') })
    await change('zhang', 'customer', ids[0] ?? '', { owner: idOf('li') })
    const { items } = await told('li')
    expect(items).toMatchObject([
      { kind: 'customer_assigned', record: ids[0], count: 1 },
      { kind: 'customer_assigned', record: null, count: 5, actor: idOf('zhang') },
    ])
    const one = await customerOf('li', '重复移交')
    for (const owner of ['wang', 'li', 'wang', 'li'] as const)
      await change('zhang', 'customer', one, { owner: idOf(owner) })
    expect((await told('li')).items).toMatchObject([{ record: one, count: 2 }])
  })

  it('is told nothing of what did not come about', async () => {
    const zhang = await as('zhang')
    const failing = zhang.transaction(async (tx) => {
      await tx.recordsNamed('task').create({ title: '不会有', assignee: idOf('wang') })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    await zhang.transaction(async (tx) => {
      const part = inSavepoint(tx, async () => {
        await tx.recordsNamed('task').create({ title: '收回', assignee: idOf('wang') })
        throw new Error('part')
      })
      await expect(part).rejects.toThrow('part')
      await tx.recordsNamed('task').create({ title: '留下', assignee: idOf('wang') })
    })
    const { items, titles } = await told('wang')
    expect(items.map(({ record }) => titles[String(record)])).toEqual(['留下'])
  })

  it('is told of a decision, and whoever could sign of the request; not who asked', async () => {
    const secret = await house
      .system()
      .recordsNamed('customer')
      .create({ name: '降级客户', owner: idOf('wang'), level: '2' })
    await told('wang')
    const { proposed } = await change('wang', 'customer', secret.id, { level: '1' })
    const waiting = await told('zhang')
    expect(waiting.items).toMatchObject([{ kind: 'request_waiting', record: proposed, actor: idOf('wang') }])
    expect(waiting.titles[proposed ?? '']).toBe('降级客户')
    expect(kindsOf(await told('wang'))).toEqual([])
    const zhang = await as('zhang')
    const { hash } = await showProposal(zhang, proposed ?? '')
    await decide(zhang, proposed ?? '', { verdict: 'reject', hash, grounds: '理由不足' })
    expect((await told('wang')).items).toMatchObject([
      { kind: 'request_decided', detail: 'rejected', record: proposed, actor: idOf('zhang') },
    ])
    // Of one request over several records both are told once.
    const rule = { object: 'customer', name: '传真', operations: ['update'], fields: ['fax'], people: [idOf('zhang')] }
    const { id: ended } = await zhang.recordsNamed('approval_rule').create(rule)
    const ids = [secret.id, await customerOf('wang', '同类客户')]
    const asking = (await as('wang')).with({ grounds: { files: [], together: true } }).recordsNamed('customer')
    const { request = '' } = await asking.updateMany({ ids }, { patch: { fax: '010-88886666' } })
    expect((await told('zhang')).items).toMatchObject([{ kind: 'request_waiting', record: request, count: 1 }])
    const whole = await showProposal(zhang, request)
    await decide(zhang, request, { verdict: 'return', hash: whole.hash, grounds: '请补充' })
    expect((await told('wang')).items).toMatchObject([{ kind: 'request_decided', detail: 'returned', record: request }])
    await zhang.recordsNamed('approval_rule').remove(ended)
  })

  it('is told that an import has ended, and owners of what it brought', async () => {
    await queueImport(await as('zhang'), '客户名称,负责人\n汀江一,王芳\n汀江二,王芳\n汀江三,王芳\n汀江四,王芳\n')
    await runJobs(house)
    expect((await told('zhang')).items).toMatchObject([{ kind: 'work_ended', detail: 'import_done', actor: null }])
    expect((await told('wang')).items).toMatchObject([{ kind: 'customer_assigned', record: null, count: 4 }])
  })
})

describe('what a reader may not see', () => {
  it('is told to nobody, and is not there any more once it is out of sight', async () => {
    const hidden = await house
      .system()
      .recordsNamed('customer')
      .create({ name: '密级客户', owner: idOf('wang'), level: '3' })
    expect(kindsOf(await told('wang'))).toEqual([])
    await house.system().recordsNamed('customer').update(hidden.id, { level: '1' })
    const zhang = await as('zhang')
    const { id } = await zhang.recordsNamed('customer').create({ name: '将被收回', owner: idOf('wang') })
    await runJobs(house)
    const notices = (await as('wang')).recordsNamed('notification')
    const unread = { where: { readAt: { empty: true } } }
    expect((await notices.list(unread)).items).toHaveLength(1)
    await change('zhang', 'customer', id, { owner: idOf('zhang') })
    expect(await notices.list(unread)).toMatchObject({ items: [], total: 0 })
    const { groups } = await notices.groupBy('kind', unread)
    expect(groups).toEqual([])
  })

  it('is nobody else’s: neither the head’s nor a deputy’s', async () => {
    const zhang = await as('zhang')
    await zhang.recordsNamed('task').create({ title: '私下', assignee: idOf('sun') })
    await runJobs(house)
    const now = Date.now()
    const [from, until] = [new Date(now - 60_000).toISOString(), new Date(now + 3_600_000).toISOString()]
    const sun = await as('sun')
    await sun
      .recordsNamed('delegation')
      .create({ absent: idOf('sun'), deputy: idOf('li'), from, until, grounds: '休假' })
    const where = { reader: idOf('sun') }
    for (const login of ['zhang', 'li', 'chen'] as const)
      expect((await (await as(login)).recordsNamed('notification').list({ where })).items).toEqual([])
    expect(kindsOf(await told('sun'))).toEqual(['task_assigned'])
  })

  it('is marked as read by its reader, who changes nothing else of it', async () => {
    await (await as('zhang')).recordsNamed('task').create({ title: '只读', assignee: idOf('sun') })
    const { items } = await told('sun')
    const id = items[0]?.id ?? ''
    await expect(change('sun', 'notification', id, { count: 7 })).rejects.toMatchObject({ code: 'field.read_only' })
    await expect(change('zhang', 'notification', id, { readAt: null })).rejects.toMatchObject({ status: 404 })
    await expect((await as('sun')).recordsNamed('notification').remove(id)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the clock', () => {
  it('tells of tasks when they are due, once, and of reminders', async () => {
    const now = Date.now()
    const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString()
    const tasks = (await as('wang')).recordsNamed('task')
    await tasks.create({ title: '已完成', dueAt: at(5), state: 'done' })
    await tasks.create({ title: '以后', dueAt: at(50) })
    const due = await tasks.create({ title: '到期', dueAt: at(5) })
    const reminder = await tasks.create({ title: '提醒', dueAt: at(500), remindAt: at(6) })
    await tick(new Date(now + 10 * 60_000))
    await tick(new Date(now + 20 * 60_000))
    const { items } = await told('wang')
    const reminded = items.filter(({ kind }) => kind === 'task_due')
    expect(new Map(reminded.map(({ record, detail, count }) => [record, [detail, count]]))).toEqual(
      new Map([
        [due.id, ['due', 1]],
        [reminder.id, ['reminder', 1]],
      ]),
    )
  })

  it('tells the owner what others did to a customer: once for each, and not what was told already', async () => {
    const id = await customerOf('wang', '常改客户')
    await tick()
    await told('wang')
    for (const shortName of ['甲', '乙', '丙']) await change('zhang', 'customer', id, { shortName })
    await (await as('zhang')).recordsNamed('follow_up').create({ customer: id, content: '已联系', method: 'phone' })
    await change('wang', 'customer', id, { shortName: '丁' })
    const given = await (await as('zhang')).recordsNamed('customer').create({ name: '新交来', owner: idOf('wang') })
    await runJobs(house)
    await tick()
    await tick()
    expect((await told('wang')).items).toMatchObject([
      { kind: 'customer_changed', record: id, actor: idOf('zhang'), count: 4 },
      { kind: 'customer_assigned', record: given.id },
    ])
    await tick()
    expect(kindsOf(await told('wang'))).toEqual([])
  })

  it('removes what was read long ago, and anything of last year', async () => {
    await (await as('zhang')).recordsNamed('task').create({ title: '旧', assignee: idOf('sun') })
    const { items } = await told('sun')
    const notices = (await as('sun')).recordsNamed('notification')
    const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
    await notices.updateMany({ ids: [items[0]?.id ?? ''] }, { patch: { readAt: ago(29) } })
    await sweep(house.kernel)
    const before = (await notices.list()).total
    expect(before).toBeGreaterThan(0)
    await notices.updateMany({ ids: [items[0]?.id ?? ''] }, { patch: { readAt: ago(31) } })
    await sweep(house.kernel)
    expect((await notices.list()).total).toBe(before - 1)
    const history = sql`select 1 from field_change where record = ${items[0]?.id}::uuid`
    expect(await house.kernel.db.rows(history)).toEqual([])
  })
})

describe('how one is told', () => {
  it('is chosen for each kind: by the page or not, by mail at once or with the mail of the day, and of no record by name', async () => {
    const server = await openMailServer()
    onTestFinished(server.close)
    await mailTo(house.kernel, server.port)
    const email = 'sunli@example.com'
    await house.system().recordsNamed('user').update(idOf('sun'), { email })
    const sun = await as('sun')
    expect((await showChoices(sun)).mail).toBe('ready')
    expect((await showChoices(await as('li'))).mail).toBe('no_address')
    await changeChoices(sun, {
      task_assigned: { inApp: false, mail: 'once' },
      customer_shared: { inApp: false, mail: 'never' },
      customer_assigned: { inApp: false, mail: 'daily' },
    })
    const zhang = await as('zhang')
    const day = 86_400_000
    await tick()
    const task = await zhang.recordsNamed('task').create({ title: '绝密标题', assignee: idOf('sun') })
    const shared = { name: '悄悄共享', owner: idOf('wang'), collaborators: [idOf('sun')] }
    await zhang.recordsNamed('customer').create(shared)
    await zhang.recordsNamed('customer').create({ name: '汇总客户', owner: idOf('sun') })
    expect(kindsOf(await told('sun'))).toEqual([])
    await runJobs(house)
    expect(server.mails.map(({ to }) => to)).toEqual([[email]])
    expect(server.mails[0]?.text).toContain('张伟给您安排了一项任务')
    expect(server.mails[0]?.text).toContain(`${site}/o/tasks/${task.id}`)
    await tick(new Date(Date.now() + day))
    await tick(new Date(Date.now() + day + 60_000))
    await runJobs(house)
    await runJobs(house)
    const digests = server.mails.slice(1).filter(({ to }) => to.includes(email))
    expect(digests).toHaveLength(1)
    expect(digests[0]?.text).toContain('交给我的客户：1')
    expect(digests[0]?.text).toContain(`${site}/notifications?which=unread`)
    expect(server.mails.map(({ raw }) => raw).join()).not.toMatch(/绝密标题|悄悄共享|汇总客户/)
  })
})
