// One rule per sentence of the architecture. Web files are src/web/**, */web/** and */web.tsx.
const WEB = '(^src/web/|/web/|/web\\.tsx$)'
const TEST = '\\.test\\.tsx?$'
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })
module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('shared-imports-nothing', { path: '^src/shared/', pathNot: TEST }, { path: '^src/', pathNot: '^src/shared/' }),
    forbid(
      'no-node-in-shared',
      { path: '^src/(shared/|field-types/[^/]+/kind\\.ts$)', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'kernel-knows-no-feature',
      { path: '^src/kernel/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/(kernel|shared)/' },
    ),
    forbid(
      'kernel-by-front-door',
      // Kinds are exempt: they take types only, and pages could not be compiled through the server's door.
      { path: '^src/', pathNot: '^src/(kernel|field-types)/' },
      { path: '^src/kernel/', pathNot: '^src/kernel/index\\.ts$' },
    ),
    forbid(
      'field-types-are-leaves',
      { path: '^src/field-types/', pathNot: WEB },
      { path: '^src/', pathNot: '^src/(field-types|kernel|shared)/' },
    ),
    forbid(
      'kinds-are-isomorphic',
      { path: '^src/field-types/', pathNot: TEST },
      { path: '^src/kernel/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'objects-are-declarations',
      { path: '^src/objects/' },
      { path: '^src/', pathNot: '^src/(objects|field-types|kernel|shared)/' },
    ),
    forbid('modules-below-server', { path: '^src/modules/', pathNot: TEST }, { path: '^src/(server|cli)/' }),
    forbid(
      'modules-by-front-door',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    ),
    forbid(
      'web-never-reaches-server',
      { path: WEB },
      {
        path: '^src/(kernel|objects|server|cli|modules|field-types)/',
        pathNot: [WEB, '^src/field-types/[^/]+/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid('server-never-reaches-web', { path: '^src/', pathNot: WEB }, { path: WEB }),
    forbid(
      'sql-only-in-kernel',
      { path: '^src/', pathNot: [TEST, '^src/(kernel|server/postgres)/'] },
      { path: '(^|/)node_modules/(@types/)?(pg|kysely|pg-copy-streams)/' },
    ),
    forbid('react-only-on-pages', { path: '^src/', pathNot: WEB }, { path: '(^|/)node_modules/(react|react-dom|antd)/' }),
    forbid('no-tests-in-source', { pathNot: `${TEST}|^(test|bench)/` }, { path: `${TEST}|^test/` }),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.server.json' }, doNotFollow: { path: 'node_modules' } },
}
