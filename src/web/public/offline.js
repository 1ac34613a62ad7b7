// A browser knows of its own network alone; whether the server is there again, the server says.
const restMs = 5_000

async function look() {
  const answer = await fetch('/api/health').catch(() => undefined)
  if (answer?.ok) location.reload()
}

for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => location.reload())
addEventListener('online', look)
setInterval(look, restMs)
