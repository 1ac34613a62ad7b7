import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pdfmake, { type DocumentDefinition } from 'pdfmake'
import { fontName } from './label-pages.ts'

// Runs as a process of its own, started by draw-labels.ts: five hundred labels take seconds and a few hundred megabytes.

const font = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
const none = (): number => 0

const pages: DocumentDefinition = JSON.parse(await text(process.stdin))
pdfmake.setFonts({ [fontName]: { normal: font } })
pdfmake.setTableLayouts({
  noPadding: {
    hLineWidth: none,
    vLineWidth: none,
    paddingLeft: none,
    paddingRight: none,
    paddingTop: none,
    paddingBottom: none,
  },
})
// What stands on a page is typed by people: nothing of it leads anywhere.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path === font)
process.stdout.write(await pdfmake.createPdf(pages).getBuffer())
