import { pourAtClose, type Poured } from '../waiting-room/pour.ts'
import { openedConsultationNamed, type Session } from './session.ts'

export const destroyedWords =
  'Fewer than ten answers had come in. They were destroyed unread, as the page about privacy promises.'

/** Does the pourer's work for a consultation that has closed, whether or not a pourer runs. */
export async function emptyWaitingRoom(session: Session, slug: string): Promise<Poured> {
  // Looked up again: what the last step did to it counts.
  const consultation = await openedConsultationNamed(session, slug)
  return pourAtClose(session.pourer.db, session.config.keyFolder, consultation, session)
}
