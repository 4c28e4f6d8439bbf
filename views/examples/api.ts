import type { Language } from '#locales'
import { apiPage } from '../api/api.ts'
import type { Example } from '../examples.ts'

const operations = [
  { id: 'listConsultations', path: '/api/v1/consultations', parts: [], queries: ['limit', 'offset'] },
  {
    id: 'getTable',
    path: '/api/v1/consultations/{slug}/releases/{release}/tables/{question}',
    parts: ['slug', 'release', 'question'],
    queries: ['by']
  }
]
const problems = { 'invalid-parameter': 400, 'not-found': 404 }
const description = '/api/v1/openapi.json'

/** The page for those who write programs, before there is a release and after. */
export function apiPages(language: Language): readonly Example[] {
  const input = { language, operations, problems, description }
  const example = { slug: 'getting-help', release: 'latest', question: 'told' }
  return [
    { name: 'API, no release', render: r => r.render('api', apiPage({ ...input, example: {} })) },
    { name: 'API', render: r => r.render('api', apiPage({ ...input, example })) }
  ]
}
