import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

const plugins = [remarkGfm]
// Pictures would be fetched from wherever the text says, and tell that place who reads.
const refused = ['img']
const careful = { a: SafeLink }

type MarkdownProps = {
  text: string
  /** How a text of the product itself shows its pictures and leads on. */
  own?: Required<Pick<Components, 'a' | 'img'>>
}

/** Markdown shown safely: no HTML, no pictures from elsewhere, links without a way back. */
export function Markdown({ text, own }: MarkdownProps) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={plugins} disallowedElements={own ? [] : refused} components={own ?? careful}>
        {text}
      </ReactMarkdown>
    </div>
  )
}

function SafeLink({ href, children }: React.ComponentProps<'a'>) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
