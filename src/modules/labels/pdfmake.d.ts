/** As far as it is used; the package brings no types. */
declare module 'pdfmake' {
  type Margin = readonly [left: number, top: number, right: number, bottom: number]
  type Placed = { absolutePosition?: { x: number; y: number }; pageBreak?: string; margin?: Margin }
  export type Content = Placed &
    (
      | { text: string; fontSize?: number; noWrap?: boolean; alignment?: 'right' }
      | { image: string; fit: readonly [width: number, height: number] }
      | { qr: string; fit: number; eccLevel: 'L' | 'M' | 'Q' | 'H' }
      | { stack: readonly Content[] }
      | {
          layout: string
          table: { widths: readonly (number | '*')[]; headerRows?: number; body: readonly (readonly Content[])[] }
        }
    )
  export type DocumentDefinition = {
    pageSize: { width: number; height: number }
    pageMargins: number
    defaultStyle: { font: string; fontSize: number }
    content: readonly Content[]
    images?: Readonly<Record<string, string>>
  }
  type Side = (line: number) => number
  const maker: {
    setFonts(fonts: Record<string, { normal: string }>): void
    setTableLayouts(layouts: Record<string, Record<string, Side>>): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(document: DocumentDefinition): { getBuffer(): Promise<Buffer> }
  }
  export default maker
}
