import { useNavigate } from '@tanstack/react-router'
import {
  Languages,
  LogOut,
  Monitor,
  MonitorDown,
  Moon,
  Rows2,
  Rows3,
  Siren,
  Sun,
  UserRound,
  UserRoundCheck,
} from 'lucide-react'
import { useMayTakeEmergencyAccess } from '../../modules/emergency/web/emergency.ts'
import { keepPurpose } from '../api/purpose.ts'
import { signOut } from '../api/session.ts'
import { keepOpenDrafts } from '../form/draft-keeper.ts'
import { useInstallOffer } from '../install/install-offer.ts'
import { makeCompact, useDensity } from '../list/density.ts'
import { leaveOpenPages } from '../presence/leaving.ts'
import { chooseTheme, themeChoices, useThemeMode } from '../theme/theme-mode.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { usePurposeEntry } from './use-purpose-entry.ts'
import { useSwitchLanguage } from './use-switch-language.ts'

const themeIcons = { system: Monitor, light: Sun, dark: Moon }

// Each in its own words, for whoever reads the other.
const languageNames = { zh: '中文', en: 'English' }

/** What the account menu offers: the account, for what one works, how the pages look and in which language, and the way out. */
export function useUserEntries(): readonly MenuEntry[] {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const { choice } = useThemeMode()
  const { isCompact } = useDensity()
  const { switchLanguage } = useSwitchLanguage()
  const purpose = usePurposeEntry()
  const install = useInstallOffer()
  const mayTake = useMayTakeEmergencyAccess()
  const leave = async (): Promise<void> => {
    await keepOpenDrafts()
    await leaveOpenPages()
    const { url } = await signOut()
    keepPurpose(null)
    // As a new page: nothing that was read stays in the browser's memory, and nothing of the old page asks for more.
    window.location.assign(url ?? '/sign-in')
  }
  const themes = themeChoices.map((one) => ({
    key: one,
    label: t(`theme.${one}`),
    icon: themeIcons[one],
    checked: one === choice,
    run: () => chooseTheme(one),
  }))
  const densities = [false, true].map((compact) => ({
    key: compact ? 'compact' : 'comfortable',
    label: t(compact ? 'density.compact' : 'density.comfortable'),
    icon: compact ? Rows3 : Rows2,
    checked: compact === isCompact,
    run: () => makeCompact(compact),
  }))
  const languages = (['zh', 'en'] as const).map((one) => ({
    key: `language-${one}`,
    label: languageNames[one],
    icon: Languages,
    checked: one === locale,
    run: () => one !== locale && switchLanguage(),
  }))
  const account = {
    key: 'account',
    label: t('account.title'),
    icon: UserRound,
    run: () => void navigate({ to: '/account' }),
  }
  const absence = {
    key: 'absence',
    label: t('absence.title'),
    icon: UserRoundCheck,
    run: () => void navigate({ to: '/absence' }),
  }
  const emergency = {
    key: 'emergency',
    label: t('emergency.title'),
    icon: Siren,
    run: () => void navigate({ to: '/emergency' }),
  }
  return [
    account,
    absence,
    ...(mayTake ? [emergency] : []),
    'line',
    purpose,
    'line',
    { key: 'theme', title: t('theme.title'), items: themes },
    { key: 'density', title: t('density.title'), items: densities },
    { key: 'language', title: t('shell.language'), items: languages },
    'line',
    ...(install ? [{ key: 'install', label: t('shell.install'), icon: MonitorDown, run: install }] : []),
    { key: 'leave', label: t('shell.signOut'), icon: LogOut, run: () => void leave().catch(toastError) },
  ]
}
