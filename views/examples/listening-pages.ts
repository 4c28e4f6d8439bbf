import type { Language } from '#locales'
import { bandsOffered } from '#surveys'
import { addresses } from '../addresses.ts'
import type { Example } from '../examples.ts'
import { helpPage } from '../help/help.ts'
import type { Media, MediaSource, SignVideo } from '../media.ts'
import { cardsPage } from '../respond/cards.ts'
import { landingPage } from '../respond/landing.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { thanksPage } from '../respond/thanks.ts'
import { exampleAsked, exampleFacts, exampleProblems, exampleValues } from './consultation.ts'
import { exampleQuestionnaire } from './questionnaire.ts'

/** Recordings of three questions, one of them in one format alone, and a video for each page that may have one. */
export function exampleMedia(language: Language): Media {
  const file = (name: string, type: string): MediaSource => ({
    src: addresses.media(`${exampleFacts.slug}/${language}`, name),
    type
  })
  const recording = (name: string): [string, MediaSource[]] => [
    name,
    [file(`${name}.opus`, 'audio/ogg; codecs=opus'), file(`${name}.mp3`, 'audio/mpeg')]
  ]
  const video = (page: string, bytes: number): SignVideo => ({
    sources: [file(`sign-${page}.webm`, 'video/webm'), file(`sign-${page}.mp4`, 'video/mp4')],
    bytes
  })
  return {
    recordings: new Map([
      recording('first_person'),
      recording('tried'),
      ['month', [file('month.mp3', 'audio/mpeg')]]
    ]),
    videos: {
      landing: video('landing', 2_400_000),
      cards: video('cards', 12_000_000),
      thanks: video('thanks', 620_000),
      help: video('help', 1_950_000)
    }
  }
}

/** The pages that can be listened to, or watched in sign language. */
export function listeningPages(language: Language): readonly Example[] {
  const consultation = exampleFacts
  const questionnaire = exampleQuestionnaire
  const media = exampleMedia(language)
  const asked = { ...exampleAsked(language), media }
  const bands = bandsOffered(questionnaire)
  return [
    signed('landing', r =>
      r.render('respond/landing', landingPage({ language, consultation, questionnaire, bands, media }))
    ),
    signed('cards', r => r.render('respond/cards', cardsPage(asked))),
    signed('thanks', r => r.render('respond/thanks', thanksPage({ language, consultation, media }))),
    signed('help', r => r.render('help', helpPage(language, { media }))),
    {
      name: 'questionnaire with recordings',
      render: r => r.render('respond/questionnaire', questionnairePage(asked))
    },
    {
      name: 'questionnaire with recordings and problems',
      render: r =>
        r.render(
          'respond/questionnaire',
          questionnairePage(asked, { values: exampleValues, problems: exampleProblems })
        )
    }
  ]
}

function signed(name: string, render: Example['render']): Example {
  return { name: `${name} in sign language`, render }
}
