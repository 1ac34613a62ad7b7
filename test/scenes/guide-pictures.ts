/** The scenes that the guide shows, by the width at which it shows them. */
const shown: Readonly<Record<number, readonly string[]>> = {
  1440: [
    'setup',
    'sign-in',
    'sign-in-setup',
    'account',
    'today',
    'inbox',
    'notifications',
    'notification-settings',
    'palette-search',
    'list',
    'list-counts',
    'list-columns',
    'list-chosen',
    'list-board',
    'quick-look',
    'file',
    'file-history',
    'file-compare',
    'form-alike',
    'form-paste',
    'import-preview',
    'import-result',
    'duplicates',
    'merge',
    'list-catalogue',
    'labels',
    'dashboard-customers',
    'dashboard-form',
    'file-reveal',
    'file-consents',
    'list-for-purpose',
    'emergency',
    'export',
    'export-ready',
    'team',
    'today-team',
    'absence-add',
    'review',
    'decide-together',
    'field-new',
    'layout-settings',
    'value-list',
    'role-rights',
    'holdings-add',
    'sign-in-settings',
    'mail',
    'keys',
    'audit',
    'audit-seal',
    'audit-report',
  ],
  390: ['today', 'file', 'favourites-palette', 'list'],
}

export const guidePictures: readonly string[] = Object.entries(shown).flatMap(([width, scenes]) =>
  scenes.map((scene) => pictureName(scene, Number(width))),
)

export function widthsInGuide(scene: string): readonly number[] {
  return Object.keys(shown)
    .map(Number)
    .filter((width) => shown[width]?.includes(scene))
}

export function pictureName(scene: string, width: number): string {
  return width < 600 ? `${scene}-phone.webp` : `${scene}.webp`
}
