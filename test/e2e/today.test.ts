import { describe, expect, it } from 'vitest'
import { callApi } from '#test/call-api'
import { languages, useStage } from './stage.ts'
import { fill } from './words.ts'

const stage = useStage()
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(at)

describe.each(languages('en'))('in %s', (locale) => {
  it('begins the day with what is due, opens what stands behind every number, and ticks off the inbox', async () => {
    const { house } = stage
    const clerk = house.clerks[locale]
    const make = (path: string, body: Record<string, unknown>) => callApi<{ id: string }>(house, clerk, { path, body })
    const dayMs = 86_400_000
    const now = Date.now()
    const due = await make('/customers', { name: '晨光纸业', nextFollowUp: dayOf(new Date(now - dayMs)) })
    await make('/customers', { name: '远山贸易', nextFollowUp: dayOf(new Date(now + 3 * dayMs)) })
    await make('/tasks', { title: '寄合同', customer: due.id, dueAt: new Date(now - dayMs).toISOString() })
    await make('/tasks', { title: '下月回访', dueAt: new Date(now + 30 * dayMs).toISOString() })
    const { page, words, go } = await stage.visit(locale, { as: clerk })
    const part = (name: 'tasks' | 'followUps' | 'changed' | 'overdue' | 'dueToday' | 'later') =>
      page.getByRole('region', { name: words.today[name] })

    await go('/')
    await page.waitForURL('**/today')
    await part('tasks').getByRole('link', { name: '寄合同' }).waitFor()
    expect(await part('tasks').getByRole('listitem').count()).toBe(1)
    expect(await part('tasks').innerText()).toContain(words.today.late)
    await expect
      .poll(() => part('followUps').getByRole('listitem').allInnerTexts())
      .toEqual([expect.stringContaining('晨光纸业')])
    await expect.poll(() => part('changed').getByRole('listitem').count()).toBe(2)

    const settle = words.today.settle.replace('{{title}}', '寄合同')
    await part('tasks').getByRole('button', { name: settle }).click()
    await part('tasks').getByText(words.today.none.tasks).waitFor()
    await page.getByRole('button', { name: words.action.undo, exact: true }).click()
    await part('tasks').getByRole('link', { name: '寄合同' }).waitFor()

    await part('followUps').getByRole('heading').getByRole('link').click()
    await page.waitForURL('**/o/customers?**')
    await page.getByRole('link', { name: '晨光纸业' }).waitFor()
    expect(await page.getByRole('link', { name: '远山贸易' }).count()).toBe(0)
    await page.goBack()
    await part('tasks').getByRole('link', { name: '寄合同' }).click()
    await page.getByRole('heading', { name: '寄合同', level: 1 }).waitFor()
    await page.goBack()

    await page.getByRole('tab', { name: words.today.whose.all }).click()
    await page.waitForURL('**/today?whose=all')
    await part('followUps').getByText('晨光纸业').waitFor()

    await make('/tasks', { title: '订会议室', dueAt: new Date(now).toISOString() })
    await callApi(house, house.heads[locale], { path: '/tasks', body: { title: '负责人的任务' } })
    const inbox = (count: number) =>
      page.getByRole('link', { name: new RegExp(words.inbox.count.replace('{{count}}', `\\b${count}`)) })
    await inbox(3).click()
    await page.waitForURL('**/inbox')
    await part('overdue').getByRole('link', { name: '寄合同' }).waitFor()
    await part('later').getByRole('link', { name: '下月回访' }).waitFor()
    const settleToday = words.today.settle.replace('{{title}}', '订会议室')
    await part('dueToday').getByRole('button', { name: settleToday }).click()
    await part('dueToday').waitFor({ state: 'detached' })
    await inbox(2).waitFor()
    expect(await page.getByText('负责人的任务').count()).toBe(0)
    await part('overdue').getByRole('button', { name: settle }).click()
    const last = words.today.settle.replace('{{title}}', '下月回访')
    await part('later').getByRole('button', { name: last }).click()
    await page.getByRole('heading', { name: words.inbox.none }).waitFor()
  })

  it('tells whose birthday comes within the days that one looks ahead, the next first, and leads to the file', async () => {
    const { house } = stage
    const clerk = house.clerks[locale]
    const make = (path: string, body: Record<string, unknown>) => callApi<{ id: string }>(house, clerk, { path, body })
    const born = (ahead: number): string => `1980${dayOf(new Date(Date.now() + ahead * 86_400_000)).slice(4)}`
    await make('/customers', { name: '后日', type: 'person', birthday: born(3) })
    await make('/customers', { name: '今日', type: 'person', birthday: born(0) })
    await make('/customers', { name: '下旬', type: 'person', birthday: born(20) })
    const { id } = await make('/customers', { name: '长虹电器' })
    await make('/contacts', { customer: id, name: '梁秋', birthday: born(1) })
    const { page, words, go } = await stage.visit(locale, { as: clerk })
    const part = (object: string) =>
      page.getByRole('region', { name: fill(words.today.birthdays, { name: words.name(object) }) })
    const rows = part('customer').getByRole('listitem')
    await go('/today')
    await rows.nth(1).waitFor()
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/今日.*(today|今天)/s),
      expect.stringMatching(/后日.*3/s),
    ])
    await part('customer')
      .getByRole('button', { name: fill(words.today.days, { count: 30 }) })
      .click()
    await rows.nth(2).waitFor()
    await page.reload()
    await rows.nth(2).waitFor()
    await part('customer').getByRole('heading').getByRole('link').click()
    await page.waitForURL(/withinDays/)
    await page.getByRole('link', { name: '下旬' }).waitFor()
    await page.goBack()
    await part('contact').getByRole('link', { name: '梁秋' }).click()
    await page.getByRole('heading', { name: '长虹电器', level: 1 }).waitFor()
  })

  it('shows who leads what each has to do, each number with what stands behind it, and nobody else', async () => {
    const { house } = stage
    const [head, clerk] = [house.heads[locale], house.clerks[locale]]
    const late = new Date(Date.now() - 2 * 86_400_000).toISOString()
    const give = (title: string, dueAt?: string) =>
      callApi(house, head, { path: '/tasks', body: { title, dueAt, assignee: clerk.id } })
    await give('逾期的任务', late)
    await give('不急的任务')
    const { page, words, go } = await stage.visit(locale, { as: head })
    await go('/today')
    await page.getByRole('tab', { name: words.today.whose.team }).click()
    await page.waitForURL('**/today?whose=team')
    const tasks = page.getByRole('region', { name: words.today.team.tasks })
    const line = tasks.getByRole('listitem').filter({ hasText: locale === 'zh' ? '许晴' : 'Oliver Grant' })
    await line.getByText(words.today.team.late.replace('{{count}}', '1')).click()
    await page.getByRole('link', { name: '逾期的任务' }).waitFor()
    expect(await page.getByRole('link', { name: '不急的任务' }).count()).toBe(0)
    await page.goBack()
    for (const name of ['silent', 'toComplete', 'followUps'] as const)
      await page.getByRole('region', { name: words.today.team[name] }).locator('li, .panel-none').first().waitFor()
    const own = await stage.visit(locale, { as: clerk })
    await own.go('/today?whose=team')
    await own.page.getByRole('region', { name: words.today.tasks }).waitFor()
    expect(await own.page.getByRole('tab', { name: words.today.whose.team }).count()).toBe(0)
  })
})
