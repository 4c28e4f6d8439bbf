import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { addresses, checkPage, questionnairePage, type Media, type Renderer } from '#views'
import type { Language } from '#locales'
import { editionFor, readAnswers, type Answers, type Edition, type Problem } from '#surveys'
import { codedResponse } from '../coded-response.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { factsOf } from '../consultations/facts.ts'
import { refused } from '../errors.ts'
import type { Admit, Submission } from '../waiting-room/admit.ts'
import { isKnownSending } from '../waiting-room/resends.ts'
import type { Entrance } from '../tokens/entrance.ts'
import { askedOf } from './documents.ts'
import type { Form } from './form.ts'
import { preparedFor } from './prepared.ts'

export type Submitted = {
  readonly consultation: OpenedConsultation
  readonly language: Language
  readonly form: Form
  readonly media: Media
  readonly now: Date
}

/**
 * Answers a posted form: the form again where something is wrong or is to be changed, check-answers where it came
 * without an id, and thanks once it is stored.
 */
export async function submit(
  { db, admit, renderer, entrance }: { db: Db; admit: Admit; renderer: Renderer; entrance: Entrance },
  reply: FastifyReply,
  { consultation, language, form, media, now }: Submitted
): Promise<FastifyReply> {
  if (form.version !== consultation.version.number) throw refused.newVersion(factsOf(consultation), form.band)
  const asked = askedOf(consultation, language, form.band, media)
  const parsed = readAnswers(preparedFor(consultation.version.questionnaire).shapes, form.given)
  const problems = parsed.ok ? [] : parsed.problems
  refuseForeign(problems)
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
  const { ticket } = form
  const formAgain = (wrong: readonly Problem[]): FastifyReply => {
    const page = questionnairePage(asked, {
      values: form.given,
      resend: form.resend?.toString('hex') ?? null,
      problems: wrong,
      code: 'code' in ticket ? ticket.code : ''
    })
    return reply.code(wrong.length > 0 ? 422 : 200).send(renderer.render('respond/questionnaire', page))
  }
  if (form.stage === 'edit') return formAgain([])
  // Checked once more, as in another language, it stays the same sending.
  const resend = form.resend ?? randomBytes(16)
  if (!parsed.ok || form.resend === undefined || form.stage === 'check') {
    const looked = await entrance.look(consultation, ticket, resend)
    if (!parsed.ok || !looked.ok) return formAgain([...problems, ...(looked.ok ? [] : looked.problems)])
    const page = checkPage(asked, form.given, resend.toString('hex'), 'code' in ticket ? ticket.code : '')
    return reply.code(200).send(renderer.render('respond/check', page))
  }
  const taken = await entrance.take(consultation, ticket, form.resend)
  if (!taken.ok) return formAgain(taken.problems)
  const submission = submissionOf(consultation, language, parsed.value, form.resend, taken.value)
  const admission = await admit(consultation, submission, now)
  const isIn =
    admission === 'stored' || admission === 'repeated' || (await isKnownSending(db, form.resend, taken.value))
  if (isIn) return thank(reply, consultation, language, editionFor(form.band))
  if (admission === 'spent') return formAgain([{ at: 'code', code: 'code.used' }])
  throw admission === 'closed'
    ? refused.closed(factsOf(consultation), false)
    : refused.paused(factsOf(consultation))
}

/** Leads to the one page that says “sent”, in the words of the questions. */
export function thank(
  reply: FastifyReply,
  { slug }: OpenedConsultation,
  language: Language,
  edition: Edition
): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(addresses.thanks(language, slug, edition), 303)
}

/** A code that is no option cannot come from our form: that is no mistake its reader could put right. */
function refuseForeign(problems: readonly Problem[]): void {
  if (problems.some(problem => problem.code === 'answer.unknownCode'))
    throw refused.unreadable('an unknown code')
}

/** Answers as they are stored: codes in slots, and each text by itself. */
function submissionOf(
  consultation: OpenedConsultation,
  language: Language,
  answers: Answers,
  resend: Buffer,
  mark: Buffer | null
): Submission {
  return {
    ...codedResponse(preparedFor(consultation.version.questionnaire).codebook, language, answers),
    resend,
    mark
  }
}
