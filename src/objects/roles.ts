import { duties, type Role } from '#kernel'
import { operations } from '#shared/wire'

const files = ['area:files', 'area:parts', 'area:work', 'area:custom']
const readOnly = ['read'] as const

/** Everybody who works here sees the reference data, the units and the colleagues. */
const commonGround: Role['grants'] = [
  { objects: ['area:reference', 'area:house', 'area:roles'], rights: readOnly, scope: 'all' },
  { objects: ['area:personal'], rights: operations, scope: 'all' },
  { objects: ['area:proposals', 'area:emergency'], rights: readOnly, scope: 'own' },
  { objects: ['area:notices'], rights: ['read', 'update'], scope: 'own' },
  { objects: ['area:suggestions'], rights: ['read', 'create', 'update'], scope: 'own' },
  { objects: ['area:favourites'], rights: ['read', 'create', 'update', 'delete'], scope: 'own' },
]

/** Whoever works with customers asks for exports; the right to export the records themselves is another. */
const ownExports = { objects: ['area:exports'], rights: ['read', 'create', 'reveal'], scope: 'own' } as const

/** What those who look after the house see of its change requests. */
const houseProposals = { objects: ['area:proposals'], rights: readOnly, scope: 'house' } as const

/**
 * The roles that the product brings. The head holds all data; a manager what stands in the own unit and below; a clerk the own
 * files. The three officers look after the house and see no customer.
 */
export const standardRoles: readonly Role[] = [
  {
    code: 'head',
    label: { zh: '负责人', en: 'Company head' },
    class: 'business',
    clearance: 3,
    plain: 2,
    duties,
    purposes: 'all',
    readLimit: null,
    grants: [
      ...commonGround,
      {
        objects: [
          ...files,
          'area:reference',
          'area:house',
          'area:roles',
          'area:proposals',
          'area:emergency',
          'area:reports',
          'area:exports',
          'area:programmes',
          'area:suggestions',
        ],
        rights: operations,
        scope: 'all',
      },
    ],
  },
  {
    code: 'manager',
    label: { zh: '经理', en: 'Manager' },
    class: 'business',
    clearance: 2,
    plain: 1,
    duties: ['exports'],
    purposes: 'all',
    grants: [
      ...commonGround,
      ownExports,
      { objects: [...files, 'area:programmes'], rights: operations, scope: 'below' },
      { objects: ['area:proposals', 'area:emergency'], rights: readOnly, scope: 'below' },
      { objects: ['area:exports'], rights: ['read', 'reveal'], scope: 'below' },
      { objects: ['area:reference'], rights: operations, scope: 'all' },
    ],
  },
  {
    code: 'clerk',
    label: { zh: '业务员', en: 'Clerk' },
    class: 'business',
    clearance: 2,
    plain: 1,
    duties: [],
    purposes: 'all',
    grants: [
      ...commonGround,
      ownExports,
      { objects: ['area:files', 'area:custom'], rights: ['read', 'create', 'update', 'print', 'reveal'], scope: 'own' },
      { objects: ['area:parts'], rights: ['read', 'create', 'update', 'delete', 'print', 'reveal'], scope: 'own' },
      { objects: ['area:work'], rights: operations, scope: 'own' },
      { objects: ['area:programmes'], rights: readOnly, scope: 'own' },
    ],
  },
  {
    code: 'system_admin',
    label: { zh: '系统管理员', en: 'System administrator' },
    class: 'system',
    clearance: 1,
    plain: 1,
    duties: ['accounts', 'settings', 'backup'],
    purposes: [],
    readLimit: null,
    grants: [...commonGround, { objects: ['area:house'], rights: ['create', 'update', 'delete'], scope: 'all' }],
  },
  {
    code: 'security_officer',
    label: { zh: '安全管理员', en: 'Security officer' },
    class: 'security',
    clearance: 1,
    plain: 1,
    duties: ['roles', 'keys'],
    purposes: [],
    readLimit: null,
    grants: [
      ...commonGround,
      houseProposals,
      { objects: ['area:exports'], rights: readOnly, scope: 'own' },
      { objects: ['area:roles'], rights: ['create', 'update', 'delete'], scope: 'all' },
    ],
  },
  {
    code: 'auditor',
    label: { zh: '审计员', en: 'Auditor' },
    class: 'audit',
    clearance: 1,
    plain: 1,
    duties: ['trail'],
    purposes: [],
    readLimit: null,
    grants: [
      ...commonGround,
      { objects: ['area:reports'], rights: operations, scope: 'own' },
      houseProposals,
      { objects: ['area:emergency'], rights: readOnly, scope: 'house' },
    ],
  },
]
