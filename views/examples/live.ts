import {
  defaultPolicy,
  liveQuestionsOf,
  liveRuleOf,
  oneOfTwoIn,
  protectLive,
  tabulate,
  type LiveRelease
} from '#analytics'
import type { Language } from '#locales'
import { codebookOf } from '#surveys'
import type { Example } from '../examples.ts'
import { boardPage, type BoardInput } from '../live/board.ts'
import { messagePage } from '../message/message.ts'
import { thanksPage } from '../respond/thanks.ts'
import { exampleFacts } from './consultation.ts'
import { exampleQuestionnaire } from './questionnaire.ts'
import { madeUpResponses, prfOf, sequence } from './release.ts'

/** A live release of made-up answers, the same at every call. @param responses as many as a threshold has */
export function exampleLiveRelease(responses: number, questionnaire = exampleQuestionnaire): LiveRelease {
  const codebook = codebookOf(questionnaire)
  const plan = liveQuestionsOf(questionnaire).map(({ id }) => ({ question: id, by: [[]] }))
  const gathered = madeUpResponses(codebook, responses, sequence())
  const { tables } = tabulate({ codebook, responses: gathered, breakdowns: [], plan })
  const rule = liveRuleOf('open')
  const policy = defaultPolicy
  const oneOfTwo = oneOfTwoIn(questionnaire)
  const input = { tables, oneOfTwo, responses, number: 3, before: null, rule, policy, prf: prfOf }
  return {
    schema: 'earshot.live/1',
    number: 3,
    releasedOn: '2026-03-10',
    previous: '5e1f'.repeat(16),
    consultation: { ...exampleFacts },
    version: { number: 1, hash: 'c0de'.repeat(16), questionnaire },
    policy,
    rule,
    responses,
    tables: protectLive(input).tables
  }
}

/** The board in each of its states, and the pages that lead to it. */
export function livePages(language: Language): readonly Example[] {
  const open: BoardInput = {
    language,
    consultation: exampleFacts,
    questionnaire: exampleQuestionnaire,
    status: 'open',
    access: 'open',
    rule: liveRuleOf('open'),
    release: exampleLiveRelease(337),
    isFinal: false
  }
  const few = exampleLiveRelease(45)
  const states: Readonly<Record<string, Partial<BoardInput>>> = {
    'live results': {},
    'live results in words': { release: few },
    'live results, a room waits': { release: null, access: 'room', rule: liveRuleOf('room') },
    'live results, cards are needed': { release: few, access: 'cards' },
    'live results before the opening': { release: null, status: 'scheduled' },
    'live results, paused': { status: 'paused' },
    'live results, closed': { status: 'closed' },
    'live results, closed before there were any': { release: null, status: 'closed' },
    'live results, final': { release: null, status: 'closed', isFinal: true }
  }
  const consultation = exampleFacts
  return [
    ...Object.entries(states).map(([name, state]): Example => ({
      name,
      render: r => r.render('live/board', boardPage({ ...open, ...state }))
    })),
    {
      name: 'thanks, with live results',
      render: r => r.render('respond/thanks', thanksPage({ language, consultation, isLive: true }))
    },
    {
      name: 'noResultsYet, with live results',
      render: r =>
        r.render('message', messagePage(language, { kind: 'noResultsYet', consultation, isLive: true }))
    }
  ]
}
