// Keeps the application's own files and the page for times without a network, and nothing else: answers of the API never pass
// through here. The build writes its own name into this one, so that each build brings another worker.
const own = 'dossier-unstamped'
const offlinePage = '/offline.html'
const shell = [offlinePage, '/offline.css', '/offline.js', '/first-paint.js', '/favicon.svg']

addEventListener('install', (event) => {
  // Pages come over the network first, so no page of before depends on the worker of before: the new one need not wait.
  self.skipWaiting()
  const fresh = shell.map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(own).then((cache) => cache.addAll(fresh)))
})

addEventListener('activate', (event) => event.waitUntil(forgetOthers()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api')) return
  if (request.mode === 'navigate') event.respondWith(orKept(request, offlinePage))
  else if (shell.includes(pathname)) event.respondWith(orKept(request, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOnce(request, pathname))
})

async function forgetOthers() {
  for (const name of await caches.keys()) if (name !== own) await caches.delete(name)
}

async function orKept(request, path) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(path)
    if (kept) return kept
    throw error
  }
}

// The name of such a file bears the hash of its content: what is kept under it is never another one.
async function keptOnce(request, path) {
  const kept = await caches.match(path)
  if (kept) return kept
  const answer = await fetch(request)
  // A browser without room for it does without.
  if (answer.status === 200)
    await caches
      .open(own)
      .then((cache) => cache.put(path, answer.clone()))
      .catch(() => undefined)
  return answer
}
