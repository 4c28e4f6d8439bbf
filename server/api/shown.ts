import { statusAt } from '#surveys'
import type { OpenedConsultation } from '../consultations/find.ts'
import { consultationDocument, isShown } from './consultation-documents.ts'
import { ApiProblem } from './problem.ts'
import type { Api } from './routes.ts'
import type { Consultation } from './schemas/consultations.ts'

/** A consultation that has begun. @throws ApiProblem for one that has not, and for one that is not there */
export async function getShown({ directory, clock }: Api, slug: string): Promise<OpenedConsultation> {
  const consultation = await directory(slug)
  if (consultation === undefined)
    throw new ApiProblem('not-found', 'There is no such consultation; /api/v1/consultations lists all.')
  if (!isShown(statusAt(consultation.schedule, clock())))
    throw new ApiProblem('not-open-yet', `It opens on ${consultation.opensOn}.`)
  return consultation
}

/** What the API says of a consultation; undefined before it has begun. */
export async function findDocument(
  { findRelease, clock }: Api,
  consultation: OpenedConsultation
): Promise<Consultation | undefined> {
  const status = statusAt(consultation.schedule, clock())
  if (!isShown(status)) return undefined
  return consultationDocument(consultation, status, await findRelease(consultation.slug))
}
