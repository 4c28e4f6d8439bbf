import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import type { OwnFormWords, Policy, Population, Target } from '#analytics'
import { accesses } from '../consultations/access.ts'
import type { Assurances } from '../consultations/assurances.ts'
import type { Language } from '#locales'
import type { Questionnaire } from '#surveys'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const meetings = pgTable(
  'meetings',
  {
    id: uuid().primaryKey().defaultRandom(),
    body: text().notNull(),
    number: integer().notNull(),
    place: text().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    documentDeadline: date('document_deadline').notNull(),
    timeZone: text('time_zone').notNull(),
    /** Official words of its documents, by language, where they are not ours. */
    formWords: jsonb('form_words').$type<OwnFormWords>().notNull().default({})
  },
  table => [unique().on(table.body, table.number)]
)

/** A questionnaire with dates and a meeting. Until it opens only the draft is there. */
export const consultations = pgTable('consultations', {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  draft: jsonb().$type<Questionnaire>().notNull(),
  demonstration: boolean().notNull().default(false),
  meetingId: uuid('meeting_id').references(() => meetings.id),
  /** Short name of the series whose waves it is compared with; null where it stands alone. */
  series: text(),
  timeZone: text('time_zone').notNull().default('Europe/Zurich'),
  opensOn: date('opens_on'),
  closesOn: date('closes_on'),
  languages: text().array().$type<Language[]>().notNull().default([]),
  breakdowns: text().array().notNull().default([]),
  /** The youngest age that is asked; a trigger keeps it once it has opened. */
  agesFrom: smallint('ages_from').notNull().default(13),
  /** Who may answer: anyone, whoever has a card, or whoever sees the code in the room; a trigger keeps it. */
  access: text({ enum: accesses }).notNull().default('open'),
  /** Whether results are shown while answers still come in; a trigger keeps it. */
  live: boolean().notNull().default(false),
  /** How many answers are aimed at; null where nobody has said. It decides nothing. */
  aim: integer(),
  /** Who answers for it, and on what ground; null for demonstrations, which collect nothing real. A trigger keeps it. */
  assurances: jsonb().$type<Assurances>(),
  /** Parameters of disclosure control; a trigger keeps them, the breakdowns and the languages once it has opened. */
  policy: jsonb().$type<Policy>(),
  /** What respondents are compared with; null where nothing was declared. A trigger keeps it once it has opened. */
  target: jsonb().$type<Target>(),
  /** Whether answers may still come in, its dates allowing: false once it has been closed or released. */
  admits: boolean().notNull().default(true),
  /** Whether it takes no answers for a while; what was done when stands in the lifecycle events. */
  paused: boolean().notNull().default(false),
  /** What became of its waiting room once it had closed: poured, or destroyed unread because fewer than ten were in it. */
  emptied: text({ enum: ['poured', 'destroyed'] }),
  /** SHA-256 of the key that makes its noise: a release with another key would give the noise away. */
  keyFingerprint: text('key_fingerprint')
})

/**
 * A person's word on whether the answers to a question can be compared between two waves of a series; the latest counts.
 * Append-only (trigger). Who gave it stands in the audit log.
 */
export const comparabilities = pgTable(
  'comparabilities',
  {
    earlierId: uuid('earlier_id')
      .notNull()
      .references(() => consultations.id),
    laterId: uuid('later_id')
      .notNull()
      .references(() => consultations.id),
    question: text().notNull(),
    comparable: boolean().notNull(),
    why: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull()
  },
  table => [primaryKey({ columns: [table.laterId, table.earlierId, table.question, table.at] })]
)

/** A questionnaire as it was frozen when its consultation opened; never changed (trigger). */
export const versions = pgTable(
  'versions',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    questionnaire: jsonb().$type<Questionnaire>().notNull(),
    hash: text().notNull()
  },
  table => [unique().on(table.consultationId, table.number)]
)

/** What was done to a consultation; status is computed from dates and these rows. Append-only (trigger). */
export const lifecycleEvents = pgTable('lifecycle_events', {
  id: uuid().primaryKey().defaultRandom(),
  consultationId: uuid('consultation_id')
    .notNull()
    .references(() => consultations.id),
  kind: text({ enum: ['opened', 'paused', 'resumed', 'closed'] }).notNull(),
  at: timestamp({ withTimezone: true }).notNull()
})

/**
 * One person's answers, and nothing else: no time, no order, no reference to anything a person could be found by.
 * `version_id` is also the key by which the table can be spread over several machines, so it stands first.
 */
export const responses = pgTable(
  'responses',
  {
    versionId: uuid('version_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    answers: smallint().array().notNull(),
    recordKey: bigint('record_key', { mode: 'bigint' }).notNull()
  },
  table => [primaryKey({ columns: [table.versionId, table.id] })]
)

/**
 * Free-text answers, apart from everything else that was answered. They may tell who wrote them, whatever is asked for.
 */
export const remarks = pgTable(
  'remarks',
  {
    versionId: uuid('version_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    question: text().notNull(),
    /** As it was written, but for addresses and numbers, which are masked at the pour. */
    text: text().notNull(),
    /** With the age band, and only where ten remarks of the question share both. */
    language: text().$type<Language>(),
    ageBand: text('age_band'),
    /** Whether it still seems to tell who somebody is: to be read with care. */
    doubtful: boolean().notNull()
  },
  table => [primaryKey({ columns: [table.versionId, table.id] })]
)

/**
 * Public keys to which answers are sealed while they wait. The private halves lie in files outside the database; a key
 * that is closed seals nothing more, and goes with its private half once nothing waits under it.
 */
export const waitingKeys = pgTable(
  'waiting_keys',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    /** X25519, 32 bytes. */
    publicKey: bytea('public_key').notNull(),
    open: boolean().notNull().default(true)
  },
  table => [
    uniqueIndex('waiting_keys_one_open')
      .on(table.consultationId)
      .where(sql`${table.open}`)
  ]
)

/** Answers that wait, sealed: all of a version have one length. Nobody who serves pages can open them. */
export const waiting = pgTable(
  'waiting',
  {
    versionId: uuid('version_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    keyId: uuid('key_id').notNull(),
    sealed: bytea().notNull()
  },
  table => [primaryKey({ columns: [table.versionId, table.id] })]
)

/**
 * What the safeguarding lead of a consultation is told, sealed to a key that only the lead has: a row for each sending
 * that waited, all of one length and most of them empty, in random order, until the lead's file takes them out.
 */
export const concerns = pgTable(
  'concerns',
  {
    consultationId: uuid('consultation_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    sealed: bytea().notNull()
  },
  table => [primaryKey({ columns: [table.consultationId, table.id] })]
)

/**
 * What has been used up to be let in once, a token or a card: unique in a consultation, without a reference to an answer.
 * Marks are pending until the pour of the close, which moves them in an order of their own.
 */
export const pendingMarks = pgTable(
  'pending_marks',
  { consultationId: uuid('consultation_id').notNull(), mark: bytea().notNull() },
  table => [primaryKey({ columns: [table.consultationId, table.mark] })]
)
export const spentMarks = pgTable(
  'spent_marks',
  { consultationId: uuid('consultation_id').notNull(), mark: bytea().notNull() },
  table => [primaryKey({ columns: [table.consultationId, table.mark] })]
)

/** Public keys that check tokens: one for a consultation and a purpose, never changed (trigger). */
export const tokenKeys = pgTable(
  'token_keys',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    purpose: text({ enum: ['cards', 'room', 'test'] }).notNull(),
    /** RSA-2048, DER, SubjectPublicKeyInfo. */
    publicKey: bytea('public_key').notNull()
  },
  table => [primaryKey({ columns: [table.consultationId, table.purpose] })]
)

/** Cards that a partner asked for in one go, and what the partner said about permission. */
export const cardBatches = pgTable('card_batches', {
  id: uuid().primaryKey().defaultRandom(),
  consultationId: uuid('consultation_id')
    .notNull()
    .references(() => consultations.id),
  /** The partner's name as the secretariat wrote it: an organisation, never a child. */
  partner: text().notNull(),
  /** Cards to hand out; a few spares are printed beside them. */
  size: integer().notNull(),
  /** SHA-256 of the secret in the partner's link. */
  invitation: bytea().notNull().unique(),
  /** The day on which the partner said that whoever needs a permission to answer has it. */
  attestedOn: date('attested_on'),
  /** In what role the partner said so: a function, never a name. */
  attestedAs: text('attested_as')
})

/** One-time codes on paper. Neither the code nor anything from which it could be found without the pepper is kept. */
export const cards = pgTable(
  'cards',
  {
    consultationId: uuid('consultation_id').notNull(),
    /** HMAC-SHA-256 under the pepper, which is not in the database, of what the partner's browser made of the code. */
    hash: bytea().notNull(),
    batchId: uuid('batch_id').notNull(),
    void: boolean().notNull(),
    /** HMAC-SHA-256 of what it was redeemed for, so that the same asking is answered again and no other; null: not yet. */
    redeemedFor: bytea('redeemed_for')
  },
  table => [primaryKey({ columns: [table.consultationId, table.hash] })]
)

/** How many may come in through the room of a meeting, and the hash of the secret in the link of its screen. */
export const rooms = pgTable('rooms', {
  consultationId: uuid('consultation_id')
    .primaryKey()
    .references(() => consultations.id),
  quota: integer().notNull(),
  screen: bytea().notNull().unique()
})

/** HMAC-SHA-256 of what the code on the screen was redeemed for: as many as have come in. */
export const roomEntries = pgTable(
  'room_entries',
  { consultationId: uuid('consultation_id').notNull(), redeemedFor: bytea('redeemed_for').notNull() },
  table => [primaryKey({ columns: [table.consultationId, table.redeemedFor] })]
)

/**
 * Hashes of the random ids that submissions carry, so that one sent twice is stored once. Two tables take turns by
 * day and are emptied before their turn: an id is remembered for one to two days, and no time is stored with it.
 */
export const resendsEven = pgTable('resends_even', { hash: bytea().primaryKey() })
export const resendsOdd = pgTable('resends_odd', { hash: bytea().primaryKey() })
export const resendTurn = pgTable(
  'resend_turn',
  { only: boolean().primaryKey().default(true), day: integer().notNull() },
  table => [check('resend_turn_one_row', sql`${table.only}`)]
)

/** Files of answers that were taken in, by their SHA-256, so that the same one is not counted twice. */
export const answerFiles = pgTable(
  'answer_files',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    hash: bytea().notNull()
  },
  table => [primaryKey({ columns: [table.consultationId, table.hash] })]
)

/** The canonical bytes of each release and their hash; never changed (trigger). */
export const releases = pgTable(
  'releases',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    hash: text().notNull().unique(),
    body: text().notNull(),
    /** Whether it was made while answers still came in: `earshot.live/1`. */
    live: boolean().notNull().default(false)
  },
  table => [primaryKey({ columns: [table.consultationId, table.number] })]
)

/**
 * What the pourer has to know of its pours for live releases. Not public. Which groups were in a pour is not kept: between
 * two pours of ten people that would tell who they were.
 */
export const livePours = pgTable(
  'live_pours',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    /** Responses poured so far, this pour included. */
    responses: integer().notNull(),
    /** Of this pour, how many left a remark, which goes on waiting. */
    remarks: integer().notNull(),
    /** By question, the printed base of its table when it was last worked out anew; null where nothing was released. */
    bases: jsonb().$type<Readonly<Record<string, number>>>()
  },
  table => [primaryKey({ columns: [table.consultationId, table.responses] })]
)

/** True sizes of the breakdown groups behind each release, which later releases are compared with. Not public. */
export const releasePopulations = pgTable(
  'release_populations',
  {
    consultationId: uuid('consultation_id').notNull(),
    number: integer().notNull(),
    population: jsonb().$type<Population>().notNull()
  },
  table => [primaryKey({ columns: [table.consultationId, table.number] })]
)

/** Where a child can find help, by country. Shown only while somebody has verified it within the last 90 days. */
export const helplines = pgTable(
  'helplines',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    name: text().notNull(),
    /** What is dialled or texted, as it is written there. */
    number: text(),
    website: text(),
    /** Opening hours in the words of the line; `always` is day and night. */
    hours: text().notNull(),
    /** BCP 47 tags of the languages spoken there. */
    languages: text().array().notNull(),
    cost: text({ enum: ['free', 'charged', 'unknown'] }).notNull(),
    /** Where all this stands: the line's own page, or who told us. */
    source: text().notNull(),
    verifiedOn: date('verified_on'),
    verifiedBy: text('verified_by')
  },
  table => [unique().on(table.country, table.name)]
)

/** Who did what. Append-only (trigger). */
export const auditLog = pgTable('audit_log', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
  by: text().notNull(),
  did: text().notNull(),
  consultationId: uuid('consultation_id'),
  detail: jsonb().$type<Readonly<Record<string, unknown>>>()
})
