import { customer } from '#objects'
import type { ReaderName } from './readers.ts'
import type { Samples } from './samples.ts'

export type Request = { method: string; path: string; body?: Readonly<Record<string, unknown>>; version?: number }

/** One thing that people do, as the n-th request of a run. */
export type Operation = {
  name: string
  reader: ReaderName
  request(n: number): Request
  /** Which statement the bare handler runs for comparison. */
  statement?: 'tuples' | 'insert' | 'update'
  /** Processor time that a request may cost, in milliseconds. */
  aim?: number
}

const at = <T>(values: readonly T[], n: number): T => {
  const value = values[n % values.length]
  if (value === undefined) throw new Error('The list is too small for this operation')
  return value
}

const customers = '/api/customers'
/** A page of a list, with the fields that the page shows. */
const page = `${customers}?limit=50&fields=${(customer.views?.list ?? []).join()}`
/** What a list shows of a customer that is not sealed. */
const plain = ['archiveNumber', 'name', 'tier', 'stage', 'industry', 'region', 'owner', 'lastFollowedUp']

export function operationsOf({ ids, versions, terms, places, deepCursor }: Samples): Operation[] {
  const where = (n: number): string => encodeURIComponent(JSON.stringify(at(places, n)))
  const list = (reader: ReaderName): Operation => ({
    name: `list of 50 by change, ${reader}`,
    reader,
    request: () => ({ method: 'GET', path: page }),
    statement: 'tuples',
    aim: 2.5,
  })
  const columns = (sealed: readonly string[], named: string, aim: number): Operation => ({
    name: `list of 50, ${named}`,
    reader: 'head',
    request: () => ({ method: 'GET', path: `${customers}?limit=50&fields=${[...plain, ...sealed].join(',')}` }),
    statement: 'tuples',
    aim,
  })
  const search = (reader: ReaderName): Operation => ({
    name: `search of two characters, ${reader}`,
    reader,
    request: (n) => ({ method: 'GET', path: `${page}&search=${encodeURIComponent(at(terms, n))}` }),
    statement: 'tuples',
  })
  return [
    list('head'),
    list('manager'),
    list('clerk'),
    columns([], 'no sealed column', 2.5),
    columns(['phone', 'email', 'street'], 'three sealed columns', 5),
    {
      name: 'filter by region and industry',
      reader: 'head',
      request: (n) => ({ method: 'GET', path: `${page}&where=${where(n)}` }),
      statement: 'tuples',
      aim: 2.5,
    },
    search('head'),
    search('clerk'),
    {
      name: 'page far down',
      reader: 'head',
      request: () => ({ method: 'GET', path: `${page}&after=${deepCursor}` }),
      statement: 'tuples',
    },
    {
      name: 'one file',
      reader: 'head',
      request: (n) => ({ method: 'GET', path: `${customers}/${at(ids, n)}` }),
      statement: 'tuples',
      aim: 1.5,
    },
    {
      name: 'its timeline',
      reader: 'head',
      request: (n) => ({ method: 'GET', path: `${customers}/${at(ids, n)}/timeline` }),
    },
    { name: 'create', reader: 'head', request: newCustomer, statement: 'insert', aim: 4 },
    { name: 'update', reader: 'head', request: changeOf(ids, new Map(versions)), statement: 'update', aim: 4 },
  ]
}

function newCustomer(n: number): Request {
  const body = {
    name: `杭州新客户${n}贸易有限公司`,
    shortName: `新客户${n}`,
    industry: 'F',
    phone: `139${String(10_000_000 + n).slice(-8)}`,
    region: '330106',
    street: '文三路1号',
    source: 'referral',
    tags: ['月结'],
    remarks: '展会上认识的。',
  }
  return { method: 'POST', path: customers, body }
}

/** A telephone number and a text of each file in turn; the version moves with every round. */
function changeOf(ids: readonly string[], versions: Map<string, number>): Operation['request'] {
  return (n) => {
    const id = at(ids, n)
    const version = versions.get(id) ?? 1
    versions.set(id, version + 1)
    const body = { remarks: `第${version}次修改`, phone: `138${String(10_000_000 + version).slice(-8)}` }
    return { method: 'PATCH', path: `${customers}/${id}`, body, version }
  }
}
