import { Link } from '@tanstack/react-router'
import {
  AtSign,
  BellRing,
  BookOpen,
  Building2,
  CircleCheck,
  ClipboardCheck,
  Copy,
  FileCheck2,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  Mail,
  MailOpen,
  MessageCircleQuestionMark,
  NotebookPen,
  PenLine,
  Scale,
  Share2,
  ShieldAlert,
  UsersRound,
} from 'lucide-react'
import { isNoticeKind, type NoticeKind } from '#shared/notice-kinds'
import { noticeSentence } from '#shared/notice-sentence'
import type { ObjectWire, RecordWire, Titles } from '#shared/wire'
import { useObjects } from '../../../web/api/definitions.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { useWords } from '../../../web/words/words.ts'
import { targetOf } from './notice-target.ts'
import { useMark } from './notices.ts'

const icons: Record<NoticeKind, LucideIcon> = {
  task_assigned: ListChecks,
  task_due: BellRing,
  customer_assigned: Building2,
  customer_shared: Share2,
  customer_changed: PenLine,
  customer_suspected: Copy,
  mention: AtSign,
  request_waiting: ClipboardCheck,
  request_decided: CircleCheck,
  request_talk: MessageCircleQuestionMark,
  reading_waiting: BookOpen,
  work_ended: FileCheck2,
  meeting: UsersRound,
  work_report: NotebookPen,
  appraisal_waiting: Scale,
  appraisal_told: Scale,
  suggestion: Lightbulb,
  security: ShieldAlert,
}

type NoticeRowProps = { object: ObjectWire; notice: RecordWire; titles: Titles }

/** One notice: what happened, when, and the way there, by which it has been read. */
export function NoticeRow({ object, notice, titles }: NoticeRowProps) {
  const { t, format, locale } = useWords()
  const objects = useObjects()
  const mark = useMark(object)
  const { id, kind, detail, at, readAt } = notice
  if (!isNoticeKind(kind)) return null
  const titleOf = (named: unknown): string | null => (typeof named === 'string' && titles[named]) || null
  const facts = { kind, detail: typeof detail === 'string' ? detail : null, count: Number(notice.count ?? 1) }
  const text = noticeSentence({ ...facts, actor: titleOf(notice.actor), subject: titleOf(notice.record) }, locale)
  const isRead = typeof readAt === 'string'
  const Drawn = icons[kind]
  const setRead = (read: boolean): void => mark.mutate({ ids: [id], read })
  const several = kind === 'customer_changed' && typeof notice.record === 'string' && facts.count > 1
  return (
    <li className={isRead ? 'notice-line' : 'notice-line notice-unread'}>
      <Link {...targetOf(notice, objects)} className="notice-row" onClick={() => !isRead && setRead(true)}>
        <span className={`notice-icon notice-${kind}`}>
          <Drawn size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <span className="notice-text">
          {!isRead && <span className="visually-hidden">{t('notices.isUnread')} </span>}
          {text}
        </span>
        <span className="notice-facts">
          {several && <span>{t('notices.changes', { count: facts.count })}</span>}
          <time dateTime={String(at)} title={format.dateTime(String(at))}>
            {format.relative(String(at))}
          </time>
        </span>
      </Link>
      <IconButton
        icon={isRead ? Mail : MailOpen}
        label={isRead ? t('notices.unreadAgain', { text }) : t('notices.read', { text })}
        onClick={() => setRead(!isRead)}
      />
    </li>
  )
}
