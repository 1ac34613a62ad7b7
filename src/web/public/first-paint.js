// Runs before the first paint, so that a dark page never flashes white; a file of its own because the page's policy allows no inline script.
;(() => {
  const chosen = localStorage.getItem('dossier.theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  const language = localStorage.getItem('dossier.locale') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en')
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  const add = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes))
  add('link', { rel: 'manifest', href: `/${language === 'zh' ? 'zh' : 'en'}.webmanifest` })
  add('meta', { name: 'theme-color', content: dark ? '#0f1012' : '#f7f7f8' })
  // A browser takes its time over the first date that it writes; it may while the application is on its way.
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format()
})()
