import type { Questionnaire, Wording } from '#surveys'

/** A small questionnaire with every kind of question, a condition, notes and a long list. Its words are made up. */
export const exampleQuestionnaire: Questionnaire = {
  title: words('Getting help online', 'طلب المساعدة على الإنترنت'),
  introduction: words(
    'Sometimes things go wrong online. We want to know whom you turn to, and what would make it easier.',
    'أحياناً تسوء الأمور على الإنترنت. نريد أن نعرف إلى من تلجأ، وما الذي يجعل ذلك أسهل.'
  ),
  sections: [
    {
      id: 'help',
      title: words('Getting help', 'طلب المساعدة'),
      items: [
        {
          kind: 'note',
          id: 'about_help',
          text: words(
            'Think of something that bothered you or a friend: a message, a picture, a person.',
            'فكّر في شيء أزعجك أو أزعج صديقاً لك: رسالة أو صورة أو شخص.'
          )
        },
        {
          kind: 'single',
          id: 'first_person',
          text: words(
            'When something bad happens online, whom would you tell first?',
            'عندما يحدث لك شيء سيئ على الإنترنت، من تخبر أولاً؟'
          ),
          hint: words('Think about what you would really do', 'فكّر فيما ستفعله حقاً'),
          options: [
            option('family', 'A parent or another adult in my family', 'أحد والديّ أو شخص بالغ في عائلتي'),
            option('friend', 'A friend', 'صديق أو صديقة'),
            option('school', 'A teacher or someone at school', 'معلم أو شخص في المدرسة'),
            option('helpline', 'A helpline', 'خط مساعدة الأطفال'),
            option('nobody', 'Nobody', 'لا أحد')
          ]
        },
        {
          kind: 'long_text',
          id: 'why_nobody',
          showWhen: { question: 'first_person', selected: 'nobody' },
          text: words(
            'What would have to change so that you would tell someone?',
            'ما الذي يجب أن يتغير لكي تخبر أحداً؟'
          ),
          atMost: 500
        },
        {
          kind: 'multiple',
          id: 'tried',
          text: words('What have you tried yourself?', 'ماذا جرّبت بنفسك؟'),
          atMost: 3,
          options: [
            option('block', 'Blocked a person', 'حظرت شخصاً'),
            option('report', 'Reported a person or a post', 'أبلغت عن شخص أو منشور'),
            option('settings', 'Changed my settings', 'غيّرت إعداداتي'),
            option('break', 'Took a break from the app', 'توقفت عن استخدام التطبيق لفترة'),
            { ...option('none', 'None of these', 'لا شيء مما سبق'), exclusive: true }
          ]
        },
        {
          kind: 'scale',
          id: 'easy',
          text: words('How easy is it to find help?', 'ما مدى سهولة إيجاد المساعدة؟'),
          options: [
            option('easy', 'Easy', 'سهل'),
            option('so_so', 'Neither easy nor hard', 'لا سهل ولا صعب'),
            option('hard', 'Hard', 'صعب')
          ]
        },
        {
          kind: 'ranking',
          id: 'wishes',
          text: words('What would help most?', 'ما الذي يساعد أكثر؟'),
          upTo: 2,
          options: [
            option('button', 'A button in every app', 'زر في كل تطبيق'),
            option('lessons', 'Lessons at school', 'دروس في المدرسة'),
            option('adults', 'Adults who listen', 'كبار يستمعون')
          ]
        }
      ]
    },
    {
      id: 'you',
      title: words('About you', 'عنك'),
      items: [
        {
          kind: 'number',
          id: 'hours',
          text: words(
            'On a school day, how long are you online?',
            'في يوم دراسي، كم من الوقت تقضيه على الإنترنت؟'
          ),
          minimum: 0,
          maximum: 24,
          unit: words('hours', 'ساعات')
        },
        {
          kind: 'single',
          id: 'age',
          profile: 'age_band',
          text: words('How old are you?', 'كم عمرك؟'),
          options: [
            option('13_15', '13 to 15', '13 إلى 15'),
            option('16_17', '16 to 17', '16 إلى 17'),
            option('18_24', '18 to 24', '18 إلى 24')
          ]
        },
        {
          kind: 'single',
          id: 'gender',
          profile: 'gender',
          text: words('Which describes you?', 'ما الذي يصفك؟'),
          options: [
            option('female', 'Girl or woman', 'فتاة أو امرأة'),
            option('male', 'Boy or man', 'فتى أو رجل'),
            option('another', 'In another way', 'بطريقة أخرى')
          ]
        },
        {
          kind: 'single',
          id: 'month',
          text: words('In which month did it happen?', 'في أي شهر حدث ذلك؟'),
          preferNotToSay: false,
          options: Array.from({ length: 16 }, (_, month) =>
            option(`m${month}`, `Month ${month + 1}`, `الشهر ${month + 1}`)
          )
        },
        {
          kind: 'short_text',
          id: 'one_word',
          text: words('The internet in one word', 'الإنترنت في كلمة واحدة'),
          atMost: 40
        }
      ]
    }
  ]
}

function words(en: string, ar: string): Wording {
  return { standard: { en, ar } }
}

function option(code: string, en: string, ar: string) {
  return { code, text: words(en, ar) }
}
