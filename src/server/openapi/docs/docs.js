const words = {
  zh: {
    other: 'English',
    parameters: '参数',
    body: '正文',
    answers: '答复',
    send: '发送',
    try: '试一试',
    tags: '目录',
    required: '必填',
    failed: '请求没有送达。',
  },
  en: {
    other: '中文',
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    send: 'Send',
    try: 'Try it',
    tags: 'Contents',
    required: 'required',
    failed: 'The request did not get through.',
  },
}
const given = new URLSearchParams(location.search).get('lang') ?? navigator.language
let locale = given.startsWith('zh') ? 'zh' : 'en'
const page = await (await fetch('/api/openapi.json')).json()

const inWords = (thing, key) => (locale === 'zh' && thing[`x-${key}-zh`]) || thing[key] || ''

function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes)
  made.append(...children)
  return made
}

function resolve(thing) {
  return thing.$ref
    ? thing.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], page)
    : thing
}

/** One object out of a schema and all that it is made of. */
function flatten(schema) {
  const own = resolve(schema)
  const parts = [...(own.allOf ?? []).map(flatten), own]
  return {
    ...own,
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
    required: parts.flatMap((part) => part.required ?? []),
  }
}

function typeWords(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  if (schema.enum) return schema.enum.join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeWords).join(' | ')
  if (schema.allOf) return schema.allOf.map(typeWords).join(' & ')
  if (schema.type === 'array') return `${typeWords(schema.items ?? {})}[]`
  return [schema.type ?? 'any'].flat().join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

function table(rows) {
  const body = rows.map(([name, type, text]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, name)),
      element('td', {}, type),
      element('td', { className: 'words' }, text),
    ),
  )
  return element('table', {}, element('tbody', {}, ...body))
}

function schemaTable(schema) {
  const { properties, required, ...rest } = flatten(schema)
  const rows = Object.entries(properties).map(([name, part]) => [
    required.includes(name) ? `${name} *` : name,
    typeWords(part),
    [inWords(part, 'title'), inWords(part, 'description')].filter(Boolean).join(' · '),
  ])
  return rows.length ? table(rows) : element('p', {}, typeWords(rest.$ref ? rest : schema))
}

function exampleOf(schema) {
  const { properties, required } = flatten(schema)
  const shown = required.length ? required : Object.keys(properties).slice(0, 3)
  return JSON.stringify(
    Object.fromEntries(shown.map((name) => [name, properties[name]?.examples?.[0] ?? null])),
    null,
    2,
  )
}

function tryForm(path, method, operation) {
  const text = words[locale]
  const json = operation.requestBody?.content['application/json']
  const inputs = operation.parameters
    .map(resolve)
    .map((parameter) => [parameter, element('input', { required: parameter.required ?? false })])
  const body = json && element('textarea', { rows: 6, value: exampleOf(json.schema) })
  const file =
    operation.requestBody?.content['multipart/form-data'] && element('input', { type: 'file', required: true })
  const output = element('pre', { tabIndex: 0, role: 'status' })
  const form = element('form', {}, element('h3', {}, text.try))
  for (const [{ name, required }, input] of inputs)
    form.append(element('label', {}, `${name}${required ? ` (${text.required})` : ''}`, input))
  if (body) form.append(element('label', {}, text.body, body))
  if (file) form.append(element('label', {}, 'file', file))
  form.append(element('button', {}, text.send), output)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const url = new URL(path, location.origin)
    const headers = { 'accept-language': locale }
    for (const [{ name, in: place }, input] of inputs) {
      if (!input.value) continue
      if (place === 'path') url.pathname = decodeURIComponent(url.pathname).replace(`{${name}}`, input.value)
      else if (place === 'query') url.searchParams.set(name, input.value)
      else headers[name] = input.value
    }
    const upload = new FormData()
    if (file) upload.append('file', file.files[0])
    if (body) headers['content-type'] = 'application/json'
    output.textContent = await answerTo(url, {
      method: method.toUpperCase(),
      headers,
      body: file ? upload : body?.value,
    })
  })
  return form
}

/** A stream never ends, so only its beginning is shown. */
async function answerTo(url, request) {
  try {
    const answer = await fetch(url, request)
    const head = `${answer.status} ${answer.headers.get('content-type') ?? ''}\n\n`
    if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
      const { value } = await answer.body.getReader().read()
      return head + new TextDecoder().decode(value)
    }
    const text = await answer.text()
    return (
      head +
      (/json/.test(answer.headers.get('content-type'))
        ? JSON.stringify(JSON.parse(text), null, 2)
        : text.slice(0, 20_000))
    )
  } catch {
    return words[locale].failed
  }
}

function fill(panel, path, method, operation) {
  const text = words[locale]
  const parameters = operation.parameters
    .map(resolve)
    .map((each) => [
      each.required ? `${each.name} *` : each.name,
      `${each.in}: ${typeWords(each.schema)}`,
      inWords(each, 'description'),
    ])
  if (parameters.length) panel.append(element('h3', {}, text.parameters), table(parameters))
  const json = operation.requestBody?.content['application/json']
  if (json) panel.append(element('h3', {}, text.body), schemaTable(json.schema))
  panel.append(element('h3', {}, text.answers))
  for (const [status, answer] of Object.entries(operation.responses)) {
    const { description, content = {} } = resolve(answer)
    panel.append(element('p', {}, element('code', {}, status), ` ${description} ${Object.keys(content).join(', ')}`))
    if (content['application/json']) panel.append(schemaTable(content['application/json'].schema))
  }
  panel.append(tryForm(path, method, operation))
}

function operationPanel(path, method, operation) {
  const panel = element('div')
  const label = element(
    'summary',
    {},
    element('b', {}, method),
    ' ',
    element('code', {}, path),
    ` ${inWords(operation, 'summary')}`,
  )
  const details = element('details', {}, label, panel)
  details.addEventListener('toggle', () => panel.childElementCount || fill(panel, path, method, operation))
  return details
}

function show() {
  const operations = Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const sections = page.tags.map(({ name, 'x-label': label }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name))
    const panels = own.map(({ path, method, operation }) => operationPanel(path, method, operation))
    return element('section', { id: name }, element('h2', {}, label[locale]), ...panels)
  })
  const links = page.tags.map(({ name, 'x-label': label }) =>
    element('li', {}, element('a', { href: `#${name}` }, label[locale])),
  )
  document.documentElement.lang = locale
  document.querySelector('#title').textContent = `${page.info.title} API ${page.info.version}`
  document.querySelector('#about').textContent = inWords(page.info, 'description')
  document.querySelector('#language').textContent = words[locale].other
  document.querySelector('#tags').ariaLabel = words[locale].tags
  document.querySelector('#tags').replaceChildren(element('ul', {}, ...links))
  document.querySelector('#operations').replaceChildren(...sections)
}

document.querySelector('#language').addEventListener('click', () => {
  locale = locale === 'zh' ? 'en' : 'zh'
  show()
})
show()
