import type { Stored } from '../article/stored.ts'

/** What the database can hold, as the server reads it off the schema; a test holds the two against each other. */
export const exampleStored: Stored = {
  ofRespondents: [
    { name: 'responses', columns: ['version_id', 'id', 'answers', 'record_key'] },
    { name: 'remarks', columns: ['version_id', 'id', 'question', 'text'] },
    { name: 'resends_even', columns: ['hash'] },
    { name: 'resends_odd', columns: ['hash'] }
  ],
  others: [
    'answer_files',
    'audit_log',
    'consultations',
    'helplines',
    'lifecycle_events',
    'meetings',
    'release_populations',
    'releases',
    'resend_turn',
    'versions'
  ]
}
