import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { stampWorker } from './src/web/install/stamp-worker.ts'
import { antdCss } from './src/web/theme/antd-css.ts'
import { antdWithoutRules } from './src/web/theme/antd-without-rules.ts'

const apiPort = process.env.PORT ?? '8080'

export default defineConfig({
  plugins: [react(), antdCss(), antdWithoutRules(), stampWorker()],
  publicDir: 'src/web/public',
  build: {
    outDir: 'dist/web',
    // The page's security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // What every visit needs comes as two files, of which the larger stays the same from release to release; cut where others need
    // parts of it, it would be a hundred, each with its own way. So would Today with what the frame of the pages shows once they stand,
    // and the page of a file, which has its inputs in common with forms.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'kit', test: /node_modules/, tags: ['$initial'], priority: 5 },
            { name: 'app', tags: ['$initial'], priority: 4 },
            { name: 'day', test: /(today-page|device-notices|tray-notice)\.tsx$/, priority: 3 },
            { name: 'inputs', test: /src\/web\/ui\/inputs\//, priority: 2 },
            { name: 'file', test: /src\/web\/file\/(file-page|composer-form)\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': `http://127.0.0.1:${apiPort}` } },
})
