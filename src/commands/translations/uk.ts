/** What commands and options do, in Ukrainian, by the English description. Words a person types stay as they are typed. */
export const uk: Readonly<Record<string, string>> = {
  'What happened: stories, a short summary, key quotes and sources':
    'Що сталося: новини, стислий виклад, ключові цитати й джерела',
  'A topic or any search: ukraine, "interest rates", nasa OR asteroid':
    'Тема або пошук: ukraine, "interest rates", nasa OR asteroid',
  'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18':
    'За який час: 24h, 7d, 2w, вчора, понеділок, 2025-02-18',
  'Who said what, word for word': 'Хто що сказав, дослівно',
  'A person or a topic': 'Людина або тема',
  "This channel's daily digests": 'Щоденні дайджести цього каналу',
  'Send this channel a digest of a topic, each day at your hour':
    'Надсилати сюди дайджест теми щодня у вибраний час',
  'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv':
    'Коли: 08:00, 8:00 і 17:30 у будні, щопонеділка 9:00 Europe/Kyiv',
  'Stop sending this channel the digest of a topic': 'Більше не надсилати сюди дайджест теми',
  'A topic this channel is subscribed to': 'Тема, на яку підписано цей канал',
  'What this channel is subscribed to, and when it comes next':
    'На що підписано канал і коли прийде наступний дайджест',
  'Post the digest now': 'Надіслати дайджест зараз',
  'Show the next digest to you alone': 'Показати наступний дайджест лише вам',
  'Change hours, length, quotes and language': 'Змінити час, обсяг, цитати й мову',
  'Stop for a while': 'Призупинити',
  'Go on after a pause': 'Продовжити після паузи',
  'Why a story is, or is not, in the digest': 'Чому новина є або чому її немає в дайджесті',
  'Words of the story': 'Слова з новини',
  'What was changed here, when and by whom': 'Що тут змінено, коли і ким',
  'What you can ask, with examples': 'Що можна запитати, з прикладами',
  'Where the news comes from': 'Звідки беруться новини',
  'All sources with their health': 'Усі джерела та їхній стан',
  'Read a feed from now on': 'Відтепер читати стрічку',
  'Address of a feed or a site: https://…': 'Адреса стрічки або сайту: https://…',
  'Stop reading a feed': 'Більше не читати стрічку',
  'Try a feed without adding it': 'Перевірити стрічку, не додаючи її',
  'Stored searches that channels subscribe to': 'Збережені пошуки, на які підписуються канали',
  'All topics': 'Усі теми',
  'One topic and what it matched this week': 'Одна тема і що вона знайшла цього тижня',
  'The name of the topic': 'Назва теми',
  'Add a topic': 'Додати тему',
  'Words, "phrases", OR, -without, outlet:name, speaker:name':
    'Слова, "фрази", OR, -без, outlet:назва, speaker:ім’я',
  'Change what a topic looks for, its synonyms and outlets': 'Змінити пошук теми, її синоніми та видання',
};
