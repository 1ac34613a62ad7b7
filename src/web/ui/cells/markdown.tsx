import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'

const plugins = [remarkGfm]
// Pictures would be fetched from wherever the text says, and tell that place who reads.
const refused = ['img']

/** Markdown shown safely: no HTML, no pictures from elsewhere, links without a way back. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={plugins} disallowedElements={refused} components={{ a: SafeLink }}>
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
