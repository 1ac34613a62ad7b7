import type { RegionTable } from '#shared/regions'
import type { Agreement } from '../../kernel/object/kind.ts'
import { spelt } from '../spelt.ts'
import { withinOneEdit } from '../within-one-edit.ts'
import { placeIn } from './place-in.ts'

type Env = { regions: RegionTable }

/** What a name says: what it is called by itself, where, in which form, as which part of a whole, with which numbers. */
type Reading = {
  whole: string
  core: string
  place: string | null
  form: string
  branch: string
  numbers: string
  isFirm: boolean
}

const forms = /(股份|集团|控股|有限|责任|公司|总公司|合伙企业|（?(普通|有限)合伙）?|个体工商户)+$/u
const latinForms = /[\s,]+(co|company|corporation|corp|inc|incorporated|limited|ltd|llc|llp|plc|gmbh|group)\b.*$/u
/** 上海分公司, 杭州办事处, 西湖店: a part of somebody. */
const branches =
  /^(.+?公司)(.+)$|^(.{2,}?)((?:[^公司]{0,6}?)(?:分公司|办事处|代表处|分店|分厂|分院|分校|分行|支行|分部|分社|营业部|经营部|门市部))$/u
const numbered =
  /第?([一二三四五六七八九十百\d]+)(?=厂|店|部|分公司|分店|分厂|车间|院|校|中|小|队|局|处|期|建|工程局|号)/gu
const firm = /公司|厂|店|行$|社|院|校|中心|集团|所$|局$|处$|部$|合伙|基金|协会|学会|银行/u

const known = new Map<string, Reading>()
const mostKnown = 20_000

function reading(name: string, env: Env): Reading {
  const before = known.get(name)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const made = readAnew(name, env)
  known.set(name, made)
  return made
}

function readAnew(name: string, env: Env): Reading {
  const whole = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（([【〔]/gu, '(')
    .replace(/[）)\]】〕]/gu, ')')
    .trim()
  const isHan = /\p{Script=Han}/u.test(whole)
  const numbers = [...whole.matchAll(numbered)].map(([, number]) => digitsOf(number ?? '')).join(',')
  if (!isHan) {
    const core = whole.replace(latinForms, '').replace(/[^\p{L}\p{N}]/gu, '')
    return { whole, core: core || whole, place: null, form: '', branch: '', numbers, isFirm: core !== whole }
  }
  const bracketed = [...whole.matchAll(/\(([^()]*)\)/gu)].map(([, inside]) => inside ?? '')
  const flat = whole.replace(/\([^()]*\)/gu, '').replace(/[\s·,.&-]/gu, '')
  const { head, branch } = withoutBranch(flat || whole)
  const front = placeIn(head, env.regions)
  const inBrackets = bracketed.map((inside) => placeIn(inside, env.regions)).find((found) => found)
  const rest = front ? head.slice(front.name.length) : head
  const ending = forms.exec(rest)?.[0] ?? ''
  const bare = rest.slice(0, rest.length - ending.length)
  const branchIn = bracketed.find((inside) => /[店部处厂]$/u.test(inside) && inside !== '总部') ?? ''
  return {
    whole,
    core: bare.length >= 2 ? bare : rest || flat || whole,
    place: inBrackets?.code ?? front?.code ?? null,
    form: ['集团', '股份', '合伙'].filter((word) => ending.includes(word) || bracketed.includes(word)).join(),
    branch: branch + branchIn,
    numbers,
    isFirm: firm.test(whole) || [...whole].length > 4,
  }
}

function withoutBranch(name: string): { head: string; branch: string } {
  const found = branches.exec(name)
  if (!found) return { head: name, branch: '' }
  const [, house, part, owner, label] = found
  // 有限公司 is no branch of 某某公司.
  if (house && part)
    return /^(.*?(分公司|处|部|店|厂|院|所|中心|车间|仓库|门市))$/u.test(part)
      ? { head: house, branch: part }
      : { head: name, branch: '' }
  return { head: owner ?? name, branch: label ?? '' }
}

const figures = '零一二三四五六七八九'

function digitsOf(number: string): string {
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(number)
  if (tens) return String((tens[1] ? figures.indexOf(tens[1]) : 1) * 10 + (tens[2] ? figures.indexOf(tens[2]) : 0))
  return [...number].map((each) => (figures.includes(each) ? String(figures.indexOf(each)) : each)).join('')
}

/** By ear, without place, form and brackets: 北京远景装饰有限公司 and 远景装饰公司 have it in common, and so have slips of the pen. */
export function companyKey(name: string, env: Env): string {
  return spelt(reading(name, env).core)
}

export function compareCompanies(one: string, other: string, env: Env): Agreement {
  const [a, b] = [reading(one, env), reading(other, env)]
  if (a.branch !== b.branch || a.numbers !== b.numbers || areElsewhere(a.place, b.place)) return 'apart'
  if (a.core === b.core) return isWhole(a, b) ? 'same' : 'alike'
  if (!a.isFirm || !b.isFirm) return 'different'
  if (spelt(a.core) === spelt(b.core)) return 'alike'
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core]
  if (short.length >= 4 && withinOneEdit(short, long)) return 'alike'
  return short.length >= 2 && long.startsWith(short) ? 'alike' : 'different'
}

/** Two of one place and form; of persons many bear one name. */
function isWhole(a: Reading, b: Reading): boolean {
  return a.isFirm && b.isFirm && a.place === b.place && a.form === b.form
}

/** 杭州 lies in 浙江; 北京 does not lie in 上海. */
function areElsewhere(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !one.startsWith(other) && !other.startsWith(one)
}
