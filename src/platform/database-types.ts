/** Written by tools/types.ts from the migrated database: do not edit. A column of a view may always be null. */
import type { Generated, GeneratedAlways } from 'kysely'

export interface AccountTable {
  id: string
  name: string
  name_folded: string
  sort_key: string
  sign_in_name: string
  language: Generated<string>
  temporary_password_until: Temporal.Instant | null
  closed_on: Temporal.PlainDate | null
  created_at: Generated<Temporal.Instant>
  mail: string | null
  mail_confirmed_at: Temporal.Instant | null
  wants_digest: Generated<boolean>
}

export interface AnnouncementTable {
  kind: string | null
  unit_id: string | null
  id: string | null
  revision: number | null
  title: string | null
  held_on: Temporal.PlainDate | null
  until_on: Temporal.PlainDate | null
  starts: string | null
  ends: string | null
  place: string | null
  cancelled: boolean | null
  moved_from: Temporal.PlainDate | null
  announced_on: Temporal.PlainDate | null
  results_on: Temporal.PlainDate | null
  changed_on: Temporal.PlainDate | null
  touches: unknown
}

export interface AttachmentTable {
  unit_id: string
  id: string
  record_kind: string
  record_id: string
  name: string | null
  media_type: string
  size: number
  stored: string
  sealed: Generated<boolean>
  sealed_name: Buffer | null
  from_public: Generated<boolean>
  added_by: string | null
  added_on: Temporal.PlainDate
}

export interface AuthAccountTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Temporal.Instant | null
  refresh_token_expires_at: Temporal.Instant | null
  scope: string | null
  password: string | null
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface AuthSessionTable {
  id: string
  user_id: string
  token: string
  expires_at: Temporal.Instant
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  username: string | null
  display_username: string | null
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: Temporal.Instant
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface BalanceTable {
  unit_id: string
  quarter_on: Temporal.PlainDate
  regular_visits: Generated<number>
  regular_people: Generated<number>
  regular_cases_first: Generated<number>
  regular_cases_again: Generated<number>
  regular_groups: Generated<number>
  regular_group_people: Generated<number>
  regular_groups_first: Generated<number>
  regular_groups_again: Generated<number>
  head_visits: Generated<number>
  head_people: Generated<number>
  head_cases_first: Generated<number>
  head_cases_again: Generated<number>
  head_groups: Generated<number>
  head_group_people: Generated<number>
  head_groups_first: Generated<number>
  head_groups_again: Generated<number>
  delegated_visits: Generated<number>
  delegated_people: Generated<number>
  delegated_cases_first: Generated<number>
  delegated_cases_again: Generated<number>
  delegated_groups: Generated<number>
  delegated_group_people: Generated<number>
  delegated_groups_first: Generated<number>
  delegated_groups_again: Generated<number>
  head_days: Generated<number>
  delegated_days: Generated<number>
  received_several: Generated<number>
  received_one: Generated<number>
  received_unnamed: Generated<number>
  processed_several: Generated<number>
  processed_one: Generated<number>
  processed_unnamed: Generated<number>
  eligible: Generated<number>
  eligible_cases: Generated<number>
  complaint_within: Generated<number>
  complaint_guided: Generated<number>
  complaint_transferred: Generated<number>
  complaint_urged: Generated<number>
  denunciation_within: Generated<number>
  denunciation_guided: Generated<number>
  denunciation_transferred: Generated<number>
  denunciation_urged: Generated<number>
  feedback_within: Generated<number>
  feedback_guided: Generated<number>
  feedback_transferred: Generated<number>
  feedback_urged: Generated<number>
  replies: Generated<number>
}

export interface BalanceAddedTable {
  unit_id: string
  measure: number
  quarter_on: Temporal.PlainDate
  since_quarter_on: Temporal.PlainDate
  amount: number
}

export interface BalanceAddedOpeningTable {
  unit_id: string
  measure: number
  year_on: Temporal.PlainDate
  amount: number
}

export interface BalanceOpeningTable {
  unit_id: string
  year_on: Temporal.PlainDate
  regular_visits: Generated<number>
  regular_people: Generated<number>
  regular_cases_first: Generated<number>
  regular_cases_again: Generated<number>
  regular_groups: Generated<number>
  regular_group_people: Generated<number>
  regular_groups_first: Generated<number>
  regular_groups_again: Generated<number>
  head_visits: Generated<number>
  head_people: Generated<number>
  head_cases_first: Generated<number>
  head_cases_again: Generated<number>
  head_groups: Generated<number>
  head_group_people: Generated<number>
  head_groups_first: Generated<number>
  head_groups_again: Generated<number>
  delegated_visits: Generated<number>
  delegated_people: Generated<number>
  delegated_cases_first: Generated<number>
  delegated_cases_again: Generated<number>
  delegated_groups: Generated<number>
  delegated_group_people: Generated<number>
  delegated_groups_first: Generated<number>
  delegated_groups_again: Generated<number>
  head_days: Generated<number>
  delegated_days: Generated<number>
  received_several: Generated<number>
  received_one: Generated<number>
  received_unnamed: Generated<number>
  processed_several: Generated<number>
  processed_one: Generated<number>
  processed_unnamed: Generated<number>
  eligible: Generated<number>
  eligible_cases: Generated<number>
  complaint_within: Generated<number>
  complaint_guided: Generated<number>
  complaint_transferred: Generated<number>
  complaint_urged: Generated<number>
  denunciation_within: Generated<number>
  denunciation_guided: Generated<number>
  denunciation_transferred: Generated<number>
  denunciation_urged: Generated<number>
  feedback_within: Generated<number>
  feedback_guided: Generated<number>
  feedback_transferred: Generated<number>
  feedback_urged: Generated<number>
  replies: Generated<number>
}

export interface BalanceReachTable {
  unit_id: string
  measures: number[]
}

export interface BalanceReferringTable {
  unit_id: string
  quarter_on: Temporal.PlainDate
  since_quarter_on: Temporal.PlainDate
  settled_first: Generated<number>
  settled_again: Generated<number>
}

export interface BodyTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  level: string
  forms: unknown
  until_on: Temporal.PlainDate | null
}

export interface BookImportTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  file_name: string
  stage: string
  rows: number
  visits: number | null
  petitions: number | null
  sealed: number | null
  already: number | null
  refused: Generated<unknown>
  finished_on: Temporal.PlainDate | null
  undone: number | null
  kept: Generated<unknown>
  undone_on: Temporal.PlainDate | null
}

export interface CalendarDayTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  day: Temporal.PlainDate
  working: boolean
  label: string
  decision: string
}

export interface CaseLinkTable {
  unit_id: string
  id: string
  petition_id: string
  case_id: string
  how: string
  linked_on: Temporal.PlainDate
}

export interface CasePaperTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  petition_id: string
  paper_number: number
  first_page: number
  last_page: number
}

export interface CasePlanTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  record_kind: string
  record_id: string
  owner_id: string
  cause: string
  steps: string
  due_on: Temporal.PlainDate
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  follows_id: string | null
}

export interface ChannelTable {
  unit_id: string
  record_id: string
  door: Buffer
  public_key: Buffer
  sealed: Buffer
  version: Generated<number>
}

export interface ClusterTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  name: string
  level: string
  members: Generated<unknown>
  hosts: Generated<unknown>
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

export interface ClusterMemberTable {
  keeper_id: string | null
  cluster_id: string | null
  name: string | null
  from_on: Temporal.PlainDate | null
  until_on: Temporal.PlainDate | null
  unit_id: string | null
  member_from_on: Temporal.PlainDate | null
  member_until_on: Temporal.PlainDate | null
}

export interface CodePrefixTable {
  prefix: string
  unit_id: string
}

export interface CommitmentTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  origin_kind: string
  origin_unit_id: string
  origin_id: string
  origin_title: string
  origin_public: boolean
  said_on: Temporal.PlainDate
  helpers: Generated<unknown>
  text: string
  force: string
  named_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  extensions: Generated<unknown>
  made_on: Temporal.PlainDate
  head_then: unknown
  public_text: string | null
  published_on: Temporal.PlainDate | null
  progress: Generated<unknown>
  evidence: string | null
  reported_on: Temporal.PlainDate | null
  reported_by: string | null
  sent_back: Generated<unknown>
  kept_on: Temporal.PlainDate | null
  confirmed_as: string | null
  ended_on: Temporal.PlainDate | null
  why: string | null
  replaces_id: string | null
  replaced_by_id: string | null
  corrections: Generated<unknown>
  taken_down: Generated<unknown>
  confirmed_on: Temporal.PlainDate | null
}

export interface CommitmentAskerTable {
  origin_unit_id: string | null
  origin_id: string | null
  record_id: string | null
}

export interface CommitmentDueTable {
  unit_id: string | null
  due_on: Temporal.PlainDate | null
  settled: boolean | null
  origin_id: string | null
}

export interface CommitmentMailTable {
  unit_id: string
  commitment_id: string
  account_id: string
  told: string
  due_on: Temporal.PlainDate
  on_day: Temporal.PlainDate
}

export interface CommitmentSourceTable {
  origin_kind: string | null
  origin_unit_id: string | null
  origin_id: string | null
  origin_title: string | null
  said_on: Temporal.PlainDate | null
  commitment_id: string | null
  owner_unit_id: string | null
  helper_unit_ids: unknown
  text: string | null
  force: string | null
  due_on: Temporal.PlainDate | null
  public: boolean | null
}

export interface ComplaintTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  register_number: number | null
  register_year: number
  petition_id: string
  point: string
  case_id: string
  instance: Generated<number>
  first_id: string | null
  title: string
  complainant_name: string
  respondent: string
  contested: unknown
  field: string
  handler_id: string | null
  verifier_id: string | null
  proposed_on: Temporal.PlainDate
  received_on: Temporal.PlainDate
  accepted_on: Temporal.PlainDate | null
  remote: Generated<boolean>
  complexity: unknown
  suspensions: Generated<unknown>
  decline_ground: string | null
  verification: unknown
  dialogue: unknown
  decision: unknown
  outcome: string | null
  decided_on: Temporal.PlainDate | null
  sent_on: Temporal.PlainDate | null
  delivered_on: Temporal.PlainDate | null
  second_road: unknown
  in_effect_on: Temporal.PlainDate | null
  enforcement: unknown
  withdrawal: unknown
  ended_on: Temporal.PlainDate | null
  end_ground: string | null
  clock: unknown
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  first_unit_id: string | null
  earlier: unknown
  respondent_body: string | null
  successor: unknown
  stays: unknown
  stop_letters: unknown
  past_withdrawals: unknown
  respondent_visits: unknown
  withdrawal_marked_on: Temporal.PlainDate | null
  lawsuit: unknown
  obligations: unknown
  counted: unknown
}

export interface ConsultationTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  matter: string
  title: string
  what: string
  where_to_read: string | null
  asked_unit_ids: unknown
  published_on: Temporal.PlainDate
  last_on: Temporal.PlainDate
  extensions: Generated<unknown>
  closed_on: Temporal.PlainDate | null
  explanation: string | null
  otherwise: string | null
  explained_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: Generated<unknown>
}

export interface DelegationTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  from_account_id: string
  to_account_id: string
  power: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  document: string
  withdrawn_on: Temporal.PlainDate | null
}

export interface DeliveryTable {
  unit_id: string
  notice_id: string
  attempt: number
  at: Temporal.Instant
  channel: string
  outcome: string
  reply_code: number | null
}

export interface DenunciationTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  register_number: number | null
  register_year: number
  received_on: Temporal.PlainDate
  source: string
  via: string
  several: Generated<boolean>
  eligible: boolean | null
  processed_on: Temporal.PlainDate | null
  processed_by_step: string | null
  came_from: unknown
  sent_to: unknown
  clock: unknown
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  extract_id: string | null
  verifier_id: string | null
  accepted_on: Temporal.PlainDate | null
  notified_on: Temporal.PlainDate | null
  extensions: Generated<number>
  suspensions: Generated<unknown>
  withdrawal: unknown
  outcome: string | null
  concluded_on: Temporal.PlainDate | null
  sent_on: Temporal.PlainDate | null
  acted_on: Temporal.PlainDate | null
  reported_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  further_on: Temporal.PlainDate | null
  demand: unknown
  protection: unknown
  tip: unknown
  inspection: unknown
  sent_words: Generated<unknown>
  hold_until: Temporal.PlainDate | null
  certificate_id: string | null
  further_why: string | null
}

export interface DestroyedPartTable {
  unit_id: string
  record_id: string
  part_id: string
}

export interface DialogueTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  title: string
  about: string
  mode: string
  held_on: Temporal.PlainDate
  starts: string
  ends: string
  place: string
  link: string | null
  questions_by_on: Temporal.PlainDate
  chaired_by: string
  with_unit_ids: Generated<string[]>
  project_id: string | null
  request_id: string | null
  announced_on: Temporal.PlainDate | null
  notice_by_on: Temporal.PlainDate | null
  notice_where: string | null
  moved: Generated<unknown>
  cancelled: unknown
  slips: Generated<number>
  groups: Generated<unknown>
  minutes: Generated<unknown>
  attendance: unknown
  people: number | null
  recorded_on: Temporal.PlainDate | null
  publish_by_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  conclusion: string | null
  villages_told: unknown
  promises: Generated<unknown>
  closed_on: Temporal.PlainDate | null
  corrections: Generated<unknown>
}

export interface DialogueQuestionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  dialogue_id: string
  origin: string
  asked_on: Temporal.PlainDate
  text: string | null
  asker_name: string | null
  asker_phone: string | null
  asker_email: string | null
  village: string | null
  language: Generated<string>
  has_code: Generated<boolean>
  people: Generated<number>
  group_id: string | null
  petition_id: string | null
  set_aside: string | null
  answered: unknown
  answered_on: Temporal.PlainDate | null
  told: Generated<unknown>
}

export interface DialogueSlipTable {
  unit_id: string
  dialogue_id: string
  slip: number
  handed_in_at: Temporal.Instant
}

export interface DocumentTable {
  unit_id: string
  id: string
  record_kind: string
  record_id: string
  seq: number
  kind: string
  book: string
  year: number
  number: number
  title: string
  issued_on: Temporal.PlainDate
  data: unknown
  sealed: GeneratedAlways<boolean | null>
  voided_on: Temporal.PlainDate | null
  void_reason: string | null
  created_at: Generated<Temporal.Instant>
  template_id: string | null
}

export interface DuplicateKeyTable {
  unit_id: string
  petition_id: string
  pairs: number[]
}

export interface EventTable {
  unit_id: string
  record_id: string
  seq: number
  record_kind: string
  action: string
  at: Temporal.Instant
  on_day: Temporal.PlainDate
  actor_id: string | null
  via: string
  standing: string
  cite: string
  from_state: string | null
  to_state: string
  numbers: Generated<unknown>
  payload_hash: Buffer
  chain: Buffer
}

export interface FeedbackTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  register_number: number | null
  register_year: number
  petition_id: string
  point: string
  case_id: string
  kind: string
  title: string
  text: string
  field: string
  place_unit_id: string | null
  received_on: Temporal.PlainDate
  proposed_on: Temporal.PlainDate
  handler_id: string | null
  draft: string | null
  answer: string | null
  answered_on: Temporal.PlainDate | null
  public_question: string | null
  public_answer: string | null
  publication: Generated<string>
  published_on: Temporal.PlainDate | null
  rating: number | null
  rating_note: string | null
  reopened: Generated<number>
  reopened_on: Temporal.PlainDate | null
  sent_to: unknown
  ended_on: Temporal.PlainDate | null
  clock: unknown
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  regulation: unknown
  outcome_published_on: Temporal.PlainDate | null
  counted: unknown
}

export interface FieldVisitTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  held_on: Temporal.PlainDate
  head_account_id: string
  head_name: string
  head_title: string | null
  place: string
  place_unit_id: string | null
  spoke: Generated<unknown>
  promised: string | null
  promise_due_on: Temporal.PlainDate | null
  corrections: Generated<unknown>
}

export interface GoalTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  programme_id: string
  text: string
  counted_in: string
  direction: string
  target_value: number
  by_on: Temporal.PlainDate
  source: string | null
  progress: Generated<unknown>
  set_on: Temporal.PlainDate
  final_value: number | null
  evidence: string | null
  ended_on: Temporal.PlainDate | null
}

export interface GrievanceTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  source: string
  place_unit_id: string
  field: string
  title: string
  text: string
  known_on: Temporal.PlainDate
  recorded_by: string
  owner_id: string | null
  owner_body_id: string | null
  target_on: Temporal.PlainDate | null
  progress: Generated<unknown>
  ended_on: Temporal.PlainDate | null
  end_kind: string | null
  end_note: string | null
  petition_id: string | null
  merged_into_id: string | null
}

export interface HandedInFigureTable {
  unit_id: string | null
  id: string | null
  form: string | null
  instrument: string | null
  period: string | null
  version: number | null
  handed_in_on: Temporal.PlainDate | null
  columns: unknown
}

export interface HotspotFindingTable {
  id: string
  run_id: string
  place_id: string
  field: string | null
  window_days: number | null
  behind: number
  cases: number
  expected: number
  chance: number
}

export interface HotspotPlanTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  finding_id: string
  field: string | null
  window_days: number | null
  found_on: Temporal.PlainDate
  since_on: Temporal.PlainDate
  behind_then: number
  cases_then: number
  expected_then: number
  owner_id: string
  target_on: Temporal.PlainDate
  what: string
  progress: Generated<unknown>
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  behind_at_end: number | null
}

export interface HotspotRunTable {
  id: string
  scope_id: string
  run_on: Temporal.PlainDate
  week: string
  since_on: Temporal.PlainDate
  cases: number
  places: number
  false_alarms: number
  replicates: number
  ran_ms: number
  created_at: Generated<Temporal.Instant>
}

export interface InstrumentTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  number: string | null
  title: string
  issued_on: Temporal.PlainDate
  issuer_unit_id: string | null
  issuer_text: string | null
  valid_from: Temporal.PlainDate
  valid_until: Temporal.PlainDate | null
  theme_year: number | null
  binds: Generated<unknown>
  derived: Generated<unknown>
  replaced_by_unit_id: string | null
  replaced_by_id: string | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  recorded_on: Temporal.PlainDate
  events: unknown
}

export interface KeyEndTable {
  unit_id: string
  record_id: string
  key_id: string
}

export interface KeyRequestTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  asker_id: string
  register_number: number | null
  register_year: number | null
  basis: string
  asked_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  decided_by: string | null
  decided_on: Temporal.PlainDate | null
  first_by: string | null
  first_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
}

export interface LawSwitchTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  switch: string
  turned_on: boolean
  ground: string
}

export interface LetterTable {
  unit_id: string | null
  id: string | null
  record_kind: string | null
  record_id: string | null
  seq: number | null
  kind: string | null
  book: string | null
  year: number | null
  number: number | null
  title: string | null
  issued_on: Temporal.PlainDate | null
  data: unknown
  sealed: boolean | null
  voided_on: Temporal.PlainDate | null
  void_reason: string | null
  created_at: Temporal.Instant | null
  template_id: string | null
  about_kind: string | null
  about_id: string | null
  like_kind: string | null
  marks: unknown
}

export interface LetterChangeTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  letter_id: string
  record_kind: string
  record_id: string
  by_letter_id: string | null
  reason: string
  done_on: Temporal.PlainDate
}

export interface LetterTemplateTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  instrument: string
  kind: string
  version: number
  from_on: Temporal.PlainDate
  name: string
  content: Buffer
}

export interface MailCodeTable {
  account_id: string
  mail: string
  code_hash: Buffer
  until_at: Temporal.Instant
}

export interface MailDigestTable {
  account_id: string
  on_day: Temporal.PlainDate
}

export interface MeasureTable {
  id: number
  key: string
  ready: Generated<boolean>
}

export interface MeetingTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  title: string
  purpose: string | null
  mode: string
  place: string | null
  online_address: string | null
  held_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  starts: string
  ends: string
  is_public: Generated<boolean>
  cluster_id: string | null
  period: string | null
  hosts: Generated<unknown>
  rooms: Generated<unknown>
  invited: Generated<unknown>
  answer_by: Temporal.PlainDate | null
  programme: Generated<unknown>
  programme_versions: Generated<unknown>
  attendance: Generated<unknown>
  speeches: Generated<unknown>
  findings: Generated<unknown>
  conclusion: string | null
  conclusion_version: Generated<number>
  conclusion_by_id: string | null
  conclusion_by: string | null
  conclusion_at: Temporal.Instant | null
  promises: Generated<unknown>
  concluded_on: Temporal.PlainDate | null
  concluded_by: string | null
  moves: Generated<unknown>
  corrections: Generated<unknown>
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  findings_public: boolean | null
  blind_papers: boolean | null
}

export interface MeetingFindingTable {
  unit_id: string | null
  meeting_id: string | null
  meeting_title: string | null
  held_on: Temporal.PlainDate | null
  concluded_on: Temporal.PlainDate | null
  is_public: boolean | null
  id: string | null
  kind: string | null
  text: string | null
}

export interface MeetingReportTable {
  kind: string | null
  unit_id: string | null
  id: string | null
  period: string | null
  form: string | null
  version: number | null
  handed_in_on: Temporal.PlainDate | null
}

export interface MigrationTable {
  number: number
  name: string
  checksum: string
  applied_at: Generated<Temporal.Instant>
}

export interface MovementTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  title: string
  content: string
  launched_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  basis_unit_id: string | null
  basis_id: string | null
  theme_unit_id: string | null
  theme_id: string | null
  registrations: Generated<unknown>
  reviews: Generated<unknown>
  awards: Generated<unknown>
}

export interface NamedPositionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  account_id: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

export interface NarrativeTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  period: string
  version: number
  follows_id: string | null
  reason: string | null
  sections: unknown
  frozen: unknown
  signed_on: Temporal.PlainDate | null
  signed_by: string | null
}

export interface NoticeTable {
  unit_id: string
  id: string
  record_kind: string
  record_id: string
  template: string
  channel: string | null
  attempts: Generated<number>
  message_id: string | null
  sent_at: Temporal.Instant | null
  unreachable: string | null
  created_at: Generated<Temporal.Instant>
}

export interface NoticeAddressTable {
  unit_id: string | null
  record_kind: string | null
  record_id: string | null
  mail: string | null
  phone: string | null
  language: string | null
}

export interface OfficerKeyTable {
  id: string
  account_id: string
  public_key: Buffer
  salt: Buffer | null
  passes: number | null
  memory: number | null
  nonce: Buffer | null
  sealed_private: Buffer | null
  made_at: Temporal.Instant
  replaced_at: Temporal.Instant | null
  held_by: string | null
}

export interface OpeningYearTable {
  year_on: Temporal.PlainDate
}

export interface OpinionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  consultation_id: string
  source: string
  people: Generated<number>
  text: string
  received_on: Temporal.PlainDate
  sender_name: string | null
  sender_phone: string | null
  gist: string | null
  outcome: string | null
  why: string | null
  weighed_on: Temporal.PlainDate | null
  corrections: Generated<unknown>
}

export interface OutboxTable {
  unit_id: string
  id: string
  task: string
  payload: unknown
  run_at: Generated<Temporal.Instant>
}

export interface OverdueDemandTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  subordinate_id: string
  items: unknown
  note: string
  demanded_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate
  escalated_on: Temporal.PlainDate | null
  answer: string | null
  new_days: unknown
  answered_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
}

export interface PairRarityTable {
  name: string
  counted_at: Temporal.Instant
  letters: number
  register: number
  pairs: number[]
  counts: number[]
}

export interface PaperTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  meeting_id: string
  topic_id: string
  title: string
  abstract: string | null
  authors: unknown
  from_unit_ids: Generated<string[]>
  print_contact: Generated<boolean>
  blind: boolean
  via: string
  received_on: Temporal.PlainDate
  versions: unknown
  remarks: Generated<unknown>
  reviews: Generated<unknown>
  decision_note: string | null
  decided_on: Temporal.PlainDate | null
  place: number | null
  minutes: number | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_note: string | null
  was_on_programme: Generated<boolean>
}

export interface PaperCopyTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  signed_by: string
  signed_on: Temporal.PlainDate
  numbered_on: Temporal.PlainDate | null
  number_by_on: Temporal.PlainDate | null
  late: boolean | null
}

export interface PaperSigningTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

export interface PapersVolumeTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  meeting_id: string
  foreword: string | null
  place_and_date: string
  with_contacts: Generated<boolean>
  published_on: Temporal.PlainDate | null
  published_print: string | null
}

export interface PayloadTable {
  unit_id: string
  record_id: string
  seq: number
  salt: Buffer
  input: unknown
  changed: unknown
  input_digest: Buffer | null
  erased_on: Temporal.PlainDate | null
  erased_ground: string | null
  erased_cite: string | null
}

export interface PetitionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  register_number: number | null
  register_year: number
  received_on: Temporal.PlainDate
  source: string
  forwarder: string | null
  via: string
  title: string
  text: string
  place: string | null
  place_unit_id: string | null
  petitioner_name: string
  petitioner_address: string | null
  petitioner_phone: string | null
  petitioner_email: string | null
  language: Generated<string>
  signers: Generated<number>
  representatives: Generated<unknown>
  assisted: unknown
  signature: unknown
  asked_kind: string | null
  kind: string | null
  field: string | null
  competence: string | null
  competent_unit_id: string | null
  conditions: unknown
  eligible: boolean | null
  points: Generated<unknown>
  case_id: string | null
  same_as: unknown
  handler_id: string | null
  processed_on: Temporal.PlainDate | null
  processed_by_step: string | null
  came_from: unknown
  sent_to: unknown
  urged: Generated<unknown>
  replies: Generated<unknown>
  visit_id: string | null
  import_id: string | null
  source_number: string | null
  clock: unknown
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  search: Generated<string>
  follows: unknown
  group_sheet: unknown
  authorisation: unknown
  alert: unknown
  referrals: unknown
  reply_to_sender: unknown
}

export interface PlanMailTable {
  unit_id: string
  on_day: Temporal.PlainDate
  plans: number
  outcome: string
  message_id: string | null
  at: Temporal.Instant
}

export interface PositionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  account_id: string
  kind: string
  title: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  document: string | null
}

export interface PostingTable {
  unit_id: string
  record_id: string
  seq: number
  ord: Generated<number>
  record_kind: string
  fact: string
  on_day: Temporal.PlainDate
  known_on: Temporal.PlainDate
  sign: Generated<number>
  case_id: string | null
  kind: string | null
  field: string | null
  stage: string | null
  outcome: string | null
  first_time: boolean | null
  large_group: boolean | null
  eligible: boolean | null
  quantity: Generated<number>
  people: Generated<number>
  cases: Generated<number>
  since_on: Temporal.PlainDate | null
  folded: Generated<boolean>
  source: string | null
  in_time: boolean | null
}

export interface ProgrammeTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  title: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
  basis_unit_id: string | null
  basis_id: string | null
  theme_unit_id: string | null
  theme_id: string | null
  parent_unit_id: string | null
  parent_id: string | null
  organisers: Generated<unknown>
  promises: Generated<unknown>
  number: string | null
  issued_on: Temporal.PlainDate | null
  asked_unit_ids: Generated<unknown>
  asked_on: Temporal.PlainDate | null
  plans_due_on: Temporal.PlainDate | null
  ask_note: string | null
  reminded_on: Temporal.PlainDate | null
  exchanges: Generated<unknown>
  result: string | null
  ended_on: Temporal.PlainDate | null
}

export interface ProjectTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  title: string
  what: string
  investor: string
  owner_unit_id: string | null
  decision_number: string | null
  decided_on: Temporal.PlainDate | null
  decided_by: string | null
  area_unit_ids: unknown
  moves: Generated<unknown>
  planned_start_on: Temporal.PlainDate | null
  consultation_unit_id: string | null
  consultation_id: string | null
  dialogues: Generated<unknown>
  exemptions: Generated<unknown>
  talks: Generated<unknown>
  promises: Generated<unknown>
  announced_on: Temporal.PlainDate | null
  started_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: Generated<unknown>
}

export interface PublicFigureTable {
  unit_id: string
  quarter_on: Temporal.PlainDate
  received: number
  handled_here: number
  guided: number
  transferred: number
  otherwise: number
  settled_in_time: number
  settled_late: number
  known_on: Temporal.PlainDate
}

export interface PublicationTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  title: string
  public_text: string
  published_on: Temporal.PlainDate
  until_on: Temporal.PlainDate
}

export interface ReceptionDayTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  held_on: Temporal.PlainDate
  kind: string
  mode: string
  place: string
  room: string | null
  starts: string
  ends: string
  capacity: number
  head_account_id: string | null
  head_name: string | null
  head_title: string | null
  subject: string | null
  unscheduled: unknown
  publish_by_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  published_late: Generated<boolean>
  postponed: Generated<unknown>
  receiver: unknown
  opened_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  nobody_came: boolean | null
  conclusion: string | null
  agreed: string | null
  concluded_on: Temporal.PlainDate | null
  corrections: Generated<unknown>
  import_id: string | null
}

export interface RecordKeyTable {
  unit_id: string
  record_id: string
  account_id: string
  key_id: string
  sealed: Buffer
  until_on: Temporal.PlainDate | null
  request_id: string | null
}

export interface RecoveryHalfTable {
  unit_id: string
  request_id: string
  record_id: string
  second_key_id: string
  sealed: Buffer
}

export interface RecoveryPairTable {
  unit_id: string
  record_id: string
  first_key_id: string
  second_key_id: string
  sealed: Buffer
}

export interface RegisterCounterTable {
  unit_id: string
  book: string
  year: number
  last: number
}

export interface RemoteAreaListTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  decision: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  areas: string[]
}

export interface ReportContactTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  mail: string
  set_on: Temporal.PlainDate
}

export interface ReportFormTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  code: string
  instrument: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  form: unknown
  added_on: Temporal.PlainDate
  in_force_on: Temporal.PlainDate | null
}

export interface RetentionRuleTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  record_class: string
  years: number
  decision: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

export interface ReturnMailTable {
  unit_id: string
  on_day: Temporal.PlainDate
  forms: number
  outcome: string
  message_id: string | null
  at: Temporal.Instant
}

export interface ReturnReminderTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  root_id: string
  period: string
  asked_on: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
}

export interface SealedFieldTable {
  unit_id: string
  record_id: string
  name: string
  version: number
  nonce: Buffer
  content: Buffer
}

export interface SealedWordTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  kind: string
  from_unit_id: string
  from_unit_name: string
  from_id: string
  sent_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate | null
  answers_id: string | null
  answered_on: Temporal.PlainDate | null
  read_on: Temporal.PlainDate | null
}

export interface SendDayTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  to_chain: string
  level: string
  period: string | null
  days: number
  ground: string
}

export interface SessionKeyTable {
  session_id: string
  key_id: string
  nonce: Buffer
  sealed_private: Buffer
  opened_at: Temporal.Instant
}

export interface SettingTable {
  name: string
  value: unknown
}

export interface SettledCaseTable {
  unit_id: string | null
  kind: string | null
  id: string | null
  petition_id: string | null
  field: string | null
  title: string | null
  register_number: number | null
  register_year: number | null
  result: string | null
  settled_on: Temporal.PlainDate | null
  days: number | null
}

export interface SignInGuessTable {
  subject: string
  key_hash: Buffer
  tries: number
  last_at: Temporal.Instant
  next_at: Temporal.Instant
}

export interface SignatureMarkTable {
  unit_id: string
  request_id: string
  round: number
  mark: Buffer
}

export interface StepDraftTable {
  unit_id: string
  record_id: string
  step: string
  account_id: string
  record_kind: string
  typed: unknown
  kept_at: Temporal.Instant
}

export interface StocktakeTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  title: string
  kinds: unknown
  days_min: number
  opened_on: Temporal.PlainDate
  items: unknown
  result: string | null
  closed_on: Temporal.PlainDate | null
}

export interface StocktakeFindingTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  stocktake_id: string
  record_id: string
  finding: string
  note: string
  checked_by: string
  checked_on: Temporal.PlainDate
}

export interface StudySessionTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  instrument_unit_id: string
  instrument_id: string
  held_on: Temporal.PlainDate
  place: string
  mode: string
  attendance: Generated<unknown>
  people: Generated<number>
  questions: Generated<unknown>
}

export interface SuggestionTable {
  unit_id: string
  about: string
  learnt_on: Temporal.PlainDate
  letters: number
  labels: string[]
  label_letters: number[]
  words: number[]
  counts: number[]
  tested: number
  hits: number
  majority_hits: number
}

export interface TalkRequestTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  subject: string
  what: string
  asked_on: Temporal.PlainDate
  voters: number
  voters_source: string
  voters_on: Temporal.PlainDate
  first_counter_id: string | null
  second_counter_id: string | null
  round: Generated<number>
  key_check: string | null
  sheets: Generated<unknown>
  counted_on: Temporal.PlainDate | null
  lines: number | null
  repeated: number | null
  struck: number | null
  valid: number | null
  needed: number | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  corrections: Generated<unknown>
}

export interface ThrottleTable {
  key: Buffer
  tries: number
  since: Temporal.Instant
}

export interface TopicTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  meeting_id: string
  title: string
  what: string | null
  asked_unit_ids: Generated<string[]>
  due_on: Temporal.PlainDate
  open_call: Generated<boolean>
  blind: Generated<boolean>
  ended_on: Temporal.PlainDate | null
  end_note: string | null
}

export interface TopicMailTable {
  unit_id: string
  on_day: Temporal.PlainDate
  topics: number
  outcome: string
  message_id: string | null
  at: Temporal.Instant
  invitations: Generated<number>
}

export interface TopicalAnswerTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  call_unit_id: string
  call_id: string
  round: number
  answers: Generated<unknown>
  nothing: boolean
  asked_at: Temporal.Instant
  handed_in_at: Temporal.Instant | null
  answered_by: string | null
  by_stand_in: boolean
  version: number
  earlier: Generated<unknown>
}

export interface TopicalCallTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  title: string
  why: string
  instrument: string | null
  whom: string
  level: string | null
  cluster_id: string | null
  chosen_ids: Generated<unknown>
  questions: Generated<unknown>
  repeats: string
  round: number
  rounds: Generated<unknown>
  due_at: Temporal.Instant
  remind_at: Temporal.Instant | null
  prepared_on: Temporal.PlainDate
  published_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  end_reason: string | null
}

export interface TopicalMailTable {
  unit_id: string
  answer_id: string
  kind: string
  mails: number
  at: Temporal.Instant
}

export interface TrackingCodeTable {
  unit_id: string
  code_hash: Buffer
  record_kind: string
  record_id: string
  given_on: Temporal.PlainDate
}

export interface UnitTable {
  id: string
  kind: string
  created_at: Generated<Temporal.Instant>
}

export interface UnitAliasTable {
  id: string
  unit_id: string
  name: string
  name_folded: string
  place: string
  until_on: Temporal.PlainDate
  unverified: Generated<string[]>
  import_id: string | null
}

export interface UnitAncestryTable {
  unit_id: string
  ancestor_id: string
  valid: string
  depth: number
}

export interface UnitImportTable {
  id: string
  source: string
  hash: string
  counts: unknown
  applied_at: Generated<Temporal.Instant>
  applied_by: string | null
}

export interface UnitMailTable {
  unit_id: string | null
  mail: string | null
}

export interface UnitOutlineTable {
  unit_id: string
  from_on: Temporal.PlainDate
  polygons: unknown
  source: string
}

export interface UnitPeriodTable {
  unit_id: string
  valid: string
  parent_id: string | null
  name: string
  name_folded: string
  path_folded: Generated<string>
  level: string
  designation: string | null
  code: string | null
  unverified: Generated<string[]>
  import_id: string | null
}

export interface UnitReturnTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  form: string
  instrument: string
  period: string
  version: number
  source: string
  figures: unknown
  taken_on: Temporal.PlainDate
  remarks: unknown
  drafted_on: Temporal.PlainDate
  due_on: Temporal.PlainDate | null
  handed_in_on: Temporal.PlainDate | null
  late: boolean | null
  signed_by: string | null
  signed_on: Temporal.PlainDate | null
  by_stand_in: boolean
  receiver_id: string | null
  receiver_name: string | null
  accepted_on: Temporal.PlainDate | null
  frozen_on: Temporal.PlainDate | null
  follows_id: string | null
  reason: string | null
  layout: unknown
}

export interface UnitSetTable {
  id: string
  kind: string
  name: string
  name_folded: string
}

export interface UnitSetMemberTable {
  set_id: string
  unit_id: string
  valid: string
}

export interface UnitSuccessorTable {
  from_id: string
  to_id: string
  succeeded_on: Temporal.PlainDate
  share: string | null
  unverified: Generated<string[]>
  import_id: string | null
}

export interface VisitTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  reception_day_id: string | null
  held_on: Temporal.PlainDate
  origin: string
  queue_number: number | null
  room: string | null
  stage: string | null
  asked_kind: string | null
  closed_content: Generated<boolean>
  visitor_name: string | null
  visitor_address: string | null
  visitor_phone: string | null
  visitor_email: string | null
  language: Generated<string>
  standing: unknown
  identity_kind: string | null
  subject: string | null
  people: Generated<number>
  large_group: Generated<boolean>
  group_sheet: unknown
  first_time: boolean | null
  case_id: string | null
  statement: string | null
  statement_check: unknown
  papers: Generated<unknown>
  refusal: unknown
  called_at: Temporal.Instant | null
  conclusion: string | null
  assigned_to: string | null
  received_on: Temporal.PlainDate | null
  clock: unknown
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  outcome: unknown
  outcome_given_on: Temporal.PlainDate | null
  corrections: Generated<unknown>
  import_id: string | null
  source_number: string | null
  search: Generated<string>
}

export interface VolumeMakingTable {
  unit_id: string
  id: string
  fingerprint: string
  state: string
  done: Generated<number>
  total: number
  pages: number | null
  docx_bytes: number | null
  pdf_bytes: number | null
  failed_at: string | null
  asked_at: Generated<Temporal.Instant>
  ended_at: Temporal.Instant | null
}

export interface WorkHandOverTable {
  unit_id: string
  id: string
  revision: number
  state: string
  chain: Buffer
  created_at: Temporal.Instant
  from_id: string
  to_id: string
  note: string
  begun_on: Temporal.PlainDate
  items: unknown
  ended_on: Temporal.PlainDate | null
}

export interface WorkItemTable {
  unit_id: string | null
  id: string | null
  kind: string | null
  revision: number | null
  state: string | null
  title: string | null
  person: string | null
  field: string | null
  register_number: number | null
  register_year: number | null
  handler_id: string | null
  received_on: Temporal.PlainDate | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  clock: unknown
  suspended: boolean | null
  waits_for: string | null
  unsigned: boolean | null
  recorded_late: boolean | null
  recorded_on: Temporal.PlainDate | null
  conclusion: string | null
}

export interface DB {
  account: AccountTable
  announcement: AnnouncementTable
  attachment: AttachmentTable
  auth_account: AuthAccountTable
  auth_session: AuthSessionTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  balance: BalanceTable
  balance_added: BalanceAddedTable
  balance_added_opening: BalanceAddedOpeningTable
  balance_opening: BalanceOpeningTable
  balance_reach: BalanceReachTable
  balance_referring: BalanceReferringTable
  body: BodyTable
  book_import: BookImportTable
  calendar_day: CalendarDayTable
  case_link: CaseLinkTable
  case_paper: CasePaperTable
  case_plan: CasePlanTable
  channel: ChannelTable
  cluster: ClusterTable
  cluster_member: ClusterMemberTable
  code_prefix: CodePrefixTable
  commitment: CommitmentTable
  commitment_asker: CommitmentAskerTable
  commitment_due: CommitmentDueTable
  commitment_mail: CommitmentMailTable
  commitment_source: CommitmentSourceTable
  complaint: ComplaintTable
  consultation: ConsultationTable
  delegation: DelegationTable
  delivery: DeliveryTable
  denunciation: DenunciationTable
  destroyed_part: DestroyedPartTable
  dialogue: DialogueTable
  dialogue_question: DialogueQuestionTable
  dialogue_slip: DialogueSlipTable
  document: DocumentTable
  duplicate_key: DuplicateKeyTable
  event: EventTable
  feedback: FeedbackTable
  field_visit: FieldVisitTable
  goal: GoalTable
  grievance: GrievanceTable
  handed_in_figure: HandedInFigureTable
  hotspot_finding: HotspotFindingTable
  hotspot_plan: HotspotPlanTable
  hotspot_run: HotspotRunTable
  instrument: InstrumentTable
  key_end: KeyEndTable
  key_request: KeyRequestTable
  law_switch: LawSwitchTable
  letter: LetterTable
  letter_change: LetterChangeTable
  letter_template: LetterTemplateTable
  mail_code: MailCodeTable
  mail_digest: MailDigestTable
  measure: MeasureTable
  meeting: MeetingTable
  meeting_finding: MeetingFindingTable
  meeting_report: MeetingReportTable
  migration: MigrationTable
  movement: MovementTable
  named_position: NamedPositionTable
  narrative: NarrativeTable
  notice: NoticeTable
  notice_address: NoticeAddressTable
  officer_key: OfficerKeyTable
  opening_year: OpeningYearTable
  opinion: OpinionTable
  outbox: OutboxTable
  overdue_demand: OverdueDemandTable
  pair_rarity: PairRarityTable
  paper: PaperTable
  paper_copy: PaperCopyTable
  paper_signing: PaperSigningTable
  papers_volume: PapersVolumeTable
  payload: PayloadTable
  petition: PetitionTable
  plan_mail: PlanMailTable
  position: PositionTable
  posting: PostingTable
  programme: ProgrammeTable
  project: ProjectTable
  public_figure: PublicFigureTable
  publication: PublicationTable
  reception_day: ReceptionDayTable
  record_key: RecordKeyTable
  recovery_half: RecoveryHalfTable
  recovery_pair: RecoveryPairTable
  register_counter: RegisterCounterTable
  remote_area_list: RemoteAreaListTable
  report_contact: ReportContactTable
  report_form: ReportFormTable
  retention_rule: RetentionRuleTable
  return_mail: ReturnMailTable
  return_reminder: ReturnReminderTable
  sealed_field: SealedFieldTable
  sealed_word: SealedWordTable
  send_day: SendDayTable
  session_key: SessionKeyTable
  setting: SettingTable
  settled_case: SettledCaseTable
  sign_in_guess: SignInGuessTable
  signature_mark: SignatureMarkTable
  step_draft: StepDraftTable
  stocktake: StocktakeTable
  stocktake_finding: StocktakeFindingTable
  study_session: StudySessionTable
  suggestion: SuggestionTable
  talk_request: TalkRequestTable
  throttle: ThrottleTable
  topic: TopicTable
  topic_mail: TopicMailTable
  topical_answer: TopicalAnswerTable
  topical_call: TopicalCallTable
  topical_mail: TopicalMailTable
  tracking_code: TrackingCodeTable
  unit: UnitTable
  unit_alias: UnitAliasTable
  unit_ancestry: UnitAncestryTable
  unit_import: UnitImportTable
  unit_mail: UnitMailTable
  unit_outline: UnitOutlineTable
  unit_period: UnitPeriodTable
  unit_return: UnitReturnTable
  unit_set: UnitSetTable
  unit_set_member: UnitSetMemberTable
  unit_successor: UnitSuccessorTable
  visit: VisitTable
  volume_making: VolumeMakingTable
  work_hand_over: WorkHandOverTable
  work_item: WorkItemTable
}
