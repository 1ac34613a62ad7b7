import { Mentions } from 'antd'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { InputProps, Mentioning } from '../../kind-web.ts'
import { Avatar } from '../avatar.tsx'
import { mentionsAfter } from '../mentions.ts'
import { kitProps } from './kit-props.ts'
import { longestOf } from './longest.ts'
import { textSize } from './text-area.tsx'
import { useColleagues } from './use-colleagues.ts'
import 'virtual:antd/input.css'
import 'virtual:antd/mentions.css'

type MentionAreaProps = Omit<InputProps, 'mentions'> & { mentions: Mentioning; file: ObjectWire }

/** A text in which `@` offers the colleagues who may read the file, and keeps whom it names. */
export function MentionArea({ value, onChange, placeholder, field, mentions, file, ...rest }: MentionAreaProps) {
  const [term, setTerm] = useState<string>()
  const { all, near, isLoading } = useColleagues({ object: file, id: mentions.file.id }, term)
  const text = typeof value === 'string' ? value : ''
  const type = (typed: string): void => {
    mentions.change((now) => mentionsAfter(now, { before: text, after: typed }, all))
    onChange(typed || null)
  }
  const choose = (name: string | undefined, key: string | undefined): void => {
    const chosen = near.find((person) => person.name === name && key?.startsWith(person.id))
    if (chosen) mentions.change((now) => [...new Set([...now, chosen.id])])
  }
  return (
    <Mentions
      {...kitProps(rest)}
      value={text}
      placeholder={placeholder}
      maxLength={longestOf(field)}
      autoSize={textSize}
      filterOption={false}
      loading={isLoading}
      notFoundContent={null}
      options={near.map(({ id, name }) => ({
        key: id,
        value: name,
        label: (
          <span className="reference">
            <Avatar name={name} round size={18} />
            {name}
          </span>
        ),
      }))}
      onSearch={setTerm}
      onSelect={({ value: name, key }) => choose(name, key)}
      onChange={type}
    />
  )
}
