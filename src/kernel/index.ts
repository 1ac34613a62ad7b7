export { dormantPeople, noteSignIn } from './access/account.ts'
export {
  type AccountLink,
  accountLink,
  endLinksOf,
  type LinkPurpose,
  makeAccountLink,
  takeAccountLink,
} from './access/account-links.ts'
export { type Actor, everything, noStanding, systemActor } from './access/actor.ts'
export { endsAccess } from './access/announce.ts'
export {
  type AnswerLink,
  endAnswerLink,
  forgetTries,
  isSameText,
  makeAnswerLink,
  takeAnswerLink,
  tryAnswerLink,
} from './access/answer-links.ts'
export {
  type ApiKeyView,
  apiKeyOwner,
  apiKeysOf,
  endApiKey,
  holderOfKey,
  type KeyLimits,
  makeApiKey,
  touchApiKey,
} from './access/api-keys.ts'
export { beginAttempt, forgiveAttempts, uncountAttempt } from './access/attempts.ts'
export { type Asked, challengeMinutes, makeChallenge, openChallenge, takeChallenge } from './access/challenges.ts'
export { needsConsent } from './access/consent.ts'
export { credentialOf, rehash, setPasswordHash } from './access/credentials.ts'
export { type Duty, duties, requireDuty } from './access/duties.ts'
export { type Seer, whatReaches, whoSees } from './access/explain.ts'
export { fieldAccess, isHiddenNamed, mayWrite } from './access/field-access.ts'
export { requireFreshProof } from './access/fresh-proof.ts'
export {
  addPasskey,
  credentialsOf,
  hasPasskey,
  type NewPasskey,
  notePasskeyUse,
  type Passkey,
  passkeyByCredential,
  passkeysOf,
  removePasskey,
  renamePasskey,
} from './access/passkeys.ts'
export {
  actorOf,
  anybody,
  type Person,
  peopleWithDuty,
  personById,
  personByLogin,
  personBySession,
  personWithDuty,
  standingOfPerson,
} from './access/people.ts'
export { mayChangeRecord, mayReadRecord, whoElseIsAt } from './access/present.ts'
export { openPrincipals } from './access/principals.ts'
export { defaultOf, type Purpose, purposeNamed, purposeOf, purposesOf, withDefaultPurposes } from './access/purpose.ts'
export { peopleByIds, readersAmong } from './access/readers.ts'
export { uses } from './access/reveal.ts'
export { revokeAccess } from './access/revoke.ts'
export { type Level, type Role, rolesInForce } from './access/role.ts'
export { authorize, isOffered, moduleOff, ruling } from './access/scope.ts'
export { countGuess } from './access/search-quota.ts'
export {
  dropSecondFactor,
  dropTotp,
  offerTotp,
  recoveryCodesLeft,
  setRecoveryCodes,
  takeRecoveryCode,
  takeTotpStep,
  totpOf,
} from './access/second-factor.ts'
export {
  endSession,
  endSessionsOf,
  hashToken,
  renewSession,
  type SessionView,
  type SignInMethod,
  sessionMethod,
  sessionOwner,
  sessionsOf,
  startSession,
  touchSession,
} from './access/sessions.ts'
export { readSetting, writeSetting } from './access/setting.ts'
export { openSettingSecret, sealSettingSecret } from './access/setting-secret.ts'
export {
  bindIdentity,
  boundSince,
  boundTo,
  isBound,
  type SsoIdentity,
  unbindIdentity,
} from './access/sso-identities.ts'
export { superiorOf } from './access/superiors.ts'
export { type AuditFacts, auditRow } from './audit/audit-row.ts'
export { type AuditWriter, openAuditWriter } from './audit/audit-writer.ts'
export { changesSince, type TrailPlace, trailPlace } from './audit/changes-since.ts'
export { checkProof } from './audit/check-proof.ts'
export { parseCheckpoints } from './audit/checkpoint.ts'
export { appendCheckpoint, lastCheckpoint, readCheckpoints, type TrailPlaces } from './audit/checkpoint-files.ts'
export { exportFromCommand, exportTrail, publicPem } from './audit/export-trail.ts'
export { noteChange } from './audit/note-change.ts'
export { readTrail } from './audit/read-trail.ts'
export { removeExpired, retentionMonths, setRetention } from './audit/retention.ts'
export { type PublicKey, parsePublicKey } from './audit/seal-key.ts'
export { type Finding, findingSentences } from './audit/seal-report.ts'
export { readSealStatus, type SealStatus, sealLags, sealState } from './audit/seal-status.ts'
export { openSealer, type Sealer, type SealerOptions } from './audit/sealer.ts'
export { summariseTrail, summaryKinds, type TrailSummary } from './audit/summarise-trail.ts'
export {
  ensureSigningKey,
  readPublicKeys,
  readSigningKey,
  readWords,
  renewSigningKey,
  signingKeyHolder,
  trailKeysIn,
} from './audit/trail-keys.ts'
export type { TrailProof } from './audit/trail-proof.ts'
export type { TrailQuery } from './audit/trail-query.ts'
export { type TrailReport, verifyTrail } from './audit/verify-trail.ts'
export { type Channel, type Context, type Kernel, makeContext, type Settings } from './context.ts'
export { type Codec, houseOwner, type KeyOwner, type Place, type Ring } from './crypto/codec.ts'
export { confirmSheets, ownSheetsDue, sheetsDue, showSheets } from './crypto/keep-sheets.ts'
export { createKeyFile } from './crypto/key-file.ts'
export { type KeyOverview, keyOverview } from './crypto/key-overview.ts'
export { KeyProblem } from './crypto/key-problem.ts'
export { replaceLostIndexKey } from './crypto/lost-index.ts'
export { type Keys, openKeys } from './crypto/open-codec.ts'
export { secretsFrom } from './crypto/recovery-sheet.ts'
export { indexRotationJob, startIndexRotation } from './crypto/rotate-index.ts'
export { rotateWhenDue, rotationJob, startRotation } from './crypto/rotate-keys.ts'
export { rotateMaster } from './crypto/rotate-master.ts'
export { sealJob, sealPlainRemains } from './crypto/seal-job.ts'
export { apartPairs, sayApart } from './duplicates/apart.ts'
export { checkDuplicates } from './duplicates/check.ts'
export { findDuplicates, findDuplicatesJob, followTrail, startFinding, tellsApart } from './duplicates/find-job.ts'
export { duplicateGroups } from './duplicates/groups.ts'
export { type Beside, changesOutOfTurn, changesUnbound } from './figures/changes-beside.ts'
export { countBy } from './figures/count-by.ts'
export { countFacts, type Share, type Span } from './figures/count-facts.ts'
export { countUpdates, countWork, medianAges, peopleInReach } from './figures/upkeep.ts'
export { type FileStore, openFileStore, TooLarge } from './files/file-store.ts'
export { type FileFacts, fileFacts, openFile, openPublicFile, storeFile } from './files/files.ts'
export { dropMade, keepMade, openMade, takeMade } from './files/made-content.ts'
export { dropFormDraft, keepFormDraft, readFormDraft } from './form-draft/form-draft.ts'
export {
  type BentRow,
  checkJob,
  checkRows,
  checkRowsWhenDue,
  lastRowCheck,
} from './integrity/check-job.ts'
export { acceptRow, proveJob, proveRowsFromBefore } from './integrity/prove-job.ts'
export { defineJob, type EndedJob, type Job, type Step } from './jobs/define-job.ts'
export {
  cancelJob,
  countUnfinished,
  enqueue,
  type JobView,
  jobView,
  startJob,
  startUnlessWaiting,
  unfinishedJobs,
  wakeJobs,
  workUnderWay,
} from './jobs/jobs.ts'
export { sweep } from './jobs/maintain.ts'
export {
  endMessage,
  noteTry,
  type OutboxView,
  outboxViews,
  putInOutbox,
  type WaitingMessage,
  waitingMessage,
} from './jobs/outbox.ts'
export { runJob } from './jobs/run-job.ts'
export { mergeRecords, previewMerge } from './merge/merge.ts'
export { mergesOf } from './merge/merges-of.ts'
export { undoMerge } from './merge/undo-merge.ts'
export {
  type ApprovalRule,
  type ApprovalStep,
  type EntryWay,
  entryWays,
  type KeyedAgain,
} from './object/approval-rule.ts'
export { bindField } from './object/bound-field.ts'
export { type Customisation, noCustomisation } from './object/customisation.ts'
export { defineModule, type Module, type Pointing } from './object/define-module.ts'
export { defineObject, type ObjectDefinition } from './object/define-object.ts'
export { definePolicy, type Policy } from './object/define-policy.ts'
export type { Field, Fields } from './object/field.ts'
export {
  type Approval,
  type Follower,
  type Hooks,
  type Later,
  type PendingChange,
  type Prepared,
  type ProposedOperation,
  proposedOperations,
  type Unfinished,
  type Values,
  type Write,
  type WrittenRecord,
} from './object/hooks.ts'
export type { Kind } from './object/kind.ts'
export { type KindTable, type ObjectType, titleFieldOf } from './object/object-type.ts'
export { buildDefinitions, buildRegistry, type Registry } from './object/registry.ts'
export { fieldWire, objectWire } from './object/wire.ts'
export { keepOwnSettings, readOwnSettings } from './own-settings/own-settings.ts'
export { assign } from './programme/assign.ts'
export { closeRound, type RoundProgress, roundProgress } from './programme/close-round.ts'
export { completeItem } from './programme/complete-item.ts'
export { roundReport } from './programme/count-round.ts'
export { type Counts, defineProgramme, type Programme } from './programme/define-programme.ts'
export { handOverItems } from './programme/hand-over.ts'
export { openDueRounds, openRound, preparePlan } from './programme/open-round.ts'
export { roundJob } from './programme/round-job.ts'
export { countDrawable, drawRecords } from './programme/sample.ts'
export { taskTimes } from './programme/task-times.ts'
export { answerAsker, askMaker, handOver } from './proposal/confer.ts'
export { counteredFields, courseKinds } from './proposal/course.ts'
export { chaseProposals } from './proposal/deadline.ts'
export { decide, endApart, singleVerdicts, type Verdict, verdicts, withdraw } from './proposal/decide.ts'
export { decideTogether, decideTogetherJob } from './proposal/decide-together.ts'
export { drawProposals, mostTogether } from './proposal/draw.ts'
export { type ForeseenApproval, foreseeApproval } from './proposal/foresee-approval.ts'
export {
  askForGathered,
  askTogether,
  dropFromGathered,
  gatherEdit,
  type NewEdit,
  showGathered,
} from './proposal/gather.ts'
export type { Grounds } from './proposal/grounds.ts'
export { renew } from './proposal/renew.ts'
export { type SecondPerson, secondPeople } from './proposal/second-people.ts'
export { type ProposalView, showProposal } from './proposal/show.ts'
export { keyProposed, toKeyOf } from './proposal/sign-by-keying.ts'
export { signersWaitedFor } from './proposal/signing.ts'
export { namedBy } from './proposal/slots.ts'
export { mostInWhole } from './proposal/together.ts'
export { type Connection, type Database, openDatabase, type Runner } from './query/database.ts'
export { isDatabaseAway, probe } from './query/database-away.ts'
export { checkKeptFilter } from './query/kept-filter.ts'
export { takeTurn } from './query/locks.ts'
export { parseFilter as checkFilter } from './query/parse-filter.ts'
export { all, list, name, type Sql, sql } from './query/sql.ts'
export { isUuid, systemFieldsOf } from './query/system-fields.ts'
export { openTotals } from './query/totals.ts'
export { agrees } from './record/agrees.ts'
export { largestBulk, type Selection } from './record/bulk.ts'
export { countAlike } from './record/count-alike.ts'
export { databaseError } from './record/database-error.ts'
export { destroyKeys } from './record/destroy-keys.ts'
export { type Feed, type FeedEvent, openFeed, reaches } from './record/feed.ts'
export { wireOf } from './record/get.ts'
export { checkGroups, isSummable } from './record/groups.ts'
export type { ListQuery } from './record/list.ts'
export {
  countRows,
  type Foreseen,
  foreseeIncomplete,
  type MarkPlace,
  markIncomplete,
} from './record/mark-incomplete.ts'
export type { Measured } from './record/measure.ts'
export { foreseeNumbers, holderOfNumber, reserveNumber } from './record/numbers.ts'
export { openPresence } from './record/presence.ts'
export { mostPrinted, printTable } from './record/print-table.ts'
export type { Records } from './record/records.ts'
export { type HouseReading, openRemembered } from './record/remembered.ts'
export { holdsOf } from './record/requirements.ts'
export type { Stored } from './record/row-codec.ts'
export { survey } from './record/survey.ts'
export { openTitleCache } from './record/title-cache.ts'
export { gather } from './record/transaction.ts'
export { reopenUnknown } from './record/verifications.ts'
export { applyDefinitions } from './schema/apply-definitions.ts'
export { type Check, checkDatabase } from './schema/checks.ts'
export { readActual, statementsFor } from './schema/diff.ts'
export { dropColumns } from './schema/drop-expired.ts'
export { dumpSchema } from './schema/dump.ts'
export { deferIndexing, finishIndexing } from './schema/large-load.ts'
export { asOwner, migrate, readMigrations } from './schema/migrate.ts'
export { ensurePartitions } from './schema/partitions.ts'
export { ownerUrl } from './schema/queue.ts'
export { applyGrants, type Rights, roles } from './schema/roles.ts'
export { errorLines, importErrors, reasonHeading } from './transfer/import-errors.ts'
export { importJob } from './transfer/import-job.ts'
export { type ImportPreview, previewOf, readSettings } from './transfer/import-preview.ts'
export { importUndoJob } from './transfer/import-undo.ts'
export {
  duplicateWays,
  findImport,
  type ImportCounts,
  type ImportRow,
  insertImport,
  listImports,
  updateImport,
} from './transfer/imports.ts'
export { writeCsv } from './transfer/write-csv.ts'
