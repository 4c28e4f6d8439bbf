import createError from '@fastify/error'

/** Refusals of the server, each with the status it answers and the key of its page under `respond:message`. */
export const NotFound = createError('NOT_FOUND', 'There is no such page: %s', 404)
export const ConsultationClosed = createError('CONSULTATION_CLOSED', 'Consultation %s is closed', 410)
export const NotOpenYet = createError('NOT_OPEN_YET', 'Consultation %s is not open yet', 403)
export const UnreadableForm = createError('UNREADABLE_FORM', 'The form could not be read: %s', 400)
export const VersionChanged = createError('VERSION_CHANGED', 'The form is of another version of %s', 409)
export const TooManyMalformed = createError('TOO_MANY_MALFORMED', 'Too many requests that could not be read', 429)
