import { createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router'
import { definitionsQuery, requireObject } from './api/definitions.ts'
import { queryClient } from './api/query-client.ts'
import { appRoute, rootRoute } from './app-route.tsx'
import { readAuditSearch } from './audit/audit-search.ts'
import { classingsOf } from './catalogue/classing.ts'
import { startPage } from './day-pages.ts'
import { askForFile } from './file/file-shown.ts'
import { ListPage } from './list/list-page.tsx'
import { readListSearch } from './list/list-query.ts'
import { modulePages, openPages, ownPages } from './module-pages.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { RouteError } from './shell/route-error.tsx'
import { Skeleton } from './ui/skeleton.tsx'
import { askForRows, beginList } from './views/begin-list.ts'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } => ({ back: pathWithin(search.back) }),
  component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
})

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: textOf(search.token) }),
  component: lazyRouteComponent(() => import('./session/setup-page.tsx'), 'SetupPage'),
})

const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./session/forgot-page.tsx'), 'ForgotPage'),
})

const passwordLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./session/password-link-page.tsx'), 'PasswordLinkPage'),
})

const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: async () => {
    const { objects } = await queryClient.ensureQueryData(definitionsQuery)
    const first = objects.find((object) => object.navigation && object.can.includes('read'))
    // Who may not see customers, such as an officer, has work of another kind.
    if (startPage.isFor(objects)) throw redirect({ to: startPage.to, replace: true })
    if (first) throw redirect({ to: '/o/$path', params: { path: first.path }, replace: true })
  },
})

/** A short address for the shelf and for letters. */
const catalogueRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/catalogue',
  beforeLoad: async () => {
    const { objects } = await queryClient.ensureQueryData(definitionsQuery)
    const object = objects.find((one) => classingsOf(one).length > 0)
    const [usual] = object ? classingsOf(object) : []
    if (!object || !usual) throw notFound()
    throw redirect({
      to: '/o/$path',
      params: { path: object.path },
      search: { catalogue: usual.by },
      replace: true,
    })
  },
})

const listRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/o/$path',
  validateSearch: readListSearch,
  loader: ({ params }) => requireObject(queryClient, params.path),
  notFoundComponent: NotFoundPage,
  component: Outlet,
})

const listPageRoute = createRoute({
  getParentRoute: () => listRoute,
  id: 'list',
  beforeLoad: ({ params }) => {
    const page = ownPages[params.path]
    if (page) throw redirect({ to: page, replace: true })
  },
  component: ListPage,
})

const listIndexRoute = createRoute({
  getParentRoute: () => listPageRoute,
  path: '/',
  beforeLoad: async ({ params, search, cause }) => {
    const begun = await beginList(queryClient, params.path, search)
    if (begun) throw redirect({ to: '/o/$path', params, search: begun, replace: true })
    // Not for a pointer that passes over a link: what is read stands in the trail.
    if (cause === 'enter') void askForRows(queryClient, params.path, search)
  },
})

const newRoute = createRoute({
  getParentRoute: () => listPageRoute,
  path: '/new',
  component: lazyRouteComponent(() => import('./form/create-page.tsx'), 'CreatePage'),
})

const fileRoute = createRoute({
  getParentRoute: () => listRoute,
  path: '/$id',
  beforeLoad: ({ params, search, cause }) => {
    const page = ownPages[params.path]
    if (page) throw redirect({ to: `${page}/$id`, params: { id: params.id }, replace: true })
    if (cause === 'enter') void askForFile(queryClient, params, search)
  },
  component: lazyRouteComponent(() => import('./file/file-page.tsx'), 'FilePage'),
})

const editRoute = createRoute({
  getParentRoute: () => fileRoute,
  path: '/edit',
  validateSearch: (search: Record<string, unknown>): { proof?: string } => ({ proof: textOf(search.proof) }),
  component: lazyRouteComponent(() => import('./form/edit-page.tsx'), 'EditPage'),
})

const importRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/import/$path',
  validateSearch: (search: Record<string, unknown>): { import?: string } => ({ import: textOf(search.import) }),
  loader: ({ params }) => requireObject(queryClient, params.path),
  notFoundComponent: NotFoundPage,
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

const lookRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/look',
  component: lazyRouteComponent(() => import('./settings/look/look-page.tsx'), 'LookPage'),
})

const completingRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/completing',
  component: lazyRouteComponent(() => import('./settings/completing/completing-page.tsx'), 'CompletingPage'),
})

const daysRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/days',
  component: lazyRouteComponent(() => import('./settings/days/days-page.tsx'), 'DaysPage'),
})

const keysRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('./keys/keys-page.tsx'), 'KeysPage'),
})

const mailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('./mail/mail-page.tsx'), 'MailPage'),
})

const ssoRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings/sso',
  component: lazyRouteComponent(() => import('./sso/sso-page.tsx'), 'SsoPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
})

const guideRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/help/guide',
  component: Outlet,
})

const guidePage = lazyRouteComponent(() => import('./help/guide-page.tsx'), 'GuidePage')
const guideContentsRoute = createRoute({ getParentRoute: () => guideRoute, path: '/', component: guidePage })
const chapterRoute = createRoute({ getParentRoute: () => guideRoute, path: '/$chapter', component: guidePage })

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

// A way back leads into this application and nowhere else.
function pathWithin(value: unknown): string | undefined {
  const path = textOf(value)
  return path?.startsWith('/') && !/^\/[/\\]/.test(path) ? path : undefined
}

const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  forgotRoute,
  passwordLinkRoute,
  ...openPages,
  appRoute.addChildren([
    homeRoute,
    catalogueRoute,
    listRoute.addChildren([listPageRoute.addChildren([listIndexRoute, newRoute]), fileRoute.addChildren([editRoute])]),
    importRoute,
    auditRoute,
    settingsRoute,
    lookRoute,
    daysRoute,
    completingRoute,
    keysRoute,
    mailRoute,
    ssoRoute,
    accountRoute,
    guideRoute.addChildren([guideContentsRoute, chapterRoute]),
    ...modulePages,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: Skeleton,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  // A page that is there is not kept back: its outline stands where it will.
  defaultPendingMinMs: 0,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
