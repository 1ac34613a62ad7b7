import './session/sso-return.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/tokens.css'
import 'virtual:antd/anticon.css'
import 'virtual:antd/btn.css'
import 'virtual:antd/wave.css'
import 'virtual:antd/motion.css'
import 'virtual:antd/fade.css'
import 'virtual:antd/slide.css'
import 'virtual:antd/zoom.css'
import 'virtual:antd/move.css'
import './theme/base.css'
import './ui/ui.css'
import './ui/cells/cells.css'
import { whenAllRead } from './api/query-client.ts'
import { App } from './app.tsx'
import { router } from './router.tsx'
import { loadFirstWords } from './words/words.ts'

/** So long, in milliseconds, nothing is shown but the ground: a page that is there by then is drawn once, and whole. */
const patience = 800
/** So long of it for what the page reads, once the page itself is there. */
const together = 100

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const root = document.getElementById('root')
// What the page shows is asked for while its words come; what fails is told by the page.
const page = router.load().then(
  () => Promise.race([whenAllRead(), pause(together)]),
  () => undefined,
)
void Promise.all([loadFirstWords(), Promise.race([page, pause(patience)])]).then(() => {
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
