import {
  ArrowUpRight,
  Banknote,
  Building2,
  Cake,
  Calendar,
  CalendarClock,
  CircleDot,
  FileBadge,
  Hash,
  IdCard,
  Landmark,
  Link2,
  ListChecks,
  type LucideIcon,
  Mail,
  Map as MapIcon,
  MapPin,
  Network,
  Paperclip,
  Percent,
  Phone,
  Tags,
  TextInitial,
  ToggleLeft,
  Type,
  UserRound,
  UserSquare,
  Users,
} from 'lucide-react'

type OfferedKind = {
  name: string
  icon: LucideIcon
  /** Level that suits most of its fields, where that is not the general one. */
  level?: '2' | '3'
  /** Its values are sealed, whatever the field says. */
  sealed?: true
}

/** The kinds that a field of the company's own may have, the usual ones first. */
export const offeredKinds = [
  { name: 'text', icon: Type },
  { name: 'long_text', icon: TextInitial },
  { name: 'number', icon: Hash },
  { name: 'money', icon: Banknote },
  { name: 'date', icon: Calendar },
  { name: 'choice', icon: CircleDot },
  { name: 'choices', icon: ListChecks },
  { name: 'boolean', icon: ToggleLeft },
  { name: 'percent', icon: Percent },
  { name: 'date_time', icon: CalendarClock },
  { name: 'tags', icon: Tags },
  { name: 'person_name', icon: UserSquare },
  { name: 'company_name', icon: Building2 },
  { name: 'phone', icon: Phone, level: '2', sealed: true },
  { name: 'email', icon: Mail, level: '2', sealed: true },
  { name: 'url', icon: ArrowUpRight },
  { name: 'region', icon: MapIcon },
  { name: 'address', icon: MapPin, level: '2', sealed: true },
  { name: 'birthday', icon: Cake },
  { name: 'reference', icon: Link2 },
  { name: 'references', icon: Users },
  { name: 'user', icon: UserRound },
  { name: 'unit', icon: Network },
  { name: 'files', icon: Paperclip },
  { name: 'resident_id', icon: IdCard, level: '3', sealed: true },
  { name: 'credit_code', icon: FileBadge },
  { name: 'bank_account', icon: Landmark, level: '3', sealed: true },
] as const satisfies readonly OfferedKind[]

export type KindName = (typeof offeredKinds)[number]['name']

export function kindNamed(name: unknown): (OfferedKind & { name: KindName }) | undefined {
  return offeredKinds.find((kind) => kind.name === name)
}
