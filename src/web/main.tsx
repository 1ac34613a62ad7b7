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
import { App } from './app.tsx'
import { loadFirstWords } from './words/words.ts'

const root = document.getElementById('root')
void loadFirstWords().then(() => {
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
})
