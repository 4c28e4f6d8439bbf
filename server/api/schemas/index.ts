import { Consultation, ConsultationList } from './consultations.ts'
import { Problem } from './problem.ts'
import { Questionnaire } from './questionnaires.ts'
import {
  FinalRelease,
  FinalTable,
  LiveRelease,
  LiveTable,
  Release,
  ReleaseList,
  ReleaseSummary,
  Table,
  TableList
} from './releases.ts'
import { Description, Service } from './service.ts'

/** Every document of the API by the name it has in its description. */
export const components = {
  Service,
  Description,
  Consultation,
  ConsultationList,
  Questionnaire,
  Release,
  FinalRelease,
  LiveRelease,
  ReleaseSummary,
  ReleaseList,
  Table,
  FinalTable,
  LiveTable,
  TableList,
  Problem
}
