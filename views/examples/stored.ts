import type { Stored } from '../article/stored.ts'

/** What the database can hold, as the server reads it off the schema; a test holds the two against each other. */
export const exampleStored: Stored = {
  ofRespondents: [
    { name: 'responses', columns: ['version_id', 'id', 'answers', 'record_key'] },
    {
      name: 'remarks',
      columns: ['version_id', 'id', 'question', 'text', 'language', 'age_band', 'doubtful']
    },
    { name: 'cards', columns: ['consultation_id', 'hash', 'batch_id', 'void', 'redeemed_for'] },
    { name: 'concerns', columns: ['consultation_id', 'id', 'sealed'] },
    { name: 'pending_marks', columns: ['consultation_id', 'mark'] },
    { name: 'resends_even', columns: ['hash'] },
    { name: 'resends_odd', columns: ['hash'] },
    { name: 'room_entries', columns: ['consultation_id', 'redeemed_for'] },
    { name: 'spent_marks', columns: ['consultation_id', 'mark'] },
    { name: 'waiting', columns: ['version_id', 'id', 'key_id', 'sealed'] }
  ],
  others: [
    'answer_files',
    'audit_log',
    'card_batches',
    'comparabilities',
    'consultations',
    'helplines',
    'lifecycle_events',
    'live_pours',
    'meetings',
    'release_populations',
    'releases',
    'resend_turn',
    'rooms',
    'token_keys',
    'versions',
    'waiting_keys'
  ]
}
