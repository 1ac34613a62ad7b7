-- columns
account.last_sign_in_at timestamp with time zone
account.totp_on boolean not null default false
account.totp_secret bytea
account.totp_step bigint
account.user_id uuid not null
account_link.expires_at timestamp with time zone not null
account_link.person uuid not null
account_link.purpose text not null
account_link.token_hash bytea not null
address.acl_level smallint not null default 1
address.acl_read integer[] not null
address.acl_write integer[] not null
address.created_at timestamp with time zone not null
address.created_by uuid
address.customer_id uuid not null
address.deleted_at timestamp with time zone
address.deleted_with uuid
address.id uuid not null
address.import_id uuid
address.import_row integer
address.incomplete text[] not null default '{}'::text[]
address.postcode text
address.primary boolean
address.purpose text
address.region text
address.street bytea
address.updated_at timestamp with time zone not null
address.updated_by uuid
address.version integer not null default 1
agenda_item.acl_level smallint not null default 1
agenda_item.acl_read integer[] not null
agenda_item.acl_write integer[] not null
agenda_item.correction boolean
agenda_item.created_at timestamp with time zone not null
agenda_item.created_by uuid
agenda_item.decision text
agenda_item.deleted_at timestamp with time zone
agenda_item.deleted_with uuid
agenda_item.details text
agenda_item.id uuid not null
agenda_item.import_id uuid
agenda_item.import_row integer
agenda_item.incomplete text[] not null default '{}'::text[]
agenda_item.meeting_id uuid not null
agenda_item.minutes text
agenda_item.position numeric
agenda_item.proposer_id uuid
agenda_item.sealed boolean
agenda_item.state text
agenda_item.title text
agenda_item.updated_at timestamp with time zone not null
agenda_item.updated_by uuid
agenda_item.version integer not null default 1
answer_link.code_hash bytea
answer_link.expires_at timestamp with time zone not null
answer_link.made_from text
answer_link.record uuid not null
answer_link.token_hash bytea not null
answer_link.tries smallint not null default 0
api_key.created_at timestamp with time zone not null default now()
api_key.expires_at timestamp with time zone not null
api_key.id uuid not null
api_key.name text not null
api_key.networks text[] not null default '{}'::text[]
api_key.purpose uuid
api_key.scopes text[] not null
api_key.seen_at timestamp with time zone
api_key.seen_ip text
api_key.token_hash bytea not null
api_key.user_id uuid not null
appraisal.acl_level smallint not null default 1
appraisal.acl_read integer[] not null
appraisal.acl_write integer[] not null
appraisal.answer text
appraisal.answer_words text
appraisal.answered_at timestamp with time zone
appraisal.closed_at timestamp with time zone
appraisal.counted_id uuid
appraisal.created_at timestamp with time zone not null
appraisal.created_by uuid
appraisal.decided_score numeric
appraisal.decision text
appraisal.decision_reason text
appraisal.deleted_at timestamp with time zone
appraisal.deleted_with uuid
appraisal.figures_score numeric
appraisal.from date
appraisal.id uuid not null
appraisal.import_id uuid
appraisal.import_row integer
appraisal.incomplete text[] not null default '{}'::text[]
appraisal.length text
appraisal.manager_id uuid
appraisal.manager_score numeric
appraisal.manager_weight numeric
appraisal.manager_words text
appraisal.marks jsonb
appraisal.name text
appraisal.owner_id uuid
appraisal.period text
appraisal.role text
appraisal.row_proof bytea
appraisal.scheme_id uuid
appraisal.search_latin text not null default ''::text
appraisal.search_text text not null default ''::text
appraisal.shown_at timestamp with time zone
appraisal.state text
appraisal.superior_id uuid
appraisal.total numeric
appraisal.unit_id uuid
appraisal.until date
appraisal.updated_at timestamp with time zone not null
appraisal.updated_by uuid
appraisal.version integer not null default 1
appraisal_scheme.accuracy_hundred numeric
appraisal_scheme.accuracy_sixty numeric
appraisal_scheme.accuracy_weight numeric
appraisal_scheme.active boolean
appraisal_scheme.age_hundred numeric
appraisal_scheme.age_sixty numeric
appraisal_scheme.age_weight numeric
appraisal_scheme.completeness_hundred numeric
appraisal_scheme.completeness_sixty numeric
appraisal_scheme.completeness_weight numeric
appraisal_scheme.created_at timestamp with time zone not null
appraisal_scheme.created_by uuid
appraisal_scheme.deleted_at timestamp with time zone
appraisal_scheme.deleted_with uuid
appraisal_scheme.id uuid not null
appraisal_scheme.import_id uuid
appraisal_scheme.import_row integer
appraisal_scheme.length text
appraisal_scheme.manager_weight numeric
appraisal_scheme.name text
appraisal_scheme.note text
appraisal_scheme.role text
appraisal_scheme.timeliness_hundred numeric
appraisal_scheme.timeliness_sixty numeric
appraisal_scheme.timeliness_weight numeric
appraisal_scheme.updated_at timestamp with time zone not null
appraisal_scheme.updated_by uuid
appraisal_scheme.updates_hundred numeric
appraisal_scheme.updates_sixty numeric
appraisal_scheme.updates_weight numeric
appraisal_scheme.version integer not null default 1
approval_rule.again boolean
approval_rule.all boolean
approval_rule.created_at timestamp with time zone not null
approval_rule.created_by uuid
approval_rule.days numeric
approval_rule.deleted_at timestamp with time zone
approval_rule.deleted_with uuid
approval_rule.exempt jsonb
approval_rule.fields jsonb
approval_rule.holds boolean
approval_rule.id uuid not null
approval_rule.import_id uuid
approval_rule.import_row integer
approval_rule.name text
approval_rule.needs text[]
approval_rule.note text
approval_rule.object text
approval_rule.operations text[]
approval_rule.people uuid[]
approval_rule.resolver text
approval_rule.roles jsonb
approval_rule.row_proof bytea
approval_rule.share numeric
approval_rule.steps jsonb
approval_rule.superior boolean
approval_rule.updated_at timestamp with time zone not null
approval_rule.updated_by uuid
approval_rule.version integer not null default 1
approval_rule.ways text[]
approval_rule.when jsonb
attachment.acl_level smallint not null default 1
attachment.acl_read integer[] not null
attachment.acl_write integer[] not null
attachment.category text
attachment.created_at timestamp with time zone not null
attachment.created_by uuid
attachment.customer_id uuid not null
attachment.deleted_at timestamp with time zone
attachment.deleted_with uuid
attachment.files uuid[]
attachment.id uuid not null
attachment.import_id uuid
attachment.import_row integer
attachment.incomplete text[] not null default '{}'::text[]
attachment.remarks text
attachment.title text
attachment.updated_at timestamp with time zone not null
attachment.updated_by uuid
attachment.version integer not null default 1
audit_event.action text not null
audit_event.actor uuid
audit_event.at timestamp with time zone not null
audit_event.body text not null
audit_event.channel text not null
audit_event.epoch integer not null default 1
audit_event.fields text[]
audit_event.id bigint not null
audit_event.ip text
audit_event.level smallint
audit_event.object text
audit_event.owner uuid
audit_event.purpose text
audit_event.reason text
audit_event.record uuid
audit_event.records uuid[]
audit_event.request uuid
audit_event.result text not null
audit_event.rule text
audit_event.session uuid
audit_event.token uuid
audit_event.xid xid8 not null default pg_current_xact_id()
audit_seal.at timestamp with time zone not null
audit_seal.epoch integer not null
audit_seal.first timestamp with time zone
audit_seal.hash bytea not null
audit_seal.key text not null
audit_seal.kind text not null
audit_seal.last timestamp with time zone
audit_seal.leaves bytea not null
audit_seal.n integer not null
audit_seal.no bigint not null
audit_seal.note text
audit_seal.peaks bytea
audit_seal.prev bytea not null
audit_seal.root bytea not null
audit_seal.signature bytea not null
audit_seal.size bigint not null
audit_seal.x0 bigint not null
audit_seal.x1 bigint not null
case_step.acl_level smallint not null default 1
case_step.acl_read integer[] not null
case_step.acl_write integer[] not null
case_step.created_at timestamp with time zone not null
case_step.created_by uuid
case_step.customer_id uuid not null
case_step.days numeric
case_step.deleted_at timestamp with time zone
case_step.deleted_with uuid
case_step.due_at timestamp with time zone
case_step.ended_at timestamp with time zone
case_step.ended_by_id uuid
case_step.id uuid not null
case_step.import_id uuid
case_step.import_row integer
case_step.incomplete text[] not null default '{}'::text[]
case_step.late boolean
case_step.must boolean
case_step.name text
case_step.needed text[]
case_step.opened_at timestamp with time zone
case_step.owner_id uuid
case_step.person_id uuid
case_step.position numeric
case_step.procedure text
case_step.reason text
case_step.role text
case_step.run_id uuid
case_step.state text
case_step.todo_id uuid
case_step.updated_at timestamp with time zone not null
case_step.updated_by uuid
case_step.verified text[]
case_step.version integer not null default 1
case_step.what text
challenge.expires_at timestamp with time zone not null
challenge.hash bytea not null
challenge.ip text
challenge.purpose text not null
challenge.session_id uuid
challenge.user_id uuid
change_request.acl_level smallint not null default 1
change_request.acl_read integer[] not null
change_request.acl_write integer[] not null
change_request.asker_id uuid
change_request.awaits uuid[]
change_request.created_at timestamp with time zone not null
change_request.created_by uuid
change_request.decided_at timestamp with time zone
change_request.decider_id uuid
change_request.deleted_at timestamp with time zone
change_request.deleted_with uuid
change_request.due date
change_request.files uuid[]
change_request.grounds text
change_request.handed_to_id uuid
change_request.id uuid not null
change_request.import_id uuid
change_request.import_row integer
change_request.incomplete text[] not null default '{}'::text[]
change_request.object text
change_request.operation text
change_request.pace text
change_request.parts numeric
change_request.proposer_id uuid
change_request.record text
change_request.row_proof bytea
change_request.search_latin text not null default ''::text
change_request.search_text text not null default ''::text
change_request.source text
change_request.state text
change_request.subject text
change_request.talk text
change_request.updated_at timestamp with time zone not null
change_request.updated_by uuid
change_request.verdict text
change_request.version integer not null default 1
change_request.whole_id uuid
claim.record uuid not null
claim.scope text not null
claim.value text not null
comment.acl_level smallint not null default 1
comment.acl_read integer[] not null
comment.acl_write integer[] not null
comment.content text
comment.created_at timestamp with time zone not null
comment.created_by uuid
comment.customer_id uuid not null
comment.deleted_at timestamp with time zone
comment.deleted_with uuid
comment.id uuid not null
comment.import_id uuid
comment.import_row integer
comment.incomplete text[] not null default '{}'::text[]
comment.mentions uuid[]
comment.updated_at timestamp with time zone not null
comment.updated_by uuid
comment.version integer not null default 1
company.accent text
company.area_code text
company.complete_at_once numeric
company.complete_days numeric
company.complete_farthest numeric
company.complete_grace numeric
company.complete_remind numeric
company.created_at timestamp with time zone not null
company.created_by uuid
company.currency text
company.deleted_at timestamp with time zone
company.deleted_with uuid
company.export_bound numeric
company.id uuid not null
company.import_id uuid
company.import_row integer
company.language text
company.logo uuid[]
company.name text
company.row_proof bytea
company.sign_in_text text
company.three_officers boolean
company.time_zone text
company.updated_at timestamp with time zone not null
company.updated_by uuid
company.verify_ageing numeric
company.version integer not null default 1
company.work_week text[]
completeness_score.acl_level smallint not null default 1
completeness_score.acl_read integer[] not null
completeness_score.acl_write integer[] not null
completeness_score.complete numeric
completeness_score.created_at timestamp with time zone not null
completeness_score.created_by uuid
completeness_score.day date
completeness_score.deleted_at timestamp with time zone
completeness_score.deleted_with uuid
completeness_score.files numeric
completeness_score.id uuid not null
completeness_score.import_id uuid
completeness_score.import_row integer
completeness_score.incomplete text[] not null default '{}'::text[]
completeness_score.open numeric
completeness_score.owner_id uuid
completeness_score.row_proof bytea
completeness_score.share numeric
completeness_score.unit_id uuid
completeness_score.updated_at timestamp with time zone not null
completeness_score.updated_by uuid
completeness_score.version integer not null default 1
confirmation_link.acl_level smallint not null default 1
confirmation_link.acl_read integer[] not null
confirmation_link.acl_write integer[] not null
confirmation_link.answered_at timestamp with time zone
confirmation_link.answers jsonb
confirmation_link.check text
confirmation_link.created_at timestamp with time zone not null
confirmation_link.created_by uuid
confirmation_link.customer_id uuid not null
confirmation_link.deleted_at timestamp with time zone
confirmation_link.deleted_with uuid
confirmation_link.fields jsonb
confirmation_link.id uuid not null
confirmation_link.import_id uuid
confirmation_link.import_row integer
confirmation_link.incomplete text[] not null default '{}'::text[]
confirmation_link.language text
confirmation_link.name text
confirmation_link.opened_at timestamp with time zone
confirmation_link.origin text
confirmation_link.request_id uuid
confirmation_link.sender_id uuid
confirmation_link.state text
confirmation_link.updated_at timestamp with time zone not null
confirmation_link.updated_by uuid
confirmation_link.valid_until timestamp with time zone
confirmation_link.version integer not null default 1
confirmation_link.way text
consent.acl_level smallint not null default 1
consent.acl_read integer[] not null
consent.acl_write integer[] not null
consent.channels text[]
consent.created_at timestamp with time zone not null
consent.created_by uuid
consent.customer_id uuid not null
consent.deleted_at timestamp with time zone
consent.deleted_with uuid
consent.given_at timestamp with time zone
consent.id uuid not null
consent.import_id uuid
consent.import_row integer
consent.incomplete text[] not null default '{}'::text[]
consent.method text
consent.notice text
consent.notice_language text
consent.notice_version numeric
consent.proof uuid[]
consent.purpose_id uuid
consent.row_proof bytea
consent.subject text
consent.taken_by_id uuid
consent.until timestamp with time zone
consent.updated_at timestamp with time zone not null
consent.updated_by uuid
consent.version integer not null default 1
consent.withdrawn_at timestamp with time zone
consent.withdrawn_channels text[]
consent.withdrawn_how text
contact.acl_level smallint not null default 1
contact.acl_read integer[] not null
contact.acl_write integer[] not null
contact.birthday text
contact.created_at timestamp with time zone not null
contact.created_by uuid
contact.customer_id uuid not null
contact.decision_maker boolean
contact.deleted_at timestamp with time zone
contact.deleted_with uuid
contact.department text
contact.email bytea
contact.gender text
contact.id uuid not null
contact.import_id uuid
contact.import_row integer
contact.incomplete text[] not null default '{}'::text[]
contact.name text
contact.phone bytea
contact.preferred_method text
contact.primary boolean
contact.remarks text
contact.search_latin text not null default ''::text
contact.search_text text not null default ''::text
contact.title text
contact.updated_at timestamp with time zone not null
contact.updated_by uuid
contact.version integer not null default 1
contact.wechat bytea
counter.scope text not null
counter.value bigint not null
credential.changed_at timestamp with time zone not null default now()
credential.history text[] not null default '{}'::text[]
credential.must_change boolean not null default false
credential.password_hash text not null
credential.user_id uuid not null
credit.created_at timestamp with time zone not null
credit.created_by uuid
credit.day date
credit.deleted_at timestamp with time zone
credit.deleted_with uuid
credit.id uuid not null
credit.import_id uuid
credit.import_row integer
credit.person_id uuid
credit.reason text
credit.search_latin text not null default ''::text
credit.search_text text not null default ''::text
credit.updated_at timestamp with time zone not null
credit.updated_by uuid
credit.version integer not null default 1
custom_field.created_at timestamp with time zone not null
custom_field.created_by uuid
custom_field.deleted_at timestamp with time zone
custom_field.deleted_with uuid
custom_field.help_en text
custom_field.help_zh text
custom_field.hidden boolean
custom_field.id uuid not null
custom_field.import_id uuid
custom_field.import_row integer
custom_field.kind text
custom_field.label_en text
custom_field.label_zh text
custom_field.level text
custom_field.name text
custom_field.object text
custom_field.position numeric
custom_field.row_proof bytea
custom_field.sealed boolean
custom_field.searchable boolean
custom_field.settings jsonb
custom_field.updated_at timestamp with time zone not null
custom_field.updated_by uuid
custom_field.version integer not null default 1
custom_object.created_at timestamp with time zone not null
custom_object.created_by uuid
custom_object.custody text
custom_object.deleted_at timestamp with time zone
custom_object.deleted_with uuid
custom_object.icon text
custom_object.id uuid not null
custom_object.import_id uuid
custom_object.import_row integer
custom_object.label_en text
custom_object.label_zh text
custom_object.name text
custom_object.row_proof bytea
custom_object.updated_at timestamp with time zone not null
custom_object.updated_by uuid
custom_object.version integer not null default 1
customer.acl_level smallint not null default 1
customer.acl_read integer[] not null
customer.acl_work integer[]
customer.acl_write integer[] not null
customer.annual_revenue bigint
customer.annual_revenue_currency text
customer.archive_number text
customer.birthday text
customer.collaborators uuid[]
customer.created_at timestamp with time zone not null
customer.created_by uuid
customer.credit_code text
customer.deal_amount bigint
customer.deal_amount_currency text
customer.deleted_at timestamp with time zone
customer.deleted_with uuid
customer.email bytea
customer.employees numeric
customer.fax bytea
customer.gender text
customer.id uuid not null
customer.id_number bytea
customer.import_id uuid
customer.import_row integer
customer.incomplete text[] not null default '{}'::text[]
customer.industry text
customer.last_followed_up timestamp with time zone
customer.last_purchase_at date
customer.legal_representative text
customer.level text
customer.name text
customer.next_follow_up date
customer.owner_id uuid
customer.parent_id uuid
customer.phone bytea
customer.purchase_count numeric
customer.purchase_total bigint
customer.purchase_total_currency text
customer.region text
customer.remarks text
customer.row_proof bytea
customer.search_latin text not null default ''::text
customer.search_text text not null default ''::text
customer.secret_remarks bytea
customer.short_name text
customer.size text
customer.source text
customer.stage text
customer.status text
customer.street bytea
customer.tags text[]
customer.tier text
customer.type text
customer.unit_id uuid
customer.updated_at timestamp with time zone not null
customer.updated_by uuid
customer.version integer not null default 1
customer.website text
customer.wechat bytea
dashboard.charts jsonb
dashboard.created_at timestamp with time zone not null
dashboard.created_by uuid
dashboard.deleted_at timestamp with time zone
dashboard.deleted_with uuid
dashboard.id uuid not null
dashboard.import_id uuid
dashboard.import_row integer
dashboard.name text
dashboard.owner_id uuid
dashboard.shared boolean
dashboard.updated_at timestamp with time zone not null
dashboard.updated_by uuid
dashboard.version integer not null default 1
data_key.created_at timestamp with time zone not null default now()
data_key.destroyed_at timestamp with time zone
data_key.id bigint not null
data_key.level smallint not null
data_key.level_key integer not null
data_key.owner uuid not null
data_key.wrapped bytea
delegation.absent_id uuid
delegation.created_at timestamp with time zone not null
delegation.created_by uuid
delegation.deleted_at timestamp with time zone
delegation.deleted_with uuid
delegation.deputy_id uuid
delegation.from timestamp with time zone
delegation.grounds text
delegation.id uuid not null
delegation.import_id uuid
delegation.import_row integer
delegation.row_proof bytea
delegation.until timestamp with time zone
delegation.updated_at timestamp with time zone not null
delegation.updated_by uuid
delegation.version integer not null default 1
disclosure.acl_level smallint not null default 1
disclosure.acl_read integer[] not null
disclosure.acl_write integer[] not null
disclosure.at timestamp with time zone
disclosure.categories text[]
disclosure.created_at timestamp with time zone not null
disclosure.created_by uuid
disclosure.customer_id uuid not null
disclosure.deleted_at timestamp with time zone
disclosure.deleted_with uuid
disclosure.details text
disclosure.id uuid not null
disclosure.import_id uuid
disclosure.import_row integer
disclosure.incomplete text[] not null default '{}'::text[]
disclosure.means text
disclosure.purpose_id uuid
disclosure.recipient text
disclosure.recipient_contact text
disclosure.responsible_id uuid
disclosure.search_latin text not null default ''::text
disclosure.search_text text not null default ''::text
disclosure.separate_consent text
disclosure.updated_at timestamp with time zone not null
disclosure.updated_by uuid
disclosure.version integer not null default 1
duplicate_answer.at timestamp with time zone not null default now()
duplicate_answer.person uuid not null
duplicate_answer.record uuid not null
duplicate_answer.told boolean not null default true
duplicate_pair.apart_at timestamp with time zone
duplicate_pair.apart_by uuid
duplicate_pair.group_id uuid
duplicate_pair.object text not null
duplicate_pair.one uuid not null
duplicate_pair.other uuid not null
duplicate_pair.points integer not null
duplicate_pair.reasons jsonb not null
duplicate_pair.verdict text not null
duplicate_place.begun_at timestamp with time zone not null default now()
duplicate_place.object text not null
duplicate_place.place jsonb not null
duplicate_place.walked_at timestamp with time zone
edition.act text
edition.body text
edition.created_at timestamp with time zone not null
edition.created_by uuid
edition.deleted_at timestamp with time zone
edition.deleted_with uuid
edition.everyone boolean
edition.from date
edition.governs text
edition.governs_own_id uuid
edition.id uuid not null
edition.import_id uuid
edition.import_row integer
edition.kind text
edition.must_read boolean
edition.number numeric
edition.own_roles uuid[]
edition.penalty text
edition.pinned boolean
edition.publication_id uuid
edition.published_at timestamp with time zone
edition.published_by_id uuid
edition.receipts_from numeric
edition.roles text[]
edition.search_latin text not null default ''::text
edition.search_text text not null default ''::text
edition.stages text[]
edition.starts text
edition.state text
edition.steps jsonb
edition.title text
edition.units uuid[]
edition.until date
edition.updated_at timestamp with time zone not null
edition.updated_by uuid
edition.version integer not null default 1
emergency_access.access text
emergency_access.acl_level smallint not null default 1
emergency_access.acl_read integer[] not null
emergency_access.acl_write integer[] not null
emergency_access.created_at timestamp with time zone not null
emergency_access.created_by uuid
emergency_access.customer_id uuid not null
emergency_access.deleted_at timestamp with time zone
emergency_access.deleted_with uuid
emergency_access.finding text
emergency_access.from timestamp with time zone
emergency_access.grounds text
emergency_access.id uuid not null
emergency_access.import_id uuid
emergency_access.import_row integer
emergency_access.incomplete text[] not null default '{}'::text[]
emergency_access.opinion text
emergency_access.review_by timestamp with time zone
emergency_access.reviewed_at timestamp with time zone
emergency_access.reviewer_id uuid
emergency_access.row_proof bytea
emergency_access.state text
emergency_access.until timestamp with time zone
emergency_access.updated_at timestamp with time zone not null
emergency_access.updated_by uuid
emergency_access.user_id uuid
emergency_access.version integer not null default 1
event.acl integer[]
event.action text not null
event.actor uuid
event.at timestamp with time zone not null default now()
event.id bigint not null
event.level smallint
event.object text not null
event.records uuid[] not null
export.acl_level smallint not null default 1
export.acl_read integer[] not null
export.acl_write integer[] not null
export.approval text
export.columns jsonb
export.contents text
export.created_at timestamp with time zone not null
export.created_by uuid
export.criteria text
export.deleted_at timestamp with time zone
export.deleted_with uuid
export.fetched_at timestamp with time zone
export.format text
export.grounds text
export.id uuid not null
export.import_id uuid
export.import_row integer
export.incomplete text[] not null default '{}'::text[]
export.job text
export.level numeric
export.means text
export.number text
export.object text
export.purpose_id uuid
export.recipient text
export.recipient_contact text
export.requester_id uuid
export.row_proof bytea
export.rows numeric
export.selection bytea
export.separate_consent text
export.signers uuid[]
export.state text
export.unit_id uuid
export.until timestamp with time zone
export.updated_at timestamp with time zone not null
export.updated_by uuid
export.version integer not null default 1
favourite.acl_level smallint not null default 1
favourite.acl_read integer[] not null
favourite.acl_write integer[] not null
favourite.created_at timestamp with time zone not null
favourite.created_by uuid
favourite.deleted_at timestamp with time zone
favourite.deleted_with uuid
favourite.id uuid not null
favourite.import_id uuid
favourite.import_row integer
favourite.incomplete text[] not null default '{}'::text[]
favourite.object text
favourite.owner_id uuid
favourite.page text
favourite.position numeric
favourite.record text
favourite.row_proof bytea
favourite.updated_at timestamp with time zone not null
favourite.updated_by uuid
favourite.version integer not null default 1
field_change.after bytea
field_change.at timestamp with time zone not null
field_change.before bytea
field_change.by uuid
field_change.field text not null
field_change.id uuid not null
field_change.object text not null
field_change.owner uuid
field_change.reason text
field_change.record uuid not null
field_change.request uuid
field_change.undo_of uuid
field_change.version integer not null
field_rule.created_at timestamp with time zone not null
field_rule.created_by uuid
field_rule.deleted_at timestamp with time zone
field_rule.deleted_with uuid
field_rule.field text
field_rule.id uuid not null
field_rule.import_id uuid
field_rule.import_row integer
field_rule.object text
field_rule.parts jsonb
field_rule.row_proof bytea
field_rule.rule text
field_rule.updated_at timestamp with time zone not null
field_rule.updated_by uuid
field_rule.version integer not null default 1
field_rule.when jsonb
file.content_key bytea
file.hash bytea
file.id uuid not null
file.name bytea not null
file.object text
file.record uuid
file.size bigint not null
file.type text not null
file.uploaded_at timestamp with time zone not null default now()
file.uploaded_by uuid
file_reading.at timestamp with time zone not null default now()
file_reading.by uuid not null
file_reading.file uuid not null
follow_up.acl_level smallint not null default 1
follow_up.acl_read integer[] not null
follow_up.acl_write integer[] not null
follow_up.at timestamp with time zone
follow_up.by_id uuid
follow_up.contact_id uuid
follow_up.content text
follow_up.created_at timestamp with time zone not null
follow_up.created_by uuid
follow_up.customer_id uuid not null
follow_up.deleted_at timestamp with time zone
follow_up.deleted_with uuid
follow_up.files uuid[]
follow_up.id uuid not null
follow_up.import_id uuid
follow_up.import_row integer
follow_up.incomplete text[] not null default '{}'::text[]
follow_up.mentions uuid[]
follow_up.method text
follow_up.next_at date
follow_up.next_step text
follow_up.updated_at timestamp with time zone not null
follow_up.updated_by uuid
follow_up.version integer not null default 1
form_draft.content bytea not null
form_draft.gathered boolean not null default false
form_draft.kept_at timestamp with time zone not null default now()
form_draft.object text not null
form_draft.owner uuid not null
form_draft.parent uuid not null
form_draft.person uuid not null
form_draft.record uuid not null
form_draft.version integer
holiday.created_at timestamp with time zone not null
holiday.created_by uuid
holiday.deleted_at timestamp with time zone
holiday.deleted_with uuid
holiday.from date
holiday.id uuid not null
holiday.import_id uuid
holiday.import_row integer
holiday.name text
holiday.row_proof bytea
holiday.search_latin text not null default ''::text
holiday.search_text text not null default ''::text
holiday.until date
holiday.updated_at timestamp with time zone not null
holiday.updated_by uuid
holiday.version integer not null default 1
holiday.works text
idempotency.actor text not null
idempotency.answer bytea
idempotency.at timestamp with time zone not null default now()
idempotency.key text not null
idempotency.request_hash bytea not null
import.actor uuid not null
import.counts jsonb not null
import.created_at timestamp with time zone not null default now()
import.error jsonb
import.file uuid not null
import.file_name bytea not null
import.id uuid not null
import.job uuid
import.object text not null
import.settings jsonb not null
import.state text not null
import.updated_at timestamp with time zone not null default now()
import_change.act text not null
import_change.import uuid not null
import_change.object text not null
import_change.record uuid not null
import_change.request uuid
import_change.row integer not null
import_change.version integer
import_row.cells bytea not null
import_row.errors jsonb
import_row.import uuid not null
import_row.record uuid
import_row.row integer not null
import_row.state text not null
improvement.acl_level smallint not null default 1
improvement.acl_read integer[] not null
improvement.acl_write integer[] not null
improvement.after numeric
improvement.appraisal_id uuid
improvement.before numeric
improvement.check_on date
improvement.checked_at timestamp with time zone
improvement.checker_id uuid
improvement.created_at timestamp with time zone not null
improvement.created_by uuid
improvement.deleted_at timestamp with time zone
improvement.deleted_with uuid
improvement.done text
improvement.due_on date
improvement.effective text
improvement.figure text
improvement.figure_length text
improvement.finding text
improvement.id uuid not null
improvement.import_id uuid
improvement.import_row integer
improvement.incomplete text[] not null default '{}'::text[]
improvement.measure text
improvement.meeting_action_id uuid
improvement.owner_id uuid
improvement.plan text
improvement.problem text
improvement.review_finding_id uuid
improvement.round numeric
improvement.row_proof bytea
improvement.search_latin text not null default ''::text
improvement.search_text text not null default ''::text
improvement.source text
improvement.stage text
improvement.standard text
improvement.suggestion_id uuid
improvement.target numeric
improvement.title text
improvement.unit_id uuid
improvement.updated_at timestamp with time zone not null
improvement.updated_by uuid
improvement.version integer not null default 1
index_key.created_at timestamp with time zone not null default now()
index_key.emptied_at timestamp with time zone
index_key.id integer not null
index_key.keyed_check bytea not null
index_key.retired_at timestamp with time zone
index_key.used_from timestamp with time zone
indicator_score.acl_level smallint not null default 1
indicator_score.acl_read integer[] not null
indicator_score.acl_write integer[] not null
indicator_score.age numeric
indicator_score.checked numeric
indicator_score.complete numeric
indicator_score.created_at timestamp with time zone not null
indicator_score.created_by uuid
indicator_score.deleted_at timestamp with time zone
indicator_score.deleted_with uuid
indicator_score.files numeric
indicator_score.from date
indicator_score.hash text
indicator_score.id uuid not null
indicator_score.import_id uuid
indicator_score.import_row integer
indicator_score.incomplete text[] not null default '{}'::text[]
indicator_score.length text
indicator_score.on_time numeric
indicator_score.owner_id uuid
indicator_score.period text
indicator_score.right numeric
indicator_score.row_proof bytea
indicator_score.tasks numeric
indicator_score.unit_id uuid
indicator_score.until date
indicator_score.updated numeric
indicator_score.updated_at timestamp with time zone not null
indicator_score.updated_by uuid
indicator_score.updates_due numeric
indicator_score.version integer not null default 1
indicator_score.work numeric
job.actor uuid
job.cancel_requested boolean not null default false
job.created_at timestamp with time zone not null default now()
job.done bigint not null default 0
job.error jsonb
job.id uuid not null
job.input jsonb not null
job.kind text not null
job.place jsonb
job.purpose text
job.state text not null default 'queued'::text
job.total bigint
job.updated_at timestamp with time zone not null default now()
layout.created_at timestamp with time zone not null
layout.created_by uuid
layout.deleted_at timestamp with time zone
layout.deleted_with uuid
layout.id uuid not null
layout.import_id uuid
layout.import_row integer
layout.object text
layout.row_proof bytea
layout.sections jsonb
layout.updated_at timestamp with time zone not null
layout.updated_by uuid
layout.version integer not null default 1
level_key.created_at timestamp with time zone not null default now()
level_key.id integer not null
level_key.level smallint not null
level_key.master text not null
level_key.retired_at timestamp with time zone
level_key.wrapped bytea
level_key.year smallint not null
log_report.acl_level smallint not null default 1
log_report.acl_read integer[] not null
log_report.acl_write integer[] not null
log_report.actions text[]
log_report.active boolean
log_report.address text
log_report.addressees uuid[]
log_report.created_at timestamp with time zone not null
log_report.created_by uuid
log_report.deleted_at timestamp with time zone
log_report.deleted_with uuid
log_report.file text
log_report.hour numeric
log_report.id uuid not null
log_report.import_id uuid
log_report.import_row integer
log_report.incomplete text[] not null default '{}'::text[]
log_report.name text
log_report.next_due timestamp with time zone
log_report.owner_id uuid
log_report.period text
log_report.person_id uuid
log_report.result text
log_report.rhythm text
log_report.row_proof bytea
log_report.updated_at timestamp with time zone not null
log_report.updated_by uuid
log_report.version integer not null default 1
log_report.words text
lookup.field text not null
lookup.hash bytea not null
lookup.index_key integer not null
lookup.kind text not null
lookup.object text not null
lookup.owner_id uuid not null
lookup.record_id uuid not null
master_key.algorithm text not null
master_key.created_at timestamp with time zone not null default now()
master_key.fingerprint text not null
master_key.house uuid not null
master_key.retired_at timestamp with time zone
meeting.absent uuid[]
meeting.acl_level smallint not null default 1
meeting.acl_read integer[] not null
meeting.acl_write integer[] not null
meeting.chair_id uuid
meeting.closed_at timestamp with time zone
meeting.closed_by_id uuid
meeting.created_at timestamp with time zone not null
meeting.created_by uuid
meeting.deleted_at timestamp with time zone
meeting.deleted_with uuid
meeting.id uuid not null
meeting.import_id uuid
meeting.import_row integer
meeting.incomplete text[] not null default '{}'::text[]
meeting.name text
meeting.participants uuid[]
meeting.place text
meeting.recorder_id uuid
meeting.row_proof bytea
meeting.search_latin text not null default ''::text
meeting.search_text text not null default ''::text
meeting.series_id uuid
meeting.starts_at timestamp with time zone
meeting.state text
meeting.summary text
meeting.unit_id uuid
meeting.updated_at timestamp with time zone not null
meeting.updated_by uuid
meeting.version integer not null default 1
meeting_action.acl_level smallint not null default 1
meeting_action.acl_read integer[] not null
meeting_action.acl_write integer[] not null
meeting_action.assignee_id uuid
meeting_action.created_at timestamp with time zone not null
meeting_action.created_by uuid
meeting_action.deleted_at timestamp with time zone
meeting_action.deleted_with uuid
meeting_action.due_on date
meeting_action.id uuid not null
meeting_action.import_id uuid
meeting_action.import_row integer
meeting_action.incomplete text[] not null default '{}'::text[]
meeting_action.item_id uuid
meeting_action.meeting_id uuid not null
meeting_action.sealed boolean
meeting_action.series_id uuid
meeting_action.state text
meeting_action.title text
meeting_action.updated_at timestamp with time zone not null
meeting_action.updated_by uuid
meeting_action.version integer not null default 1
migration.at timestamp with time zone not null default now()
migration.hash text not null
migration.id integer not null
migration.name text not null
module_switch.active boolean
module_switch.created_at timestamp with time zone not null
module_switch.created_by uuid
module_switch.deleted_at timestamp with time zone
module_switch.deleted_with uuid
module_switch.id uuid not null
module_switch.import_id uuid
module_switch.import_row integer
module_switch.label_en text
module_switch.label_zh text
module_switch.module text
module_switch.row_proof bytea
module_switch.updated_at timestamp with time zone not null
module_switch.updated_by uuid
module_switch.version integer not null default 1
need.acl_level smallint not null default 1
need.acl_read integer[] not null
need.acl_write integer[] not null
need.created_at timestamp with time zone not null
need.created_by uuid
need.customer_id uuid not null
need.deleted_at timestamp with time zone
need.deleted_with uuid
need.details text
need.id uuid not null
need.import_id uuid
need.import_row integer
need.incomplete text[] not null default '{}'::text[]
need.priority text
need.state text
need.title text
need.updated_at timestamp with time zone not null
need.updated_by uuid
need.version integer not null default 1
need.wanted_by date
notification.acl_level smallint not null default 1
notification.acl_read integer[] not null
notification.acl_write integer[] not null
notification.actor_id uuid
notification.at timestamp with time zone
notification.count numeric
notification.created_at timestamp with time zone not null
notification.created_by uuid
notification.deleted_at timestamp with time zone
notification.deleted_with uuid
notification.detail text
notification.id uuid not null
notification.import_id uuid
notification.import_row integer
notification.incomplete text[] not null default '{}'::text[]
notification.kind text
notification.object text
notification.read_at timestamp with time zone
notification.reader_id uuid
notification.record text
notification.row_proof bytea
notification.updated_at timestamp with time zone not null
notification.updated_by uuid
notification.version integer not null default 1
outbox.actor uuid
outbox.attempts integer not null default 0
outbox.content bytea
outbox.ended_at timestamp with time zone
outbox.id uuid not null
outbox.kind text not null
outbox.object text not null default 'user'::text
outbox.person uuid not null
outbox.queued_at timestamp with time zone not null default now()
outbox.sender text not null
outbox.state text not null default 'queued'::text
outbox.trouble text
outbox.until timestamp with time zone not null
own_setting.person uuid not null
own_setting.tour text
own_setting.views jsonb not null default '{}'::jsonb
passkey.counter bigint not null
passkey.created_at timestamp with time zone not null default now()
passkey.credential_id bytea not null
passkey.id uuid not null
passkey.name text not null
passkey.public_key bytea not null
passkey.rp text not null
passkey.seen_at timestamp with time zone
passkey.transports text[] not null default '{}'::text[]
passkey.user_id uuid not null
plain_remains.sealed_at timestamp with time zone
plain_remains.single boolean not null default true
preference.acl_level smallint not null default 1
preference.acl_read integer[] not null
preference.acl_write integer[] not null
preference.content text
preference.created_at timestamp with time zone not null
preference.created_by uuid
preference.customer_id uuid not null
preference.deleted_at timestamp with time zone
preference.deleted_with uuid
preference.id uuid not null
preference.import_id uuid
preference.import_row integer
preference.incomplete text[] not null default '{}'::text[]
preference.topic text
preference.updated_at timestamp with time zone not null
preference.updated_by uuid
preference.version integer not null default 1
principal.grantee uuid
principal.id uuid not null
principal.key integer not null
principal.kind text not null
principal.personal boolean not null default false
principal.stands_for uuid
principal.valid_from timestamp with time zone
principal.valid_until timestamp with time zone
procedure_case.acl_level smallint not null default 1
procedure_case.acl_read integer[] not null
procedure_case.acl_write integer[] not null
procedure_case.created_at timestamp with time zone not null
procedure_case.created_by uuid
procedure_case.customer_id uuid not null
procedure_case.deleted_at timestamp with time zone
procedure_case.deleted_with uuid
procedure_case.edition_id uuid
procedure_case.ended_at timestamp with time zone
procedure_case.id uuid not null
procedure_case.import_id uuid
procedure_case.import_row integer
procedure_case.incomplete text[] not null default '{}'::text[]
procedure_case.name text
procedure_case.object text
procedure_case.record text
procedure_case.started_at timestamp with time zone
procedure_case.started_by_id uuid
procedure_case.state text
procedure_case.updated_at timestamp with time zone not null
procedure_case.updated_by uuid
procedure_case.version integer not null default 1
product.code text
product.created_at timestamp with time zone not null
product.created_by uuid
product.deleted_at timestamp with time zone
product.deleted_with uuid
product.details text
product.id uuid not null
product.import_id uuid
product.import_row integer
product.name text
product.on_sale boolean
product.price bigint
product.price_currency text
product.search_latin text not null default ''::text
product.search_text text not null default ''::text
product.type text
product.unit_of_measure text
product.updated_at timestamp with time zone not null
product.updated_by uuid
product.version integer not null default 1
proposal.cause jsonb
proposal.content bytea not null
proposal.duties text[] not null
proposal.hash bytea not null
proposal.id uuid not null
proposal.made_at timestamp with time zone not null default now()
proposal.owner uuid not null
proposal.people uuid[]
proposal_step.at timestamp with time zone not null
proposal_step.by uuid
proposal_step.content bytea
proposal_step.id uuid not null
proposal_step.kind text not null
proposal_step.marks text[]
proposal_step.person uuid
proposal_step.place smallint
proposal_step.proposal uuid not null
publication.acl_level smallint not null default 1
publication.acl_read integer[] not null
publication.acl_write integer[] not null
publication.act text
publication.ask_again boolean
publication.body text
publication.created_at timestamp with time zone not null
publication.created_by uuid
publication.deleted_at timestamp with time zone
publication.deleted_with uuid
publication.edition numeric
publication.from date
publication.governs text
publication.governs_own_id uuid
publication.id uuid not null
publication.import_id uuid
publication.import_row integer
publication.incomplete text[] not null default '{}'::text[]
publication.kind text
publication.must_read boolean
publication.own_roles uuid[]
publication.owner_id uuid
publication.penalty text
publication.pinned boolean
publication.roles text[]
publication.row_proof bytea
publication.search_latin text not null default ''::text
publication.search_text text not null default ''::text
publication.stages text[]
publication.starts text
publication.state text
publication.steps jsonb
publication.title text
publication.unit_id uuid
publication.units uuid[]
publication.until date
publication.updated_at timestamp with time zone not null
publication.updated_by uuid
publication.version integer not null default 1
purchase.acl_level smallint not null default 1
purchase.acl_read integer[] not null
purchase.acl_write integer[] not null
purchase.amount bigint
purchase.amount_currency text
purchase.created_at timestamp with time zone not null
purchase.created_by uuid
purchase.customer_id uuid not null
purchase.date date
purchase.deleted_at timestamp with time zone
purchase.deleted_with uuid
purchase.id uuid not null
purchase.import_id uuid
purchase.import_row integer
purchase.incomplete text[] not null default '{}'::text[]
purchase.product_id uuid
purchase.quantity numeric
purchase.remarks text
purchase.summary text
purchase.updated_at timestamp with time zone not null
purchase.updated_by uuid
purchase.version integer not null default 1
purpose.active boolean
purpose.basis text
purpose.code text
purpose.created_at timestamp with time zone not null
purpose.created_by uuid
purpose.default_for text[]
purpose.deleted_at timestamp with time zone
purpose.deleted_with uuid
purpose.id uuid not null
purpose.import_id uuid
purpose.import_row integer
purpose.name_en text
purpose.name_zh text
purpose.notice_en text
purpose.notice_version numeric
purpose.notice_zh text
purpose.oldest_notice numeric
purpose.row_proof bytea
purpose.search_latin text not null default ''::text
purpose.search_text text not null default ''::text
purpose.updated_at timestamp with time zone not null
purpose.updated_by uuid
purpose.version integer not null default 1
read_receipt.acl_level smallint not null default 1
read_receipt.acl_read integer[] not null
read_receipt.acl_write integer[] not null
read_receipt.created_at timestamp with time zone not null
read_receipt.created_by uuid
read_receipt.deleted_at timestamp with time zone
read_receipt.deleted_with uuid
read_receipt.edition_id uuid
read_receipt.id uuid not null
read_receipt.import_id uuid
read_receipt.import_row integer
read_receipt.incomplete text[] not null default '{}'::text[]
read_receipt.number numeric
read_receipt.publication_id uuid
read_receipt.read_at timestamp with time zone
read_receipt.reader_id uuid
read_receipt.row_proof bytea
read_receipt.title text
read_receipt.updated_at timestamp with time zone not null
read_receipt.updated_by uuid
read_receipt.version integer not null default 1
reading_alarm.by uuid not null
reading_alarm.minutes integer not null
reading_alarm.until timestamp with time zone not null
record_merge.at timestamp with time zone not null
record_merge.by uuid
record_merge.id uuid not null
record_merge.kept uuid not null
record_merge.object text not null
record_merge.undone_at timestamp with time zone
record_merge.undone_by uuid
record_merge_part.merge uuid not null
record_merge_part.number text
record_merge_part.object text not null
record_merge_part.past jsonb
record_merge_part.record uuid not null
record_merge_part.role text not null
record_merge_part.version integer
recovery_code.hash bytea not null
recovery_code.user_id uuid not null
regular_meeting.acl_level smallint not null default 1
regular_meeting.acl_read integer[] not null
regular_meeting.acl_write integer[] not null
regular_meeting.active boolean
regular_meeting.agenda text
regular_meeting.chair_id uuid
regular_meeting.created_at timestamp with time zone not null
regular_meeting.created_by uuid
regular_meeting.deleted_at timestamp with time zone
regular_meeting.deleted_with uuid
regular_meeting.id uuid not null
regular_meeting.import_id uuid
regular_meeting.import_row integer
regular_meeting.incomplete text[] not null default '{}'::text[]
regular_meeting.name text
regular_meeting.next_on date
regular_meeting.participants uuid[]
regular_meeting.place text
regular_meeting.recorder_id uuid
regular_meeting.rhythm text
regular_meeting.row_proof bytea
regular_meeting.search_latin text not null default ''::text
regular_meeting.search_text text not null default ''::text
regular_meeting.start_on date
regular_meeting.time text
regular_meeting.unit_id uuid
regular_meeting.updated_at timestamp with time zone not null
regular_meeting.updated_by uuid
regular_meeting.version integer not null default 1
reveal.at timestamp with time zone not null default now()
reveal.by uuid not null
reveal.field text not null
reveal.id uuid not null
reveal.level smallint not null
reveal.object text not null
reveal.owner uuid
reveal.reason text not null
reveal.record uuid not null
reveal.use text not null
review_finding.acl_level smallint not null default 1
review_finding.acl_read integer[] not null
review_finding.acl_write integer[] not null
review_finding.created_at timestamp with time zone not null
review_finding.created_by uuid
review_finding.customer_id uuid not null
review_finding.deleted_at timestamp with time zone
review_finding.deleted_with uuid
review_finding.field text
review_finding.id uuid not null
review_finding.import_id uuid
review_finding.import_row integer
review_finding.incomplete text[] not null default '{}'::text[]
review_finding.item_id uuid
review_finding.kind text
review_finding.note text
review_finding.request_id uuid
review_finding.reviewer_id uuid
review_finding.round_id uuid
review_finding.state text
review_finding.twin_id uuid
review_finding.updated_at timestamp with time zone not null
review_finding.updated_by uuid
review_finding.version integer not null default 1
review_item.access text
review_item.acl_level smallint not null default 1
review_item.acl_read integer[] not null
review_item.acl_write integer[] not null
review_item.assignee_id uuid
review_item.created_at timestamp with time zone not null
review_item.created_by uuid
review_item.customer_id uuid not null
review_item.deleted_at timestamp with time zone
review_item.deleted_with uuid
review_item.done_at timestamp with time zone
review_item.done_by_id uuid
review_item.file_owner_id uuid
review_item.from timestamp with time zone
review_item.id uuid not null
review_item.import_id uuid
review_item.import_row integer
review_item.incomplete text[] not null default '{}'::text[]
review_item.name text
review_item.note text
review_item.result text
review_item.round_id uuid
review_item.row_proof bytea
review_item.seen_version numeric
review_item.state text
review_item.todo_id uuid
review_item.until timestamp with time zone
review_item.updated_at timestamp with time zone not null
review_item.updated_by uuid
review_item.version integer not null default 1
review_plan.acl_level smallint not null default 1
review_plan.acl_read integer[] not null
review_plan.acl_write integer[] not null
review_plan.active boolean
review_plan.created_at timestamp with time zone not null
review_plan.created_by uuid
review_plan.deleted_at timestamp with time zone
review_plan.deleted_with uuid
review_plan.details text
review_plan.filter jsonb
review_plan.id uuid not null
review_plan.import_id uuid
review_plan.import_row integer
review_plan.incomplete text[] not null default '{}'::text[]
review_plan.name text
review_plan.next_on date
review_plan.owner_id uuid
review_plan.reviewers uuid[]
review_plan.rhythm text
review_plan.row_proof bytea
review_plan.sample text
review_plan.sample_size numeric
review_plan.search_latin text not null default ''::text
review_plan.search_text text not null default ''::text
review_plan.start_on date
review_plan.unit_id uuid
review_plan.updated_at timestamp with time zone not null
review_plan.updated_by uuid
review_plan.version integer not null default 1
review_plan.working_days numeric
review_round.acl_level smallint not null default 1
review_round.acl_read integer[] not null
review_round.acl_write integer[] not null
review_round.closed_at timestamp with time zone
review_round.closed_by_id uuid
review_round.created_at timestamp with time zone not null
review_round.created_by uuid
review_round.deleted_at timestamp with time zone
review_round.deleted_with uuid
review_round.due_on date
review_round.id uuid not null
review_round.import_id uuid
review_round.import_row integer
review_round.incomplete text[] not null default '{}'::text[]
review_round.name text
review_round.opened_on date
review_round.owner_id uuid
review_round.plan_id uuid
review_round.report jsonb
review_round.report_hash text
review_round.row_proof bytea
review_round.search_latin text not null default ''::text
review_round.search_text text not null default ''::text
review_round.seed text
review_round.state text
review_round.unit_id uuid
review_round.updated_at timestamp with time zone not null
review_round.updated_by uuid
review_round.version integer not null default 1
role.active boolean
role.clearance text
role.created_at timestamp with time zone not null
role.created_by uuid
role.default_purpose_id uuid
role.deleted_at timestamp with time zone
role.deleted_with uuid
role.description text
role.duties text[]
role.field_rights jsonb
role.grants jsonb
role.id uuid not null
role.import_id uuid
role.import_row integer
role.name_en text
role.name_zh text
role.plain text
role.purposes uuid[]
role.read_limit numeric
role.row_proof bytea
role.search_latin text not null default ''::text
role.search_text text not null default ''::text
role.updated_at timestamp with time zone not null
role.updated_by uuid
role.version integer not null default 1
role_assignment.created_at timestamp with time zone not null
role_assignment.created_by uuid
role_assignment.deleted_at timestamp with time zone
role_assignment.deleted_with uuid
role_assignment.from timestamp with time zone
role_assignment.grounds text
role_assignment.id uuid not null
role_assignment.import_id uuid
role_assignment.import_row integer
role_assignment.role_id uuid
role_assignment.row_proof bytea
role_assignment.until timestamp with time zone
role_assignment.updated_at timestamp with time zone not null
role_assignment.updated_by uuid
role_assignment.user_id uuid
role_assignment.version integer not null default 1
rule_exception.acl_level smallint not null default 1
rule_exception.acl_read integer[] not null
rule_exception.acl_write integer[] not null
rule_exception.created_at timestamp with time zone not null
rule_exception.created_by uuid
rule_exception.customer_id uuid not null
rule_exception.deleted_at timestamp with time zone
rule_exception.deleted_with uuid
rule_exception.field text
rule_exception.grounds text
rule_exception.id uuid not null
rule_exception.import_id uuid
rule_exception.import_row integer
rule_exception.incomplete text[] not null default '{}'::text[]
rule_exception.until date
rule_exception.updated_at timestamp with time zone not null
rule_exception.updated_by uuid
rule_exception.version integer not null default 1
saved_view.created_at timestamp with time zone not null
saved_view.created_by uuid
saved_view.default_for text[]
saved_view.default_for_own uuid[]
saved_view.deleted_at timestamp with time zone
saved_view.deleted_with uuid
saved_view.id uuid not null
saved_view.import_id uuid
saved_view.import_row integer
saved_view.name text
saved_view.object text
saved_view.owner_id uuid
saved_view.settings jsonb
saved_view.shared boolean
saved_view.updated_at timestamp with time zone not null
saved_view.updated_by uuid
saved_view.version integer not null default 1
sealed_search.at timestamp with time zone not null default now()
sealed_search.by uuid not null
sealed_search.kind text not null
sealed_search.missed boolean not null
sealed_search.text bytea not null
second_entry.acl_level smallint not null default 1
second_entry.acl_read integer[] not null
second_entry.acl_write integer[] not null
second_entry.assignee_id uuid
second_entry.created_at timestamp with time zone not null
second_entry.created_by uuid
second_entry.customer_id uuid not null
second_entry.deleted_at timestamp with time zone
second_entry.deleted_with uuid
second_entry.due_on date
second_entry.entered_at timestamp with time zone
second_entry.entered_by_id uuid
second_entry.field text
second_entry.held boolean
second_entry.id uuid not null
second_entry.import_id uuid
second_entry.import_row integer
second_entry.incomplete text[] not null default '{}'::text[]
second_entry.keyed_at timestamp with time zone
second_entry.keyed_by_id uuid
second_entry.object text
second_entry.record text
second_entry.request_id uuid
second_entry.right text
second_entry.settled_at timestamp with time zone
second_entry.settled_by_id uuid
second_entry.state text
second_entry.todo_id uuid
second_entry.updated_at timestamp with time zone not null
second_entry.updated_by uuid
second_entry.version integer not null default 1
second_entry.way text
service_standard.contact_days numeric
service_standard.created_at timestamp with time zone not null
service_standard.created_by uuid
service_standard.deleted_at timestamp with time zone
service_standard.deleted_with uuid
service_standard.id uuid not null
service_standard.import_id uuid
service_standard.import_row integer
service_standard.offers text
service_standard.response_hours numeric
service_standard.tier text
service_standard.updated_at timestamp with time zone not null
service_standard.updated_by uuid
service_standard.version integer not null default 1
session.agent text
session.created_at timestamp with time zone not null default now()
session.expires_at timestamp with time zone not null
session.id uuid not null
session.ip text
session.method text not null default 'password'::text
session.proven_at timestamp with time zone
session.seen_at timestamp with time zone not null default now()
session.token_hash bytea not null
session.user_id uuid not null
setting.changed_at timestamp with time zone not null default now()
setting.name text not null
setting.value jsonb not null
shred_ledger.actor uuid
shred_ledger.at timestamp with time zone not null default now()
shred_ledger.id bigint not null
shred_ledger.owner uuid not null
shred_ledger.reason text not null
sign_in_attempt.blocked_until timestamp with time zone
sign_in_attempt.failures integer not null
sign_in_attempt.key bytea not null
sign_in_attempt.last_at timestamp with time zone not null default now()
sso_identity.bound_at timestamp with time zone not null default now()
sso_identity.issuer text not null
sso_identity.subject text not null
sso_identity.user_id uuid not null
suggestion.acl_level smallint not null default 1
suggestion.acl_read integer[] not null
suggestion.acl_write integer[] not null
suggestion.anonymous boolean
suggestion.code_hash text
suggestion.created_at timestamp with time zone not null
suggestion.created_by uuid
suggestion.decided_at timestamp with time zone
suggestion.decided_by_id uuid
suggestion.deleted_at timestamp with time zone
suggestion.deleted_with uuid
suggestion.handler_id uuid
suggestion.id uuid not null
suggestion.import_id uuid
suggestion.import_row integer
suggestion.incomplete text[] not null default '{}'::text[]
suggestion.reason text
suggestion.reply text
suggestion.row_proof bytea
suggestion.search_latin text not null default ''::text
suggestion.search_text text not null default ''::text
suggestion.sender_id uuid
suggestion.state text
suggestion.text text
suggestion.title text
suggestion.updated_at timestamp with time zone not null
suggestion.updated_by uuid
suggestion.version integer not null default 1
tag.colour text
tag.created_at timestamp with time zone not null
tag.created_by uuid
tag.deleted_at timestamp with time zone
tag.deleted_with uuid
tag.id uuid not null
tag.import_id uuid
tag.import_row integer
tag.name text
tag.search_latin text not null default ''::text
tag.search_text text not null default ''::text
tag.updated_at timestamp with time zone not null
tag.updated_by uuid
tag.version integer not null default 1
task.acl_level smallint not null default 1
task.acl_read integer[] not null
task.acl_write integer[] not null
task.appraisal_id uuid
task.assignee_id uuid
task.assigner_id uuid
task.created_at timestamp with time zone not null
task.created_by uuid
task.customer_id uuid
task.deleted_at timestamp with time zone
task.deleted_with uuid
task.details text
task.done_at timestamp with time zone
task.due_at timestamp with time zone
task.emergency_access_id uuid
task.escalated_at timestamp with time zone
task.id uuid not null
task.import_id uuid
task.import_row integer
task.improvement_id uuid
task.incomplete text[] not null default '{}'::text[]
task.kind text
task.meeting_action_id uuid
task.remind_at timestamp with time zone
task.row_proof bytea
task.search_latin text not null default ''::text
task.search_text text not null default ''::text
task.state text
task.title text
task.unit_id uuid
task.updated_at timestamp with time zone not null
task.updated_by uuid
task.version integer not null default 1
task.work_report_id uuid
team_member.access text
team_member.acl_level smallint not null default 1
team_member.acl_read integer[] not null
team_member.acl_write integer[] not null
team_member.created_at timestamp with time zone not null
team_member.created_by uuid
team_member.customer_id uuid not null
team_member.deleted_at timestamp with time zone
team_member.deleted_with uuid
team_member.from timestamp with time zone
team_member.grounds text
team_member.id uuid not null
team_member.import_id uuid
team_member.import_row integer
team_member.incomplete text[] not null default '{}'::text[]
team_member.row_proof bytea
team_member.unit_id uuid
team_member.until timestamp with time zone
team_member.updated_at timestamp with time zone not null
team_member.updated_by uuid
team_member.user_id uuid
team_member.version integer not null default 1
trail_setting.months integer not null default 36
trail_setting.one boolean not null default true
unit.created_at timestamp with time zone not null
unit.created_by uuid
unit.deleted_at timestamp with time zone
unit.deleted_with uuid
unit.id uuid not null
unit.import_id uuid
unit.import_row integer
unit.manager_id uuid
unit.name text
unit.parent_id uuid
unit.row_proof bytea
unit.search_latin text not null default ''::text
unit.search_text text not null default ''::text
unit.updated_at timestamp with time zone not null
unit.updated_by uuid
unit.version integer not null default 1
unresolved.code text not null
unresolved.field text not null
unresolved.object text not null
unresolved.original bytea not null
unresolved.record uuid not null
user.active boolean
user.clearance text
user.created_at timestamp with time zone not null
user.created_by uuid
user.deleted_at timestamp with time zone
user.deleted_with uuid
user.email bytea
user.id uuid not null
user.import_id uuid
user.import_row integer
user.language text
user.login text
user.name text
user.phone bytea
user.role text
user.row_proof bytea
user.search_latin text not null default ''::text
user.search_text text not null default ''::text
user.title text
user.unit_id uuid
user.updated_at timestamp with time zone not null
user.updated_by uuid
user.valid_until timestamp with time zone
user.version integer not null default 1
value_list_item.colour text
value_list_item.created_at timestamp with time zone not null
value_list_item.created_by uuid
value_list_item.deleted_at timestamp with time zone
value_list_item.deleted_with uuid
value_list_item.field text
value_list_item.hidden boolean
value_list_item.id uuid not null
value_list_item.import_id uuid
value_list_item.import_row integer
value_list_item.label_en text
value_list_item.label_zh text
value_list_item.level text
value_list_item.object text
value_list_item.position numeric
value_list_item.row_proof bytea
value_list_item.updated_at timestamp with time zone not null
value_list_item.updated_by uuid
value_list_item.value text
value_list_item.version integer not null default 1
value_rule.active boolean
value_rule.created_at timestamp with time zone not null
value_rule.created_by uuid
value_rule.deleted_at timestamp with time zone
value_rule.deleted_with uuid
value_rule.field text
value_rule.id uuid not null
value_rule.import_id uuid
value_rule.import_row integer
value_rule.name text
value_rule.note text
value_rule.position numeric
value_rule.row_proof bytea
value_rule.updated_at timestamp with time zone not null
value_rule.updated_by uuid
value_rule.value text
value_rule.version integer not null default 1
value_rule.when jsonb
verification.at timestamp with time zone not null
verification.by uuid
verification.ended_at timestamp with time zone
verification.field text not null
verification.how text not null
verification.id uuid not null
verification.object text not null
verification.record uuid not null
verification.unknown boolean not null
verification.version integer not null
work_report.acl_level smallint not null default 1
work_report.acl_read integer[] not null
work_report.acl_write integer[] not null
work_report.answer text
work_report.answered_at timestamp with time zone
work_report.answered_by_id uuid
work_report.author_id uuid
work_report.created_at timestamp with time zone not null
work_report.created_by uuid
work_report.deleted_at timestamp with time zone
work_report.deleted_with uuid
work_report.done text
work_report.id uuid not null
work_report.import_id uuid
work_report.import_row integer
work_report.incomplete text[] not null default '{}'::text[]
work_report.name text
work_report.plans text
work_report.problems text
work_report.row_proof bytea
work_report.state text
work_report.submitted_at timestamp with time zone
work_report.superior_id uuid
work_report.unit_id uuid
work_report.updated_at timestamp with time zone not null
work_report.updated_by uuid
work_report.version integer not null default 1
work_report.week date

-- constraints
"user": user_pkey PRIMARY KEY (id)
"user": user_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
account: account_pkey PRIMARY KEY (user_id)
account_link: account_link_pkey PRIMARY KEY (token_hash)
address: address_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
address: address_file_key UNIQUE (customer_id, id)
address: address_pkey PRIMARY KEY (id)
agenda_item: agenda_item_file_key UNIQUE (meeting_id, id)
agenda_item: agenda_item_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
agenda_item: agenda_item_pkey PRIMARY KEY (id)
agenda_item: agenda_item_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES "user"(id)
answer_link: answer_link_pkey PRIMARY KEY (token_hash)
answer_link: answer_link_record_key UNIQUE (record)
api_key: api_key_pkey PRIMARY KEY (id)
api_key: api_key_token_hash_key UNIQUE (token_hash)
appraisal: appraisal_counted_id_fkey FOREIGN KEY (counted_id) REFERENCES indicator_score(id)
appraisal: appraisal_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES "user"(id)
appraisal: appraisal_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
appraisal: appraisal_pkey PRIMARY KEY (id)
appraisal: appraisal_scheme_id_fkey FOREIGN KEY (scheme_id) REFERENCES appraisal_scheme(id)
appraisal: appraisal_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES "user"(id)
appraisal: appraisal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
appraisal_scheme: appraisal_scheme_pkey PRIMARY KEY (id)
approval_rule: approval_rule_pkey PRIMARY KEY (id)
attachment: attachment_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
attachment: attachment_file_key UNIQUE (customer_id, id)
attachment: attachment_pkey PRIMARY KEY (id)
audit_event: audit_event_pkey PRIMARY KEY (at, id)
audit_seal: audit_seal_kind_check CHECK ((kind = ANY (ARRAY['rows'::text, 'idle'::text, 'epoch'::text, 'restore'::text, 'key'::text])))
audit_seal: audit_seal_pkey PRIMARY KEY (no)
case_step: case_step_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
case_step: case_step_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES "user"(id)
case_step: case_step_file_key UNIQUE (customer_id, id)
case_step: case_step_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
case_step: case_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES "user"(id)
case_step: case_step_pkey PRIMARY KEY (id)
case_step: case_step_run_id_fkey FOREIGN KEY (customer_id, run_id) REFERENCES procedure_case(customer_id, id)
case_step: case_step_todo_id_fkey FOREIGN KEY (todo_id) REFERENCES task(id)
challenge: challenge_pkey PRIMARY KEY (hash)
change_request: change_request_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES "user"(id)
change_request: change_request_decider_id_fkey FOREIGN KEY (decider_id) REFERENCES "user"(id)
change_request: change_request_handed_to_id_fkey FOREIGN KEY (handed_to_id) REFERENCES "user"(id)
change_request: change_request_pkey PRIMARY KEY (id)
change_request: change_request_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES "user"(id)
change_request: change_request_whole_id_fkey FOREIGN KEY (whole_id) REFERENCES change_request(id)
claim: claim_pkey PRIMARY KEY (scope, value)
comment: comment_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
comment: comment_file_key UNIQUE (customer_id, id)
comment: comment_pkey PRIMARY KEY (id)
company: company_pkey PRIMARY KEY (id)
completeness_score: completeness_score_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
completeness_score: completeness_score_pkey PRIMARY KEY (id)
completeness_score: completeness_score_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
confirmation_link: confirmation_link_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
confirmation_link: confirmation_link_file_key UNIQUE (customer_id, id)
confirmation_link: confirmation_link_pkey PRIMARY KEY (id)
confirmation_link: confirmation_link_request_id_fkey FOREIGN KEY (request_id) REFERENCES change_request(id)
confirmation_link: confirmation_link_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES "user"(id)
consent: consent_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
consent: consent_file_key UNIQUE (customer_id, id)
consent: consent_pkey PRIMARY KEY (id)
consent: consent_purpose_id_fkey FOREIGN KEY (purpose_id) REFERENCES purpose(id)
consent: consent_taken_by_id_fkey FOREIGN KEY (taken_by_id) REFERENCES "user"(id)
contact: contact_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
contact: contact_file_key UNIQUE (customer_id, id)
contact: contact_pkey PRIMARY KEY (id)
counter: counter_pkey PRIMARY KEY (scope)
credential: credential_pkey PRIMARY KEY (user_id)
credit: credit_person_id_fkey FOREIGN KEY (person_id) REFERENCES "user"(id)
credit: credit_pkey PRIMARY KEY (id)
custom_field: custom_field_pkey PRIMARY KEY (id)
custom_object: custom_object_pkey PRIMARY KEY (id)
customer: customer_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
customer: customer_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES customer(id)
customer: customer_pkey PRIMARY KEY (id)
customer: customer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
dashboard: dashboard_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
dashboard: dashboard_pkey PRIMARY KEY (id)
data_key: data_key_owner_level_key UNIQUE (owner, level)
data_key: data_key_pkey PRIMARY KEY (id)
delegation: delegation_absent_id_fkey FOREIGN KEY (absent_id) REFERENCES "user"(id)
delegation: delegation_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES "user"(id)
delegation: delegation_pkey PRIMARY KEY (id)
disclosure: disclosure_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
disclosure: disclosure_file_key UNIQUE (customer_id, id)
disclosure: disclosure_pkey PRIMARY KEY (id)
disclosure: disclosure_purpose_id_fkey FOREIGN KEY (purpose_id) REFERENCES purpose(id)
disclosure: disclosure_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES "user"(id)
duplicate_pair: duplicate_pair_pkey PRIMARY KEY (object, one, other)
duplicate_place: duplicate_place_pkey PRIMARY KEY (object)
edition: edition_governs_own_id_fkey FOREIGN KEY (governs_own_id) REFERENCES custom_object(id)
edition: edition_pkey PRIMARY KEY (id)
edition: edition_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id)
edition: edition_published_by_id_fkey FOREIGN KEY (published_by_id) REFERENCES "user"(id)
emergency_access: emergency_access_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
emergency_access: emergency_access_file_key UNIQUE (customer_id, id)
emergency_access: emergency_access_pkey PRIMARY KEY (id)
emergency_access: emergency_access_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES "user"(id)
emergency_access: emergency_access_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
event: event_pkey PRIMARY KEY (id)
export: export_pkey PRIMARY KEY (id)
export: export_purpose_id_fkey FOREIGN KEY (purpose_id) REFERENCES purpose(id)
export: export_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES "user"(id)
export: export_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
favourite: favourite_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
favourite: favourite_pkey PRIMARY KEY (id)
field_change: field_change_pkey PRIMARY KEY (id)
field_rule: field_rule_pkey PRIMARY KEY (id)
file: file_pkey PRIMARY KEY (id)
file_reading: file_reading_pkey PRIMARY KEY (by, file)
follow_up: follow_up_by_id_fkey FOREIGN KEY (by_id) REFERENCES "user"(id)
follow_up: follow_up_contact_id_fkey FOREIGN KEY (customer_id, contact_id) REFERENCES contact(customer_id, id)
follow_up: follow_up_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
follow_up: follow_up_file_key UNIQUE (customer_id, id)
follow_up: follow_up_pkey PRIMARY KEY (id)
form_draft: form_draft_pkey PRIMARY KEY (person, object, record, parent, gathered)
holiday: holiday_pkey PRIMARY KEY (id)
idempotency: idempotency_pkey PRIMARY KEY (actor, key)
import: import_file_fkey FOREIGN KEY (file) REFERENCES file(id)
import: import_pkey PRIMARY KEY (id)
import_change: import_change_act_check CHECK ((act = ANY (ARRAY['changed'::text, 'made'::text, 'asked'::text])))
import_change: import_change_import_fkey FOREIGN KEY (import) REFERENCES import(id)
import_change: import_change_pkey PRIMARY KEY (import, object, record)
import_row: import_row_import_fkey FOREIGN KEY (import) REFERENCES import(id)
import_row: import_row_pkey PRIMARY KEY (import, "row")
improvement: improvement_appraisal_id_fkey FOREIGN KEY (appraisal_id) REFERENCES appraisal(id)
improvement: improvement_checker_id_fkey FOREIGN KEY (checker_id) REFERENCES "user"(id)
improvement: improvement_meeting_action_id_fkey FOREIGN KEY (meeting_action_id) REFERENCES meeting_action(id)
improvement: improvement_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
improvement: improvement_pkey PRIMARY KEY (id)
improvement: improvement_review_finding_id_fkey FOREIGN KEY (review_finding_id) REFERENCES review_finding(id)
improvement: improvement_suggestion_id_fkey FOREIGN KEY (suggestion_id) REFERENCES suggestion(id)
improvement: improvement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
index_key: index_key_keyed_check_key UNIQUE (keyed_check)
index_key: index_key_pkey PRIMARY KEY (id)
indicator_score: indicator_score_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
indicator_score: indicator_score_pkey PRIMARY KEY (id)
indicator_score: indicator_score_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
job: job_pkey PRIMARY KEY (id)
job: job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
layout: layout_pkey PRIMARY KEY (id)
level_key: level_key_level_check CHECK (((level >= 1) AND (level <= 3)))
level_key: level_key_master_fkey FOREIGN KEY (master) REFERENCES master_key(fingerprint)
level_key: level_key_pkey PRIMARY KEY (id)
log_report: log_report_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
log_report: log_report_person_id_fkey FOREIGN KEY (person_id) REFERENCES "user"(id)
log_report: log_report_pkey PRIMARY KEY (id)
master_key: master_key_pkey PRIMARY KEY (fingerprint)
meeting: meeting_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES "user"(id)
meeting: meeting_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES "user"(id)
meeting: meeting_pkey PRIMARY KEY (id)
meeting: meeting_recorder_id_fkey FOREIGN KEY (recorder_id) REFERENCES "user"(id)
meeting: meeting_series_id_fkey FOREIGN KEY (series_id) REFERENCES regular_meeting(id)
meeting: meeting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
meeting_action: meeting_action_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES "user"(id)
meeting_action: meeting_action_file_key UNIQUE (meeting_id, id)
meeting_action: meeting_action_item_id_fkey FOREIGN KEY (meeting_id, item_id) REFERENCES agenda_item(meeting_id, id)
meeting_action: meeting_action_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
meeting_action: meeting_action_pkey PRIMARY KEY (id)
meeting_action: meeting_action_series_id_fkey FOREIGN KEY (series_id) REFERENCES regular_meeting(id)
migration: migration_pkey PRIMARY KEY (id)
module_switch: module_switch_pkey PRIMARY KEY (id)
need: need_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
need: need_file_key UNIQUE (customer_id, id)
need: need_pkey PRIMARY KEY (id)
notification: notification_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES "user"(id)
notification: notification_pkey PRIMARY KEY (id)
notification: notification_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES "user"(id)
outbox: outbox_pkey PRIMARY KEY (id)
outbox: outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
own_setting: own_setting_pkey PRIMARY KEY (person)
passkey: passkey_credential_id_key UNIQUE (credential_id)
passkey: passkey_pkey PRIMARY KEY (id)
plain_remains: plain_remains_pkey PRIMARY KEY (single)
plain_remains: plain_remains_single_check CHECK (single)
preference: preference_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
preference: preference_file_key UNIQUE (customer_id, id)
preference: preference_pkey PRIMARY KEY (id)
principal: principal_id_key UNIQUE (id)
principal: principal_pkey PRIMARY KEY (key)
procedure_case: procedure_case_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
procedure_case: procedure_case_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id)
procedure_case: procedure_case_file_key UNIQUE (customer_id, id)
procedure_case: procedure_case_pkey PRIMARY KEY (id)
procedure_case: procedure_case_started_by_id_fkey FOREIGN KEY (started_by_id) REFERENCES "user"(id)
product: product_pkey PRIMARY KEY (id)
proposal: proposal_pkey PRIMARY KEY (id)
proposal_step: proposal_step_pkey PRIMARY KEY (id)
proposal_step: proposal_step_proposal_fkey FOREIGN KEY (proposal) REFERENCES proposal(id)
publication: publication_governs_own_id_fkey FOREIGN KEY (governs_own_id) REFERENCES custom_object(id)
publication: publication_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
publication: publication_pkey PRIMARY KEY (id)
publication: publication_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
purchase: purchase_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
purchase: purchase_file_key UNIQUE (customer_id, id)
purchase: purchase_pkey PRIMARY KEY (id)
purchase: purchase_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id)
purpose: purpose_pkey PRIMARY KEY (id)
read_receipt: read_receipt_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id)
read_receipt: read_receipt_pkey PRIMARY KEY (id)
read_receipt: read_receipt_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES publication(id)
read_receipt: read_receipt_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES "user"(id)
reading_alarm: reading_alarm_pkey PRIMARY KEY (by, minutes)
record_merge: record_merge_pkey PRIMARY KEY (id)
record_merge_part: record_merge_part_merge_fkey FOREIGN KEY (merge) REFERENCES record_merge(id)
record_merge_part: record_merge_part_pkey PRIMARY KEY (merge, role, object, record)
record_merge_part: record_merge_part_role_check CHECK ((role = ANY (ARRAY['kept'::text, 'joined'::text, 'child'::text, 'reference'::text])))
recovery_code: recovery_code_pkey PRIMARY KEY (user_id, hash)
regular_meeting: regular_meeting_chair_id_fkey FOREIGN KEY (chair_id) REFERENCES "user"(id)
regular_meeting: regular_meeting_pkey PRIMARY KEY (id)
regular_meeting: regular_meeting_recorder_id_fkey FOREIGN KEY (recorder_id) REFERENCES "user"(id)
regular_meeting: regular_meeting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
reveal: reveal_pkey PRIMARY KEY (id)
review_finding: review_finding_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
review_finding: review_finding_file_key UNIQUE (customer_id, id)
review_finding: review_finding_item_id_fkey FOREIGN KEY (customer_id, item_id) REFERENCES review_item(customer_id, id)
review_finding: review_finding_pkey PRIMARY KEY (id)
review_finding: review_finding_request_id_fkey FOREIGN KEY (request_id) REFERENCES change_request(id)
review_finding: review_finding_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES "user"(id)
review_finding: review_finding_round_id_fkey FOREIGN KEY (round_id) REFERENCES review_round(id)
review_finding: review_finding_twin_id_fkey FOREIGN KEY (twin_id) REFERENCES customer(id)
review_item: review_item_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES "user"(id)
review_item: review_item_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
review_item: review_item_done_by_id_fkey FOREIGN KEY (done_by_id) REFERENCES "user"(id)
review_item: review_item_file_key UNIQUE (customer_id, id)
review_item: review_item_file_owner_id_fkey FOREIGN KEY (file_owner_id) REFERENCES "user"(id)
review_item: review_item_pkey PRIMARY KEY (id)
review_item: review_item_round_id_fkey FOREIGN KEY (round_id) REFERENCES review_round(id)
review_item: review_item_todo_id_fkey FOREIGN KEY (todo_id) REFERENCES task(id)
review_plan: review_plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
review_plan: review_plan_pkey PRIMARY KEY (id)
review_plan: review_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
review_round: review_round_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES "user"(id)
review_round: review_round_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
review_round: review_round_pkey PRIMARY KEY (id)
review_round: review_round_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES review_plan(id)
review_round: review_round_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
role: role_default_purpose_id_fkey FOREIGN KEY (default_purpose_id) REFERENCES purpose(id)
role: role_pkey PRIMARY KEY (id)
role_assignment: role_assignment_pkey PRIMARY KEY (id)
role_assignment: role_assignment_role_id_fkey FOREIGN KEY (role_id) REFERENCES role(id)
role_assignment: role_assignment_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
rule_exception: rule_exception_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
rule_exception: rule_exception_file_key UNIQUE (customer_id, id)
rule_exception: rule_exception_pkey PRIMARY KEY (id)
saved_view: saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id)
saved_view: saved_view_pkey PRIMARY KEY (id)
sealed_search: sealed_search_kind_check CHECK ((kind = ANY (ARRAY['search'::text, 'guess'::text])))
sealed_search: sealed_search_pkey PRIMARY KEY (by, kind, text)
second_entry: second_entry_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES "user"(id)
second_entry: second_entry_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
second_entry: second_entry_entered_by_id_fkey FOREIGN KEY (entered_by_id) REFERENCES "user"(id)
second_entry: second_entry_file_key UNIQUE (customer_id, id)
second_entry: second_entry_keyed_by_id_fkey FOREIGN KEY (keyed_by_id) REFERENCES "user"(id)
second_entry: second_entry_pkey PRIMARY KEY (id)
second_entry: second_entry_request_id_fkey FOREIGN KEY (request_id) REFERENCES change_request(id)
second_entry: second_entry_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES "user"(id)
second_entry: second_entry_todo_id_fkey FOREIGN KEY (todo_id) REFERENCES task(id)
service_standard: service_standard_pkey PRIMARY KEY (id)
session: session_pkey PRIMARY KEY (id)
session: session_token_hash_key UNIQUE (token_hash)
setting: setting_pkey PRIMARY KEY (name)
shred_ledger: shred_ledger_owner_key UNIQUE (owner)
shred_ledger: shred_ledger_pkey PRIMARY KEY (id)
sign_in_attempt: sign_in_attempt_pkey PRIMARY KEY (key)
sso_identity: sso_identity_issuer_user_id_key UNIQUE (issuer, user_id)
sso_identity: sso_identity_pkey PRIMARY KEY (issuer, subject)
suggestion: suggestion_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES "user"(id)
suggestion: suggestion_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES "user"(id)
suggestion: suggestion_pkey PRIMARY KEY (id)
suggestion: suggestion_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES "user"(id)
tag: tag_pkey PRIMARY KEY (id)
task: task_appraisal_id_fkey FOREIGN KEY (appraisal_id) REFERENCES appraisal(id)
task: task_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES "user"(id)
task: task_assigner_id_fkey FOREIGN KEY (assigner_id) REFERENCES "user"(id)
task: task_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
task: task_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_access(id)
task: task_improvement_id_fkey FOREIGN KEY (improvement_id) REFERENCES improvement(id)
task: task_meeting_action_id_fkey FOREIGN KEY (meeting_action_id) REFERENCES meeting_action(id)
task: task_pkey PRIMARY KEY (id)
task: task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
task: task_work_report_id_fkey FOREIGN KEY (work_report_id) REFERENCES work_report(id)
team_member: team_member_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer(id)
team_member: team_member_file_key UNIQUE (customer_id, id)
team_member: team_member_pkey PRIMARY KEY (id)
team_member: team_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
team_member: team_member_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id)
trail_setting: trail_setting_months_check CHECK (((months >= 6) AND (months <= 1200)))
trail_setting: trail_setting_one_check CHECK (one)
trail_setting: trail_setting_pkey PRIMARY KEY (one)
unit: unit_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES "user"(id)
unit: unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
unit: unit_pkey PRIMARY KEY (id)
unresolved: unresolved_pkey PRIMARY KEY (record, field)
value_list_item: value_list_item_pkey PRIMARY KEY (id)
value_rule: value_rule_pkey PRIMARY KEY (id)
verification: verification_pkey PRIMARY KEY (id)
work_report: work_report_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES "user"(id)
work_report: work_report_author_id_fkey FOREIGN KEY (author_id) REFERENCES "user"(id)
work_report: work_report_pkey PRIMARY KEY (id)
work_report: work_report_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES "user"(id)
work_report: work_report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)

-- indexes
CREATE INDEX account_link_person_idx ON public.account_link USING btree (person)
CREATE INDEX address_acl_idx ON public.address USING gin (acl_read)
CREATE INDEX address_deleted_idx ON public.address USING btree (deleted_with)
CREATE INDEX address_file_idx ON public.address USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX address_import_idx ON public.address USING btree (import_id, import_row)
CREATE INDEX address_updated_idx ON public.address USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX agenda_item_acl_idx ON public.agenda_item USING gin (acl_read)
CREATE INDEX agenda_item_deleted_idx ON public.agenda_item USING btree (deleted_with)
CREATE INDEX agenda_item_file_idx ON public.agenda_item USING btree (meeting_id, created_at DESC, id DESC)
CREATE INDEX agenda_item_import_idx ON public.agenda_item USING btree (import_id, import_row)
CREATE INDEX agenda_item_title_idx ON public.agenda_item USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX agenda_item_updated_idx ON public.agenda_item USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX api_key_user_idx ON public.api_key USING btree (user_id)
CREATE INDEX appraisal_acl_idx ON public.appraisal USING gin (acl_read)
CREATE INDEX appraisal_counted_id_idx ON public.appraisal USING btree (counted_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_deleted_idx ON public.appraisal USING btree (deleted_with)
CREATE INDEX appraisal_grams_idx ON public.appraisal USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_import_idx ON public.appraisal USING btree (import_id, import_row)
CREATE INDEX appraisal_initials_idx ON public.appraisal USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_latin_idx ON public.appraisal USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_manager_id_idx ON public.appraisal USING btree (manager_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_owner_id_idx ON public.appraisal USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_owner_id_period_idx ON public.appraisal USING btree (owner_id, period, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_period_idx ON public.appraisal USING btree (period, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_scheme_deleted_idx ON public.appraisal_scheme USING btree (deleted_with)
CREATE INDEX appraisal_scheme_id_idx ON public.appraisal USING btree (scheme_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_scheme_title_idx ON public.appraisal_scheme USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_scheme_updated_idx ON public.appraisal_scheme USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_state_idx ON public.appraisal USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_superior_id_idx ON public.appraisal USING btree (superior_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_title_idx ON public.appraisal USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX appraisal_updated_idx ON public.appraisal USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX approval_rule_deleted_idx ON public.approval_rule USING btree (deleted_with)
CREATE INDEX approval_rule_title_idx ON public.approval_rule USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX approval_rule_updated_idx ON public.approval_rule USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX attachment_acl_idx ON public.attachment USING gin (acl_read)
CREATE INDEX attachment_deleted_idx ON public.attachment USING btree (deleted_with)
CREATE INDEX attachment_file_idx ON public.attachment USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX attachment_import_idx ON public.attachment USING btree (import_id, import_row)
CREATE INDEX attachment_title_idx ON public.attachment USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX attachment_updated_idx ON public.attachment USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX audit_event_action_idx ON ONLY public.audit_event USING btree (action, at DESC, id DESC)
CREATE INDEX audit_event_actor_idx ON ONLY public.audit_event USING btree (actor, at DESC, id DESC)
CREATE INDEX audit_event_ip_idx ON ONLY public.audit_event USING btree (ip, at DESC, id DESC)
CREATE INDEX audit_event_owner_idx ON ONLY public.audit_event USING btree (owner, at DESC, id DESC)
CREATE INDEX audit_event_reason_idx ON ONLY public.audit_event USING gin (reason gin_trgm_ops) WHERE (reason IS NOT NULL)
CREATE INDEX audit_event_record_idx ON ONLY public.audit_event USING btree (record, at DESC, id DESC)
CREATE INDEX audit_event_records_idx ON ONLY public.audit_event USING gin (records)
CREATE INDEX audit_event_refused_idx ON ONLY public.audit_event USING btree (at DESC, id DESC) WHERE (result <> 'done'::text)
CREATE INDEX audit_event_seal_idx ON ONLY public.audit_event USING btree (epoch, xid, id)
CREATE INDEX audit_seal_at_idx ON public.audit_seal USING btree (at)
CREATE INDEX audit_seal_window_idx ON public.audit_seal USING btree (epoch, x1)
CREATE INDEX case_step_acl_idx ON public.case_step USING gin (acl_read)
CREATE INDEX case_step_deleted_idx ON public.case_step USING btree (deleted_with)
CREATE INDEX case_step_file_idx ON public.case_step USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX case_step_import_idx ON public.case_step USING btree (import_id, import_row)
CREATE INDEX case_step_opened_at_idx ON public.case_step USING btree (opened_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_procedure_idx ON public.case_step USING btree (procedure, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_run_id_idx ON public.case_step USING btree (run_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_state_due_at_idx ON public.case_step USING btree (state, due_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_title_idx ON public.case_step USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_todo_id_idx ON public.case_step USING btree (todo_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX case_step_updated_idx ON public.case_step USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX challenge_ip_idx ON public.challenge USING btree (ip)
CREATE INDEX change_request_acl_idx ON public.change_request USING gin (acl_read)
CREATE INDEX change_request_deleted_idx ON public.change_request USING btree (deleted_with)
CREATE INDEX change_request_grams_idx ON public.change_request USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_import_idx ON public.change_request USING btree (import_id, import_row)
CREATE INDEX change_request_initials_idx ON public.change_request USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_latin_idx ON public.change_request USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_proposer_id_idx ON public.change_request USING btree (proposer_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_record_idx ON public.change_request USING btree (record, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_state_idx ON public.change_request USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_title_idx ON public.change_request USING btree (subject COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_updated_idx ON public.change_request USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX change_request_whole_id_idx ON public.change_request USING btree (whole_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX comment_acl_idx ON public.comment USING gin (acl_read)
CREATE INDEX comment_deleted_idx ON public.comment USING btree (deleted_with)
CREATE INDEX comment_file_idx ON public.comment USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX comment_import_idx ON public.comment USING btree (import_id, import_row)
CREATE INDEX comment_updated_idx ON public.comment USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX company_deleted_idx ON public.company USING btree (deleted_with)
CREATE INDEX company_title_idx ON public.company USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX company_updated_idx ON public.company USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX completeness_score_acl_idx ON public.completeness_score USING gin (acl_read)
CREATE INDEX completeness_score_day_idx ON public.completeness_score USING btree (day, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX completeness_score_deleted_idx ON public.completeness_score USING btree (deleted_with)
CREATE INDEX completeness_score_import_idx ON public.completeness_score USING btree (import_id, import_row)
CREATE INDEX completeness_score_owner_id_day_idx ON public.completeness_score USING btree (owner_id, day, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX completeness_score_owner_id_idx ON public.completeness_score USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX completeness_score_updated_idx ON public.completeness_score USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX confirmation_link_acl_idx ON public.confirmation_link USING gin (acl_read)
CREATE INDEX confirmation_link_deleted_idx ON public.confirmation_link USING btree (deleted_with)
CREATE INDEX confirmation_link_file_idx ON public.confirmation_link USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX confirmation_link_import_idx ON public.confirmation_link USING btree (import_id, import_row)
CREATE INDEX confirmation_link_request_id_idx ON public.confirmation_link USING btree (request_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX confirmation_link_title_idx ON public.confirmation_link USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX confirmation_link_updated_idx ON public.confirmation_link USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX consent_acl_idx ON public.consent USING gin (acl_read)
CREATE INDEX consent_customer_id_purpose_id_idx ON public.consent USING btree (customer_id, purpose_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX consent_deleted_idx ON public.consent USING btree (deleted_with)
CREATE INDEX consent_file_idx ON public.consent USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX consent_import_idx ON public.consent USING btree (import_id, import_row)
CREATE INDEX consent_title_idx ON public.consent USING btree (subject COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX consent_updated_idx ON public.consent USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX contact_acl_idx ON public.contact USING gin (acl_read)
CREATE INDEX contact_birthday_day_idx ON public.contact USING btree (((
CASE
    WHEN ("left"(birthday, 1) = 'L'::text) THEN 'L'::text
    ELSE ''::text
END || "right"(birthday, 5))))
CREATE INDEX contact_deleted_idx ON public.contact USING btree (deleted_with)
CREATE INDEX contact_file_idx ON public.contact USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX contact_grams_idx ON public.contact USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX contact_import_idx ON public.contact USING btree (import_id, import_row)
CREATE INDEX contact_initials_idx ON public.contact USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX contact_latin_idx ON public.contact USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX contact_title_idx ON public.contact USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX contact_updated_idx ON public.contact USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX credit_day_idx ON public.credit USING btree (day, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX credit_deleted_idx ON public.credit USING btree (deleted_with)
CREATE INDEX credit_grams_idx ON public.credit USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX credit_initials_idx ON public.credit USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX credit_latin_idx ON public.credit USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX credit_person_id_idx ON public.credit USING btree (person_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX credit_title_idx ON public.credit USING btree (reason COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX credit_updated_idx ON public.credit USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX custom_field_deleted_idx ON public.custom_field USING btree (deleted_with)
CREATE INDEX custom_field_title_idx ON public.custom_field USING btree (label_zh COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX custom_field_updated_idx ON public.custom_field USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX custom_object_deleted_idx ON public.custom_object USING btree (deleted_with)
CREATE INDEX custom_object_title_idx ON public.custom_object USING btree (label_zh COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX custom_object_updated_idx ON public.custom_object USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_acl_idx ON public.customer USING gin (acl_read)
CREATE INDEX customer_archive_number_idx ON public.customer USING btree (archive_number, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_birthday_day_idx ON public.customer USING btree (((
CASE
    WHEN ("left"(birthday, 1) = 'L'::text) THEN 'L'::text
    ELSE ''::text
END || "right"(birthday, 5))))
CREATE INDEX customer_credit_code_idx ON public.customer USING btree (credit_code, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_deleted_idx ON public.customer USING btree (deleted_with)
CREATE INDEX customer_grams_idx ON public.customer USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX customer_import_idx ON public.customer USING btree (import_id, import_row)
CREATE INDEX customer_initials_idx ON public.customer USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX customer_last_followed_up_idx ON public.customer USING btree (last_followed_up, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_latin_idx ON public.customer USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX customer_owner_id_idx ON public.customer USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_region_idx ON public.customer USING btree (region, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_region_industry_idx ON public.customer USING btree (region, industry, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_stage_idx ON public.customer USING btree (stage, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_tags_idx ON public.customer USING gin (tags) WHERE (deleted_at IS NULL)
CREATE INDEX customer_tier_idx ON public.customer USING btree (tier, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_title_idx ON public.customer USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX customer_type_idx ON public.customer USING btree (type, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX customer_updated_idx ON public.customer USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX dashboard_deleted_idx ON public.dashboard USING btree (deleted_with)
CREATE INDEX dashboard_title_idx ON public.dashboard USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX dashboard_updated_idx ON public.dashboard USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX delegation_absent_id_idx ON public.delegation USING btree (absent_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX delegation_deleted_idx ON public.delegation USING btree (deleted_with)
CREATE INDEX delegation_deputy_id_idx ON public.delegation USING btree (deputy_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX delegation_title_idx ON public.delegation USING btree (grounds COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX delegation_updated_idx ON public.delegation USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX disclosure_acl_idx ON public.disclosure USING gin (acl_read)
CREATE INDEX disclosure_deleted_idx ON public.disclosure USING btree (deleted_with)
CREATE INDEX disclosure_file_idx ON public.disclosure USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX disclosure_grams_idx ON public.disclosure USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX disclosure_import_idx ON public.disclosure USING btree (import_id, import_row)
CREATE INDEX disclosure_initials_idx ON public.disclosure USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX disclosure_latin_idx ON public.disclosure USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX disclosure_title_idx ON public.disclosure USING btree (recipient COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX disclosure_updated_idx ON public.disclosure USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX duplicate_answer_person_idx ON public.duplicate_answer USING btree (person, at)
CREATE INDEX duplicate_pair_apart_idx ON public.duplicate_pair USING btree (object, apart_at) WHERE (apart_at IS NOT NULL)
CREATE INDEX duplicate_pair_group_idx ON public.duplicate_pair USING btree (object, group_id)
CREATE INDEX duplicate_pair_other_idx ON public.duplicate_pair USING btree (object, other)
CREATE INDEX edition_deleted_idx ON public.edition USING btree (deleted_with)
CREATE INDEX edition_governs_idx ON public.edition USING btree (governs, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX edition_grams_idx ON public.edition USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX edition_initials_idx ON public.edition USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX edition_kind_idx ON public.edition USING btree (kind, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX edition_latin_idx ON public.edition USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX edition_publication_id_idx ON public.edition USING btree (publication_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX edition_published_at_idx ON public.edition USING btree (published_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX edition_state_idx ON public.edition USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX edition_title_idx ON public.edition USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX edition_updated_idx ON public.edition USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_acl_idx ON public.emergency_access USING gin (acl_read)
CREATE INDEX emergency_access_deleted_idx ON public.emergency_access USING btree (deleted_with)
CREATE INDEX emergency_access_file_idx ON public.emergency_access USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX emergency_access_import_idx ON public.emergency_access USING btree (import_id, import_row)
CREATE INDEX emergency_access_review_by_idx ON public.emergency_access USING btree (review_by, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_state_idx ON public.emergency_access USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_title_idx ON public.emergency_access USING btree (grounds COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_updated_idx ON public.emergency_access USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_user_id_from_idx ON public.emergency_access USING btree (user_id, "from", updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX emergency_access_user_id_idx ON public.emergency_access USING btree (user_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX event_at_idx ON public.event USING btree (at)
CREATE INDEX export_acl_idx ON public.export USING gin (acl_read)
CREATE INDEX export_deleted_idx ON public.export USING btree (deleted_with)
CREATE INDEX export_import_idx ON public.export USING btree (import_id, import_row)
CREATE INDEX export_number_idx ON public.export USING btree (number, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX export_requester_id_approval_idx ON public.export USING btree (requester_id, approval, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX export_state_idx ON public.export USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX export_updated_idx ON public.export USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX favourite_acl_idx ON public.favourite USING gin (acl_read)
CREATE INDEX favourite_deleted_idx ON public.favourite USING btree (deleted_with)
CREATE INDEX favourite_import_idx ON public.favourite USING btree (import_id, import_row)
CREATE INDEX favourite_owner_id_position_idx ON public.favourite USING btree (owner_id, "position", updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX favourite_title_idx ON public.favourite USING btree (object COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX favourite_updated_idx ON public.favourite USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX field_change_at_idx ON public.field_change USING brin (at)
CREATE INDEX field_change_record_idx ON public.field_change USING btree (object, record, version DESC)
CREATE INDEX field_rule_deleted_idx ON public.field_rule USING btree (deleted_with)
CREATE INDEX field_rule_title_idx ON public.field_rule USING btree (field COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX field_rule_updated_idx ON public.field_rule USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX file_reading_at_idx ON public.file_reading USING btree (at)
CREATE INDEX file_reading_by_at_idx ON public.file_reading USING btree (by, at)
CREATE INDEX file_record_idx ON public.file USING btree (record)
CREATE INDEX follow_up_acl_idx ON public.follow_up USING gin (acl_read)
CREATE INDEX follow_up_by_id_idx ON public.follow_up USING btree (by_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX follow_up_deleted_idx ON public.follow_up USING btree (deleted_with)
CREATE INDEX follow_up_file_idx ON public.follow_up USING btree (customer_id, at DESC, id DESC)
CREATE INDEX follow_up_import_idx ON public.follow_up USING btree (import_id, import_row)
CREATE INDEX follow_up_updated_idx ON public.follow_up USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX form_draft_kept_at_idx ON public.form_draft USING btree (kept_at)
CREATE INDEX holiday_deleted_idx ON public.holiday USING btree (deleted_with)
CREATE INDEX holiday_from_idx ON public.holiday USING btree ("from", updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX holiday_grams_idx ON public.holiday USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX holiday_initials_idx ON public.holiday USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX holiday_latin_idx ON public.holiday USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX holiday_title_idx ON public.holiday USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX holiday_updated_idx ON public.holiday USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX idempotency_data_key_idx ON public.idempotency USING btree (SUBSTRING(answer FROM 3 FOR 8))
CREATE INDEX import_change_row_idx ON public.import_change USING btree (import, "row")
CREATE INDEX import_created_idx ON public.import USING btree (created_at DESC)
CREATE INDEX improvement_acl_idx ON public.improvement USING gin (acl_read)
CREATE INDEX improvement_appraisal_id_idx ON public.improvement USING btree (appraisal_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_checker_id_idx ON public.improvement USING btree (checker_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_deleted_idx ON public.improvement USING btree (deleted_with)
CREATE INDEX improvement_due_on_idx ON public.improvement USING btree (due_on, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_grams_idx ON public.improvement USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_import_idx ON public.improvement USING btree (import_id, import_row)
CREATE INDEX improvement_initials_idx ON public.improvement USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_latin_idx ON public.improvement USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_meeting_action_id_idx ON public.improvement USING btree (meeting_action_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_owner_id_idx ON public.improvement USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_review_finding_id_idx ON public.improvement USING btree (review_finding_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_source_idx ON public.improvement USING btree (source, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_stage_idx ON public.improvement USING btree (stage, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_suggestion_id_idx ON public.improvement USING btree (suggestion_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_title_idx ON public.improvement USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX improvement_updated_idx ON public.improvement USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX indicator_score_acl_idx ON public.indicator_score USING gin (acl_read)
CREATE INDEX indicator_score_deleted_idx ON public.indicator_score USING btree (deleted_with)
CREATE INDEX indicator_score_import_idx ON public.indicator_score USING btree (import_id, import_row)
CREATE INDEX indicator_score_owner_id_idx ON public.indicator_score USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX indicator_score_owner_id_period_idx ON public.indicator_score USING btree (owner_id, period, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX indicator_score_period_idx ON public.indicator_score USING btree (period, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX indicator_score_title_idx ON public.indicator_score USING btree (period COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX indicator_score_updated_idx ON public.indicator_score USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX job_actor_idx ON public.job USING btree (actor) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]))
CREATE INDEX layout_deleted_idx ON public.layout USING btree (deleted_with)
CREATE INDEX layout_title_idx ON public.layout USING btree (object COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX layout_updated_idx ON public.layout USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX log_report_acl_idx ON public.log_report USING gin (acl_read)
CREATE INDEX log_report_deleted_idx ON public.log_report USING btree (deleted_with)
CREATE INDEX log_report_import_idx ON public.log_report USING btree (import_id, import_row)
CREATE INDEX log_report_title_idx ON public.log_report USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX log_report_updated_idx ON public.log_report USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX lookup_hash_idx ON public.lookup USING btree (kind, hash)
CREATE INDEX lookup_record_idx ON public.lookup USING btree (record_id)
CREATE INDEX meeting_acl_idx ON public.meeting USING gin (acl_read)
CREATE INDEX meeting_action_acl_idx ON public.meeting_action USING gin (acl_read)
CREATE INDEX meeting_action_deleted_idx ON public.meeting_action USING btree (deleted_with)
CREATE INDEX meeting_action_file_idx ON public.meeting_action USING btree (meeting_id, created_at DESC, id DESC)
CREATE INDEX meeting_action_import_idx ON public.meeting_action USING btree (import_id, import_row)
CREATE INDEX meeting_action_item_id_idx ON public.meeting_action USING btree (item_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_action_series_id_state_idx ON public.meeting_action USING btree (series_id, state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_action_title_idx ON public.meeting_action USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_action_updated_idx ON public.meeting_action USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_chair_id_idx ON public.meeting USING btree (chair_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_deleted_idx ON public.meeting USING btree (deleted_with)
CREATE INDEX meeting_grams_idx ON public.meeting USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_import_idx ON public.meeting USING btree (import_id, import_row)
CREATE INDEX meeting_initials_idx ON public.meeting USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_latin_idx ON public.meeting USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_series_id_idx ON public.meeting USING btree (series_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_series_id_starts_at_idx ON public.meeting USING btree (series_id, starts_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_starts_at_idx ON public.meeting USING btree (starts_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_state_idx ON public.meeting USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_title_idx ON public.meeting USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX meeting_updated_idx ON public.meeting USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX module_switch_deleted_idx ON public.module_switch USING btree (deleted_with)
CREATE INDEX module_switch_title_idx ON public.module_switch USING btree (label_en COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX module_switch_updated_idx ON public.module_switch USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX need_acl_idx ON public.need USING gin (acl_read)
CREATE INDEX need_deleted_idx ON public.need USING btree (deleted_with)
CREATE INDEX need_file_idx ON public.need USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX need_import_idx ON public.need USING btree (import_id, import_row)
CREATE INDEX need_title_idx ON public.need USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX need_updated_idx ON public.need USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX notification_acl_idx ON public.notification USING gin (acl_read)
CREATE INDEX notification_deleted_idx ON public.notification USING btree (deleted_with)
CREATE INDEX notification_import_idx ON public.notification USING btree (import_id, import_row)
CREATE INDEX notification_reader_id_at_idx ON public.notification USING btree (reader_id, at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX notification_reader_id_read_at_idx ON public.notification USING btree (reader_id, read_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX notification_record_idx ON public.notification USING btree (record, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX notification_updated_idx ON public.notification USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX outbox_queued_at_idx ON public.outbox USING btree (queued_at DESC)
CREATE INDEX passkey_user_idx ON public.passkey USING btree (user_id)
CREATE INDEX preference_acl_idx ON public.preference USING gin (acl_read)
CREATE INDEX preference_deleted_idx ON public.preference USING btree (deleted_with)
CREATE INDEX preference_file_idx ON public.preference USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX preference_import_idx ON public.preference USING btree (import_id, import_row)
CREATE INDEX preference_title_idx ON public.preference USING btree (content COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX preference_updated_idx ON public.preference USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX principal_grantee_idx ON public.principal USING btree (grantee) WHERE (grantee IS NOT NULL)
CREATE INDEX procedure_case_acl_idx ON public.procedure_case USING gin (acl_read)
CREATE INDEX procedure_case_deleted_idx ON public.procedure_case USING btree (deleted_with)
CREATE INDEX procedure_case_edition_id_idx ON public.procedure_case USING btree (edition_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX procedure_case_file_idx ON public.procedure_case USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX procedure_case_import_idx ON public.procedure_case USING btree (import_id, import_row)
CREATE INDEX procedure_case_record_idx ON public.procedure_case USING btree (record, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX procedure_case_state_idx ON public.procedure_case USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX procedure_case_title_idx ON public.procedure_case USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX procedure_case_updated_idx ON public.procedure_case USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX product_deleted_idx ON public.product USING btree (deleted_with)
CREATE INDEX product_grams_idx ON public.product USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX product_initials_idx ON public.product USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX product_latin_idx ON public.product USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX product_title_idx ON public.product USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX product_updated_idx ON public.product USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX proposal_owner_idx ON public.proposal USING btree (owner)
CREATE INDEX proposal_step_proposal_idx ON public.proposal_step USING btree (proposal, id)
CREATE INDEX publication_acl_idx ON public.publication USING gin (acl_read)
CREATE INDEX publication_deleted_idx ON public.publication USING btree (deleted_with)
CREATE INDEX publication_governs_idx ON public.publication USING btree (governs, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX publication_grams_idx ON public.publication USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX publication_import_idx ON public.publication USING btree (import_id, import_row)
CREATE INDEX publication_initials_idx ON public.publication USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX publication_kind_idx ON public.publication USING btree (kind, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX publication_latin_idx ON public.publication USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX publication_owner_id_idx ON public.publication USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX publication_state_idx ON public.publication USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX publication_title_idx ON public.publication USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX publication_updated_idx ON public.publication USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX purchase_acl_idx ON public.purchase USING gin (acl_read)
CREATE INDEX purchase_deleted_idx ON public.purchase USING btree (deleted_with)
CREATE INDEX purchase_file_idx ON public.purchase USING btree (customer_id, date DESC, id DESC)
CREATE INDEX purchase_import_idx ON public.purchase USING btree (import_id, import_row)
CREATE INDEX purchase_product_id_idx ON public.purchase USING btree (product_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX purchase_title_idx ON public.purchase USING btree (summary COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX purchase_updated_idx ON public.purchase USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX purpose_deleted_idx ON public.purpose USING btree (deleted_with)
CREATE INDEX purpose_grams_idx ON public.purpose USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX purpose_initials_idx ON public.purpose USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX purpose_latin_idx ON public.purpose USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX purpose_title_idx ON public.purpose USING btree (name_zh COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX purpose_updated_idx ON public.purpose USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX read_receipt_acl_idx ON public.read_receipt USING gin (acl_read)
CREATE INDEX read_receipt_deleted_idx ON public.read_receipt USING btree (deleted_with)
CREATE INDEX read_receipt_import_idx ON public.read_receipt USING btree (import_id, import_row)
CREATE INDEX read_receipt_publication_id_idx ON public.read_receipt USING btree (publication_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX read_receipt_reader_id_idx ON public.read_receipt USING btree (reader_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX read_receipt_title_idx ON public.read_receipt USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX read_receipt_updated_idx ON public.read_receipt USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX record_merge_kept_idx ON public.record_merge USING btree (object, kept, at)
CREATE INDEX record_merge_part_joined_idx ON public.record_merge_part USING btree (record) WHERE (role = 'joined'::text)
CREATE INDEX record_merge_part_number_idx ON public.record_merge_part USING btree (object, lower(number)) WHERE (role = 'joined'::text)
CREATE INDEX regular_meeting_acl_idx ON public.regular_meeting USING gin (acl_read)
CREATE INDEX regular_meeting_chair_id_idx ON public.regular_meeting USING btree (chair_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_deleted_idx ON public.regular_meeting USING btree (deleted_with)
CREATE INDEX regular_meeting_grams_idx ON public.regular_meeting USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_import_idx ON public.regular_meeting USING btree (import_id, import_row)
CREATE INDEX regular_meeting_initials_idx ON public.regular_meeting USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_latin_idx ON public.regular_meeting USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_next_on_idx ON public.regular_meeting USING btree (next_on, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_title_idx ON public.regular_meeting USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX regular_meeting_updated_idx ON public.regular_meeting USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX reveal_by_idx ON public.reveal USING btree (by, at DESC)
CREATE INDEX review_finding_acl_idx ON public.review_finding USING gin (acl_read)
CREATE INDEX review_finding_deleted_idx ON public.review_finding USING btree (deleted_with)
CREATE INDEX review_finding_file_idx ON public.review_finding USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX review_finding_import_idx ON public.review_finding USING btree (import_id, import_row)
CREATE INDEX review_finding_item_id_idx ON public.review_finding USING btree (item_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_finding_request_id_idx ON public.review_finding USING btree (request_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_finding_round_id_idx ON public.review_finding USING btree (round_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_finding_title_idx ON public.review_finding USING btree (field COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX review_finding_updated_idx ON public.review_finding USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_acl_idx ON public.review_item USING gin (acl_read)
CREATE INDEX review_item_assignee_id_state_idx ON public.review_item USING btree (assignee_id, state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_deleted_idx ON public.review_item USING btree (deleted_with)
CREATE INDEX review_item_file_idx ON public.review_item USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX review_item_file_owner_id_done_at_idx ON public.review_item USING btree (file_owner_id, done_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_import_idx ON public.review_item USING btree (import_id, import_row)
CREATE INDEX review_item_round_id_idx ON public.review_item USING btree (round_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_round_id_state_idx ON public.review_item USING btree (round_id, state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_title_idx ON public.review_item USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_todo_id_idx ON public.review_item USING btree (todo_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_item_updated_idx ON public.review_item USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_acl_idx ON public.review_plan USING gin (acl_read)
CREATE INDEX review_plan_deleted_idx ON public.review_plan USING btree (deleted_with)
CREATE INDEX review_plan_grams_idx ON public.review_plan USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_import_idx ON public.review_plan USING btree (import_id, import_row)
CREATE INDEX review_plan_initials_idx ON public.review_plan USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_latin_idx ON public.review_plan USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_next_on_idx ON public.review_plan USING btree (next_on, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_owner_id_idx ON public.review_plan USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_title_idx ON public.review_plan USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX review_plan_updated_idx ON public.review_plan USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_acl_idx ON public.review_round USING gin (acl_read)
CREATE INDEX review_round_deleted_idx ON public.review_round USING btree (deleted_with)
CREATE INDEX review_round_grams_idx ON public.review_round USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_import_idx ON public.review_round USING btree (import_id, import_row)
CREATE INDEX review_round_initials_idx ON public.review_round USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_latin_idx ON public.review_round USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_owner_id_idx ON public.review_round USING btree (owner_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_plan_id_idx ON public.review_round USING btree (plan_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_state_idx ON public.review_round USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_title_idx ON public.review_round USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX review_round_updated_idx ON public.review_round USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX role_assignment_deleted_idx ON public.role_assignment USING btree (deleted_with)
CREATE INDEX role_assignment_title_idx ON public.role_assignment USING btree (grounds COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX role_assignment_updated_idx ON public.role_assignment USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX role_assignment_user_id_idx ON public.role_assignment USING btree (user_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX role_deleted_idx ON public.role USING btree (deleted_with)
CREATE INDEX role_grams_idx ON public.role USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX role_initials_idx ON public.role USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX role_latin_idx ON public.role USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX role_title_idx ON public.role USING btree (name_zh COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX role_updated_idx ON public.role USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX rule_exception_acl_idx ON public.rule_exception USING gin (acl_read)
CREATE INDEX rule_exception_deleted_idx ON public.rule_exception USING btree (deleted_with)
CREATE INDEX rule_exception_file_idx ON public.rule_exception USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX rule_exception_import_idx ON public.rule_exception USING btree (import_id, import_row)
CREATE INDEX rule_exception_until_idx ON public.rule_exception USING btree (until, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX rule_exception_updated_idx ON public.rule_exception USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX saved_view_deleted_idx ON public.saved_view USING btree (deleted_with)
CREATE INDEX saved_view_object_idx ON public.saved_view USING btree (object, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX saved_view_title_idx ON public.saved_view USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX saved_view_updated_idx ON public.saved_view USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX sealed_search_at_idx ON public.sealed_search USING btree (at)
CREATE INDEX second_entry_acl_idx ON public.second_entry USING gin (acl_read)
CREATE INDEX second_entry_assignee_id_state_idx ON public.second_entry USING btree (assignee_id, state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_deleted_idx ON public.second_entry USING btree (deleted_with)
CREATE INDEX second_entry_entered_by_id_keyed_at_idx ON public.second_entry USING btree (entered_by_id, keyed_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_file_idx ON public.second_entry USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX second_entry_import_idx ON public.second_entry USING btree (import_id, import_row)
CREATE INDEX second_entry_record_idx ON public.second_entry USING btree (record, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_request_id_idx ON public.second_entry USING btree (request_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_title_idx ON public.second_entry USING btree (field COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_todo_id_idx ON public.second_entry USING btree (todo_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX second_entry_updated_idx ON public.second_entry USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX service_standard_deleted_idx ON public.service_standard USING btree (deleted_with)
CREATE INDEX service_standard_title_idx ON public.service_standard USING btree (tier COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX service_standard_updated_idx ON public.service_standard USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX session_user_idx ON public.session USING btree (user_id)
CREATE INDEX sign_in_attempt_last_idx ON public.sign_in_attempt USING btree (last_at)
CREATE INDEX suggestion_acl_idx ON public.suggestion USING gin (acl_read)
CREATE INDEX suggestion_code_hash_idx ON public.suggestion USING btree (code_hash, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_deleted_idx ON public.suggestion USING btree (deleted_with)
CREATE INDEX suggestion_grams_idx ON public.suggestion USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_handler_id_idx ON public.suggestion USING btree (handler_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_import_idx ON public.suggestion USING btree (import_id, import_row)
CREATE INDEX suggestion_initials_idx ON public.suggestion USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_latin_idx ON public.suggestion USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_sender_id_idx ON public.suggestion USING btree (sender_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_state_idx ON public.suggestion USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_title_idx ON public.suggestion USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX suggestion_updated_idx ON public.suggestion USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX tag_deleted_idx ON public.tag USING btree (deleted_with)
CREATE INDEX tag_grams_idx ON public.tag USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX tag_initials_idx ON public.tag USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX tag_latin_idx ON public.tag USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX tag_title_idx ON public.tag USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX tag_updated_idx ON public.tag USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_acl_idx ON public.task USING gin (acl_read)
CREATE INDEX task_appraisal_id_idx ON public.task USING btree (appraisal_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_assignee_id_idx ON public.task USING btree (assignee_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_customer_id_idx ON public.task USING btree (customer_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_deleted_idx ON public.task USING btree (deleted_with)
CREATE INDEX task_due_at_idx ON public.task USING btree (due_at, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_emergency_access_id_idx ON public.task USING btree (emergency_access_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_grams_idx ON public.task USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX task_import_idx ON public.task USING btree (import_id, import_row)
CREATE INDEX task_improvement_id_idx ON public.task USING btree (improvement_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_initials_idx ON public.task USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX task_kind_idx ON public.task USING btree (kind, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_latin_idx ON public.task USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX task_meeting_action_id_idx ON public.task USING btree (meeting_action_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_state_idx ON public.task USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_title_idx ON public.task USING btree (title COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX task_updated_idx ON public.task USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX task_work_report_id_idx ON public.task USING btree (work_report_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX team_member_acl_idx ON public.team_member USING gin (acl_read)
CREATE INDEX team_member_deleted_idx ON public.team_member USING btree (deleted_with)
CREATE INDEX team_member_file_idx ON public.team_member USING btree (customer_id, created_at DESC, id DESC)
CREATE INDEX team_member_import_idx ON public.team_member USING btree (import_id, import_row)
CREATE INDEX team_member_title_idx ON public.team_member USING btree (grounds COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX team_member_updated_idx ON public.team_member USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX unit_deleted_idx ON public.unit USING btree (deleted_with)
CREATE INDEX unit_grams_idx ON public.unit USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX unit_initials_idx ON public.unit USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX unit_latin_idx ON public.unit USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX unit_parent_id_idx ON public.unit USING btree (parent_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX unit_title_idx ON public.unit USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX unit_updated_idx ON public.unit USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX user_deleted_idx ON public."user" USING btree (deleted_with)
CREATE INDEX user_grams_idx ON public."user" USING gin (grams(search_text)) WHERE (deleted_at IS NULL)
CREATE INDEX user_initials_idx ON public."user" USING btree (search_latin text_pattern_ops) WHERE (deleted_at IS NULL)
CREATE INDEX user_latin_idx ON public."user" USING gin (search_latin gin_trgm_ops) WHERE (deleted_at IS NULL)
CREATE INDEX user_login_idx ON public."user" USING btree (login, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX user_title_idx ON public."user" USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX user_unit_id_idx ON public."user" USING btree (unit_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX user_updated_idx ON public."user" USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX value_list_item_deleted_idx ON public.value_list_item USING btree (deleted_with)
CREATE INDEX value_list_item_title_idx ON public.value_list_item USING btree (label_zh COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX value_list_item_updated_idx ON public.value_list_item USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX value_rule_deleted_idx ON public.value_rule USING btree (deleted_with)
CREATE INDEX value_rule_title_idx ON public.value_rule USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX value_rule_updated_idx ON public.value_rule USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX verification_at_idx ON public.verification USING btree (object, field, at, record) WHERE (ended_at IS NULL)
CREATE INDEX verification_record_idx ON public.verification USING btree (record, id)
CREATE INDEX work_report_acl_idx ON public.work_report USING gin (acl_read)
CREATE INDEX work_report_author_id_idx ON public.work_report USING btree (author_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_author_id_week_idx ON public.work_report USING btree (author_id, week, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_deleted_idx ON public.work_report USING btree (deleted_with)
CREATE INDEX work_report_import_idx ON public.work_report USING btree (import_id, import_row)
CREATE INDEX work_report_state_idx ON public.work_report USING btree (state, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_superior_id_idx ON public.work_report USING btree (superior_id, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_title_idx ON public.work_report USING btree (name COLLATE "zh-x-icu", id) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_updated_idx ON public.work_report USING btree (updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE INDEX work_report_week_idx ON public.work_report USING btree (week, updated_at DESC, id DESC) WHERE (deleted_at IS NULL)
CREATE UNIQUE INDEX account_link_pkey ON public.account_link USING btree (token_hash)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (user_id)
CREATE UNIQUE INDEX address_file_key ON public.address USING btree (customer_id, id)
CREATE UNIQUE INDEX address_pkey ON public.address USING btree (id)
CREATE UNIQUE INDEX agenda_item_file_key ON public.agenda_item USING btree (meeting_id, id)
CREATE UNIQUE INDEX agenda_item_pkey ON public.agenda_item USING btree (id)
CREATE UNIQUE INDEX answer_link_pkey ON public.answer_link USING btree (token_hash)
CREATE UNIQUE INDEX answer_link_record_key ON public.answer_link USING btree (record)
CREATE UNIQUE INDEX api_key_pkey ON public.api_key USING btree (id)
CREATE UNIQUE INDEX api_key_token_hash_key ON public.api_key USING btree (token_hash)
CREATE UNIQUE INDEX appraisal_pkey ON public.appraisal USING btree (id)
CREATE UNIQUE INDEX appraisal_scheme_pkey ON public.appraisal_scheme USING btree (id)
CREATE UNIQUE INDEX approval_rule_pkey ON public.approval_rule USING btree (id)
CREATE UNIQUE INDEX attachment_file_key ON public.attachment USING btree (customer_id, id)
CREATE UNIQUE INDEX attachment_pkey ON public.attachment USING btree (id)
CREATE UNIQUE INDEX audit_event_pkey ON ONLY public.audit_event USING btree (at, id)
CREATE UNIQUE INDEX audit_seal_pkey ON public.audit_seal USING btree (no)
CREATE UNIQUE INDEX case_step_file_key ON public.case_step USING btree (customer_id, id)
CREATE UNIQUE INDEX case_step_pkey ON public.case_step USING btree (id)
CREATE UNIQUE INDEX challenge_pkey ON public.challenge USING btree (hash)
CREATE UNIQUE INDEX change_request_pkey ON public.change_request USING btree (id)
CREATE UNIQUE INDEX claim_pkey ON public.claim USING btree (scope, value)
CREATE UNIQUE INDEX comment_file_key ON public.comment USING btree (customer_id, id)
CREATE UNIQUE INDEX comment_pkey ON public.comment USING btree (id)
CREATE UNIQUE INDEX company_pkey ON public.company USING btree (id)
CREATE UNIQUE INDEX completeness_score_pkey ON public.completeness_score USING btree (id)
CREATE UNIQUE INDEX confirmation_link_file_key ON public.confirmation_link USING btree (customer_id, id)
CREATE UNIQUE INDEX confirmation_link_pkey ON public.confirmation_link USING btree (id)
CREATE UNIQUE INDEX consent_file_key ON public.consent USING btree (customer_id, id)
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (id)
CREATE UNIQUE INDEX contact_file_key ON public.contact USING btree (customer_id, id)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (id)
CREATE UNIQUE INDEX counter_pkey ON public.counter USING btree (scope)
CREATE UNIQUE INDEX credential_pkey ON public.credential USING btree (user_id)
CREATE UNIQUE INDEX credit_pkey ON public.credit USING btree (id)
CREATE UNIQUE INDEX custom_field_pkey ON public.custom_field USING btree (id)
CREATE UNIQUE INDEX custom_object_pkey ON public.custom_object USING btree (id)
CREATE UNIQUE INDEX customer_pkey ON public.customer USING btree (id)
CREATE UNIQUE INDEX dashboard_pkey ON public.dashboard USING btree (id)
CREATE UNIQUE INDEX data_key_owner_level_key ON public.data_key USING btree (owner, level)
CREATE UNIQUE INDEX data_key_pkey ON public.data_key USING btree (id)
CREATE UNIQUE INDEX delegation_pkey ON public.delegation USING btree (id)
CREATE UNIQUE INDEX disclosure_file_key ON public.disclosure USING btree (customer_id, id)
CREATE UNIQUE INDEX disclosure_pkey ON public.disclosure USING btree (id)
CREATE UNIQUE INDEX duplicate_pair_pkey ON public.duplicate_pair USING btree (object, one, other)
CREATE UNIQUE INDEX duplicate_place_pkey ON public.duplicate_place USING btree (object)
CREATE UNIQUE INDEX edition_pkey ON public.edition USING btree (id)
CREATE UNIQUE INDEX emergency_access_file_key ON public.emergency_access USING btree (customer_id, id)
CREATE UNIQUE INDEX emergency_access_pkey ON public.emergency_access USING btree (id)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id)
CREATE UNIQUE INDEX export_pkey ON public.export USING btree (id)
CREATE UNIQUE INDEX favourite_pkey ON public.favourite USING btree (id)
CREATE UNIQUE INDEX field_change_pkey ON public.field_change USING btree (id)
CREATE UNIQUE INDEX field_rule_pkey ON public.field_rule USING btree (id)
CREATE UNIQUE INDEX file_pkey ON public.file USING btree (id)
CREATE UNIQUE INDEX file_reading_pkey ON public.file_reading USING btree (by, file)
CREATE UNIQUE INDEX follow_up_file_key ON public.follow_up USING btree (customer_id, id)
CREATE UNIQUE INDEX follow_up_pkey ON public.follow_up USING btree (id)
CREATE UNIQUE INDEX form_draft_pkey ON public.form_draft USING btree (person, object, record, parent, gathered)
CREATE UNIQUE INDEX holiday_pkey ON public.holiday USING btree (id)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (actor, key)
CREATE UNIQUE INDEX import_change_pkey ON public.import_change USING btree (import, object, record)
CREATE UNIQUE INDEX import_pkey ON public.import USING btree (id)
CREATE UNIQUE INDEX import_row_pkey ON public.import_row USING btree (import, "row")
CREATE UNIQUE INDEX improvement_pkey ON public.improvement USING btree (id)
CREATE UNIQUE INDEX index_key_keyed_check_key ON public.index_key USING btree (keyed_check)
CREATE UNIQUE INDEX index_key_pkey ON public.index_key USING btree (id)
CREATE UNIQUE INDEX indicator_score_pkey ON public.indicator_score USING btree (id)
CREATE UNIQUE INDEX job_pkey ON public.job USING btree (id)
CREATE UNIQUE INDEX layout_pkey ON public.layout USING btree (id)
CREATE UNIQUE INDEX level_key_pkey ON public.level_key USING btree (id)
CREATE UNIQUE INDEX log_report_pkey ON public.log_report USING btree (id)
CREATE UNIQUE INDEX master_key_pkey ON public.master_key USING btree (fingerprint)
CREATE UNIQUE INDEX meeting_action_file_key ON public.meeting_action USING btree (meeting_id, id)
CREATE UNIQUE INDEX meeting_action_pkey ON public.meeting_action USING btree (id)
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (id)
CREATE UNIQUE INDEX module_switch_pkey ON public.module_switch USING btree (id)
CREATE UNIQUE INDEX need_file_key ON public.need USING btree (customer_id, id)
CREATE UNIQUE INDEX need_pkey ON public.need USING btree (id)
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (id)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (id)
CREATE UNIQUE INDEX own_setting_pkey ON public.own_setting USING btree (person)
CREATE UNIQUE INDEX passkey_credential_id_key ON public.passkey USING btree (credential_id)
CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (id)
CREATE UNIQUE INDEX plain_remains_pkey ON public.plain_remains USING btree (single)
CREATE UNIQUE INDEX preference_file_key ON public.preference USING btree (customer_id, id)
CREATE UNIQUE INDEX preference_pkey ON public.preference USING btree (id)
CREATE UNIQUE INDEX principal_id_key ON public.principal USING btree (id)
CREATE UNIQUE INDEX principal_pkey ON public.principal USING btree (key)
CREATE UNIQUE INDEX procedure_case_file_key ON public.procedure_case USING btree (customer_id, id)
CREATE UNIQUE INDEX procedure_case_pkey ON public.procedure_case USING btree (id)
CREATE UNIQUE INDEX product_pkey ON public.product USING btree (id)
CREATE UNIQUE INDEX proposal_pkey ON public.proposal USING btree (id)
CREATE UNIQUE INDEX proposal_step_pkey ON public.proposal_step USING btree (id)
CREATE UNIQUE INDEX publication_pkey ON public.publication USING btree (id)
CREATE UNIQUE INDEX purchase_file_key ON public.purchase USING btree (customer_id, id)
CREATE UNIQUE INDEX purchase_pkey ON public.purchase USING btree (id)
CREATE UNIQUE INDEX purpose_code_unique ON public.purpose USING btree (lower(code)) WHERE (deleted_at IS NULL)
CREATE UNIQUE INDEX purpose_pkey ON public.purpose USING btree (id)
CREATE UNIQUE INDEX read_receipt_pkey ON public.read_receipt USING btree (id)
CREATE UNIQUE INDEX reading_alarm_pkey ON public.reading_alarm USING btree (by, minutes)
CREATE UNIQUE INDEX record_merge_part_pkey ON public.record_merge_part USING btree (merge, role, object, record)
CREATE UNIQUE INDEX record_merge_pkey ON public.record_merge USING btree (id)
CREATE UNIQUE INDEX recovery_code_pkey ON public.recovery_code USING btree (user_id, hash)
CREATE UNIQUE INDEX regular_meeting_pkey ON public.regular_meeting USING btree (id)
CREATE UNIQUE INDEX reveal_pkey ON public.reveal USING btree (id)
CREATE UNIQUE INDEX review_finding_file_key ON public.review_finding USING btree (customer_id, id)
CREATE UNIQUE INDEX review_finding_pkey ON public.review_finding USING btree (id)
CREATE UNIQUE INDEX review_item_file_key ON public.review_item USING btree (customer_id, id)
CREATE UNIQUE INDEX review_item_pkey ON public.review_item USING btree (id)
CREATE UNIQUE INDEX review_plan_pkey ON public.review_plan USING btree (id)
CREATE UNIQUE INDEX review_round_pkey ON public.review_round USING btree (id)
CREATE UNIQUE INDEX role_assignment_pkey ON public.role_assignment USING btree (id)
CREATE UNIQUE INDEX role_pkey ON public.role USING btree (id)
CREATE UNIQUE INDEX rule_exception_file_key ON public.rule_exception USING btree (customer_id, id)
CREATE UNIQUE INDEX rule_exception_pkey ON public.rule_exception USING btree (id)
CREATE UNIQUE INDEX saved_view_pkey ON public.saved_view USING btree (id)
CREATE UNIQUE INDEX sealed_search_pkey ON public.sealed_search USING btree (by, kind, text)
CREATE UNIQUE INDEX second_entry_file_key ON public.second_entry USING btree (customer_id, id)
CREATE UNIQUE INDEX second_entry_pkey ON public.second_entry USING btree (id)
CREATE UNIQUE INDEX service_standard_pkey ON public.service_standard USING btree (id)
CREATE UNIQUE INDEX service_standard_tier_unique ON public.service_standard USING btree (lower(tier)) WHERE (deleted_at IS NULL)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id)
CREATE UNIQUE INDEX session_token_hash_key ON public.session USING btree (token_hash)
CREATE UNIQUE INDEX setting_pkey ON public.setting USING btree (name)
CREATE UNIQUE INDEX shred_ledger_owner_key ON public.shred_ledger USING btree (owner)
CREATE UNIQUE INDEX shred_ledger_pkey ON public.shred_ledger USING btree (id)
CREATE UNIQUE INDEX sign_in_attempt_pkey ON public.sign_in_attempt USING btree (key)
CREATE UNIQUE INDEX sso_identity_issuer_user_id_key ON public.sso_identity USING btree (issuer, user_id)
CREATE UNIQUE INDEX sso_identity_pkey ON public.sso_identity USING btree (issuer, subject)
CREATE UNIQUE INDEX suggestion_pkey ON public.suggestion USING btree (id)
CREATE UNIQUE INDEX tag_pkey ON public.tag USING btree (id)
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (id)
CREATE UNIQUE INDEX team_member_file_key ON public.team_member USING btree (customer_id, id)
CREATE UNIQUE INDEX team_member_pkey ON public.team_member USING btree (id)
CREATE UNIQUE INDEX trail_setting_pkey ON public.trail_setting USING btree (one)
CREATE UNIQUE INDEX unit_pkey ON public.unit USING btree (id)
CREATE UNIQUE INDEX unresolved_pkey ON public.unresolved USING btree (record, field)
CREATE UNIQUE INDEX user_login_unique ON public."user" USING btree (lower(login)) WHERE (deleted_at IS NULL)
CREATE UNIQUE INDEX user_pkey ON public."user" USING btree (id)
CREATE UNIQUE INDEX value_list_item_pkey ON public.value_list_item USING btree (id)
CREATE UNIQUE INDEX value_rule_pkey ON public.value_rule USING btree (id)
CREATE UNIQUE INDEX verification_pkey ON public.verification USING btree (id)
CREATE UNIQUE INDEX verification_standing_idx ON public.verification USING btree (record, field) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX work_report_pkey ON public.work_report USING btree (id)

-- row-level security
address: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
address: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
address: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
address: surveying for SELECT to dossier_reader using true
agenda_item: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
agenda_item: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
agenda_item: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
agenda_item: surveying for SELECT to dossier_reader using true
appraisal: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
appraisal: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
appraisal: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
appraisal: surveying for SELECT to dossier_reader using true
attachment: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
attachment: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
attachment: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
attachment: surveying for SELECT to dossier_reader using true
case_step: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
case_step: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
case_step: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
case_step: surveying for SELECT to dossier_reader using true
change_request: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
change_request: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
change_request: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
change_request: surveying for SELECT to dossier_reader using true
comment: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
comment: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
comment: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
comment: surveying for SELECT to dossier_reader using true
completeness_score: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
completeness_score: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
completeness_score: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
completeness_score: surveying for SELECT to dossier_reader using true
confirmation_link: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
confirmation_link: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
confirmation_link: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
confirmation_link: surveying for SELECT to dossier_reader using true
consent: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
consent: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
consent: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
consent: surveying for SELECT to dossier_reader using true
contact: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
contact: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
contact: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
contact: surveying for SELECT to dossier_reader using true
customer: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
customer: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
customer: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
customer: surveying for SELECT to dossier_reader using true
disclosure: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
disclosure: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
disclosure: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
disclosure: surveying for SELECT to dossier_reader using true
emergency_access: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
emergency_access: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
emergency_access: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
emergency_access: surveying for SELECT to dossier_reader using true
export: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
export: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
export: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
export: surveying for SELECT to dossier_reader using true
favourite: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
favourite: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
favourite: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
favourite: surveying for SELECT to dossier_reader using true
follow_up: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
follow_up: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
follow_up: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
follow_up: surveying for SELECT to dossier_reader using true
improvement: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
improvement: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
improvement: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
improvement: surveying for SELECT to dossier_reader using true
indicator_score: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
indicator_score: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
indicator_score: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
indicator_score: surveying for SELECT to dossier_reader using true
log_report: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
log_report: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
log_report: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
log_report: surveying for SELECT to dossier_reader using true
meeting: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting: surveying for SELECT to dossier_reader using true
meeting_action: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting_action: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting_action: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
meeting_action: surveying for SELECT to dossier_reader using true
need: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
need: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
need: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
need: surveying for SELECT to dossier_reader using true
notification: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
notification: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
notification: ending for DELETE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND ((read_at < (now() - '30 days'::interval)) OR (created_at < (now() - '180 days'::interval))))
notification: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
notification: surveying for SELECT to dossier_reader using true
preference: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
preference: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
preference: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
preference: surveying for SELECT to dossier_reader using true
procedure_case: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
procedure_case: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
procedure_case: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
procedure_case: surveying for SELECT to dossier_reader using true
publication: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
publication: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
publication: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
publication: surveying for SELECT to dossier_reader using true
purchase: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
purchase: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
purchase: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
purchase: surveying for SELECT to dossier_reader using true
read_receipt: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
read_receipt: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
read_receipt: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
read_receipt: surveying for SELECT to dossier_reader using true
regular_meeting: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
regular_meeting: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
regular_meeting: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
regular_meeting: surveying for SELECT to dossier_reader using true
review_finding: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_finding: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_finding: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_finding: surveying for SELECT to dossier_reader using true
review_item: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_item: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_item: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_item: surveying for SELECT to dossier_reader using true
review_plan: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_plan: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_plan: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_plan: surveying for SELECT to dossier_reader using true
review_round: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_round: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_round: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
review_round: surveying for SELECT to dossier_reader using true
rule_exception: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
rule_exception: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
rule_exception: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
rule_exception: surveying for SELECT to dossier_reader using true
second_entry: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
second_entry: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
second_entry: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
second_entry: surveying for SELECT to dossier_reader using true
suggestion: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
suggestion: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
suggestion: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
suggestion: surveying for SELECT to dossier_reader using true
task: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
task: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
task: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
task: surveying for SELECT to dossier_reader using true
team_member: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
team_member: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
team_member: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
team_member: surveying for SELECT to dossier_reader using true
work_report: changing for UPDATE using ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
work_report: creating for INSERT with check ((acl_write && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
work_report: reading for SELECT using ((acl_read && (NULLIF(current_setting('app.keys'::text, true), ''::text))::integer[]) AND (acl_level <= (NULLIF(current_setting('app.clearance'::text, true), ''::text))::smallint))
work_report: surveying for SELECT to dossier_reader using true
