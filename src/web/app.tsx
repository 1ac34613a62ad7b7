import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { SearchX } from 'lucide-react'
import { lazy, useEffect, useMemo } from 'react'
import { whenPurposeLost } from './api/purpose.ts'
import { queryClient, whenSignedOut } from './api/query-client.ts'
import { GroundsPlace } from './proposal/grounds-question.tsx'
import { router } from './router.tsx'
import { Proof } from './session/proof.tsx'
import { antdTheme } from './theme/antd-theme.ts'
import { useOwnAccent } from './theme/own-accent.ts'
import { useThemeMode } from './theme/theme-mode.ts'
import { Confirm } from './ui/confirm.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { FilterPartsContext } from './ui/filter-parts.ts'
import { Toasts, toast } from './ui/toast.tsx'
import { useWords } from './words/words.ts'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'

const filterParts = {
  Input: lazy(() => import('./list/filter-field.tsx').then((part) => ({ default: part.FilterInput }))),
  Told: lazy(() => import('./list/filter-field.tsx').then((part) => ({ default: part.ToldFilter }))),
}

const kitButton = { autoInsertSpace: false }

whenSignedOut(() => {
  const back = router.state.location.href
  if (!back.startsWith('/sign-in')) void router.navigate({ to: '/sign-in', search: { back } })
})

whenPurposeLost((why) => {
  toast({ text: why, tone: 'trouble' })
  void queryClient.invalidateQueries()
})

export function App() {
  const { locale } = useWords()
  const { mode } = useThemeMode()
  const accent = useOwnAccent()
  const theme = useMemo(() => antdTheme(mode, accent), [mode, accent])
  useEffect(() => {
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en-gb')
    // What the server said in the other language, such as an error, is asked for again.
    void router.invalidate()
  }, [locale])
  return (
    <ConfigProvider
      theme={theme}
      locale={locale === 'zh' ? zhCN : enGB}
      button={kitButton}
      renderEmpty={NothingToChoose}
      getPopupContainer={placeOfPopup}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={queryClient}>
        <FilterPartsContext value={filterParts}>
          <RouterProvider router={router} />
        </FilterPartsContext>
        <Confirm />
        <Proof />
        <GroundsPlace />
        <Toasts />
      </QueryClientProvider>
    </ConfigProvider>
  )
}

// Menus and lists belong to the main part of the page, unless a dialog covers it.
function placeOfPopup(trigger?: HTMLElement): HTMLElement {
  return (!trigger?.closest('[role="dialog"]') && document.getElementById('main')) || document.body
}

function NothingToChoose() {
  const { t } = useWords()
  return <EmptyState icon={SearchX} title={t('state.nothingFound')} />
}
