import type { SyntheticShape } from '../../synthetic.ts'

/**
 * How made-up respondents answer “Digital literacy and me”. Nobody said any of this: the weights are set so that the
 * results read like what young people told the working group in 2018, and so that groups differ here and there.
 */
export const digitalLiteracyShape: SyntheticShape = {
  languages: {
    weights: { ar: 14, zh: 14, en: 34, fr: 17, ru: 8, es: 13 },
    by: {
      region: {
        africa: { ar: 1.6, zh: 0.05, fr: 2, ru: 0.1, es: 0.2 },
        americas: { ar: 0.1, zh: 0.2, fr: 0.5, ru: 0.1, es: 4 },
        asia: { zh: 3, fr: 0.1, ru: 1.2, es: 0.1 },
        europe: { ar: 0.3, zh: 0.1, ru: 2.5, es: 1.2 },
        oceania: { ar: 0.1, zh: 0.5, ru: 0.1, es: 0.1 }
      }
    }
  },
  questions: [
    {
      id: 'age_band',
      weights: { '8_9': 8, '10_12': 18, '13_15': 28, '16_17': 23, '18_24': 23 },
      pns: 0.02
    },
    { id: 'gender', weights: { female: 53, male: 44, another: 3 }, pns: 0.03, skipped: 0.02 },
    {
      id: 'region',
      weights: { africa: 28, americas: 18, asia: 25, europe: 22, oceania: 7 },
      dk: 0.01,
      pns: 0.02,
      skipped: 0.02
    },
    {
      id: 'devices',
      weights: { own_phone: 55, shared_phone: 17, home_computer: 30, school: 24, public: 10, none: 3 },
      by: {
        age_band: {
          '8_9': { own_phone: 0.2, shared_phone: 2.2 },
          '10_12': { own_phone: 0.5, shared_phone: 1.5 },
          '18_24': { school: 0.4, public: 1.5 }
        },
        region: {
          africa: { own_phone: 0.8, shared_phone: 1.8, home_computer: 0.5, none: 2 },
          europe: { shared_phone: 0.4, home_computer: 1.6, none: 0.3 }
        }
      },
      choices: [38, 36, 20, 6],
      pns: 0.01,
      skipped: 0.02
    },
    {
      id: 'trends',
      weights: {
        social_media: 52,
        connected_things: 33,
        games: 12,
        videos: 16,
        ai: 20,
        learning: 12,
        other: 3
      },
      by: {
        age_band: {
          '8_9': { social_media: 0.45, games: 1.9, videos: 1.5, ai: 0.5 },
          '10_12': { social_media: 0.6, games: 1.6, videos: 1.4, ai: 0.7 },
          '18_24': { games: 0.5, ai: 1.5, learning: 1.3 }
        },
        gender: { male: { games: 1.5 } }
      },
      choices: [22, 42, 36],
      dk: 0.03,
      skipped: 0.02
    },
    {
      id: 'challenges',
      weights: {
        unfair_access: 42,
        divide: 31,
        risks: 26,
        false_news: 14,
        too_long: 13,
        data: 11,
        none: 2
      },
      by: {
        gender: { female: { risks: 1.35 }, male: { risks: 0.75, none: 1.8 } },
        region: {
          africa: { unfair_access: 1.7, divide: 1.2, too_long: 0.5, data: 0.6 },
          europe: { unfair_access: 0.6, false_news: 1.5, too_long: 1.7, data: 1.7 }
        },
        age_band: { '18_24': { data: 1.4, false_news: 1.2 } }
      },
      choices: [20, 40, 40],
      dk: 0.05,
      pns: 0.01,
      skipped: 0.03
    },
    {
      id: 'obstacles',
      weights: {
        teachers: 45,
        school_devices: 29,
        home_devices: 15,
        connection: 14,
        language: 8,
        nobody: 7,
        not_allowed: 5,
        nothing: 6
      },
      by: {
        region: {
          africa: { teachers: 0.8, connection: 1.9, home_devices: 1.5, language: 1.3, nothing: 0.4 },
          europe: { teachers: 1.3, connection: 0.5, home_devices: 0.5, language: 0.5, nothing: 1.9 }
        },
        age_band: { '8_9': { not_allowed: 3, teachers: 0.6 }, '10_12': { not_allowed: 2 } },
        gender: { female: { not_allowed: 1.4 } }
      },
      choices: [32, 42, 26],
      dk: 0.05,
      pns: 0.01,
      skipped: 0.03
    },
    {
      id: 'taught_by',
      weights: { teachers: 30, family: 28, friends: 33, club: 7, myself: 45, nobody: 4 },
      by: {
        age_band: {
          '8_9': { teachers: 1.5, family: 2.6, friends: 0.6, myself: 0.3 },
          '10_12': { teachers: 1.4, family: 1.8, myself: 0.5 },
          '18_24': { teachers: 0.6, family: 0.5, myself: 1.5 }
        },
        gender: { male: { myself: 1.2, family: 0.8 } }
      },
      choices: [35, 40, 20, 5],
      dk: 0.01,
      pns: 0.01,
      skipped: 0.03
    },
    {
      id: 'lessons',
      weights: { not_useful: 31, partly_useful: 52, very_useful: 17 },
      by: {
        age_band: {
          '8_9': { very_useful: 2.5, not_useful: 0.5 },
          '10_12': { very_useful: 1.7, not_useful: 0.7 }
        }
      },
      dk: 0.03,
      skipped: 0.02
    },
    {
      id: 'school_should',
      weights: { every_week: 13, train_teachers: 34, devices: 25, safe: 19, true_false: 13, create: 12 },
      by: {
        age_band: {
          '8_9': { create: 2.2, true_false: 0.5 },
          '10_12': { create: 1.8, true_false: 0.6 },
          '18_24': { true_false: 1.6, create: 0.7 }
        },
        gender: { female: { safe: 1.4 } },
        region: { africa: { devices: 1.6 } }
      },
      choices: [10, 15, 75],
      dk: 0.06,
      skipped: 0.04
    },
    {
      id: 'girls',
      weights: { examples: 22, clubs: 19, respect: 31, same_time: 16, family: 15, nothing: 7 },
      by: {
        gender: {
          female: { respect: 1.35, nothing: 0.35 },
          male: { respect: 0.75, nothing: 2.6, clubs: 1.2 }
        },
        region: { africa: { same_time: 1.6, family: 1.4 }, asia: { family: 1.3 } }
      },
      choices: [30, 70],
      dk: 0.08,
      pns: 0.03,
      skipped: 0.04
    },
    {
      id: 'strategies',
      weights: { not_well: 63, partly: 28, well: 9 },
      by: {
        region: { africa: { not_well: 1.3 }, europe: { partly: 1.3 } },
        age_band: { '18_24': { not_well: 1.3 } }
      },
      dk: 0.12,
      pns: 0.01,
      skipped: 0.03
    },
    {
      id: 'recommendations',
      weights: {
        together: 31,
        infrastructure: 37,
        affordable: 47,
        framework: 24,
        policy: 18,
        girls: 15,
        own_future: 21
      },
      by: {
        gender: { female: { girls: 1.6 }, male: { girls: 0.5 } },
        region: {
          africa: { affordable: 1.6, infrastructure: 1.5 },
          europe: { affordable: 0.7, policy: 1.6, framework: 1.3 }
        }
      },
      choices: [8, 22, 70],
      dk: 0.04,
      pns: 0.01,
      skipped: 0.03
    },
    {
      id: 'future',
      weights: { 'This text is made up. It belongs to a demonstration, and nobody wrote it.': 1 },
      skipped: 0.8
    }
  ]
}
