/** What commands and options do, in Arabic, by the English description. Words a person types stay as they are typed. */
export const ar: Readonly<Record<string, string>> = {
  'What happened: stories, a short summary, key quotes and sources':
    'ما الذي حدث: الأخبار وملخص قصير وأبرز الاقتباسات والمصادر',
  'A topic or any search: ukraine, "interest rates", nasa OR asteroid':
    'موضوع أو أي بحث: ukraine, "interest rates", nasa OR asteroid',
  'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18':
    'منذ متى: 24h, 7d, 2w, yesterday, monday, 2025-02-18',
  'Who said what, word for word': 'من قال ماذا، حرفيًا',
  'A person or a topic': 'شخص أو موضوع',
  "This channel's daily digests": 'الموجزات اليومية لهذه القناة',
  'Send this channel a digest of a topic, each day at your hour':
    'إرسال موجز عن موضوع إلى هذه القناة كل يوم في ساعتك',
  'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv':
    'موعد وصوله: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv',
  'Stop sending this channel the digest of a topic': 'إيقاف إرسال موجز موضوع إلى هذه القناة',
  'A topic this channel is subscribed to': 'موضوع تشترك فيه هذه القناة',
  'What this channel is subscribed to, and when it comes next': 'ما تشترك فيه هذه القناة، وموعد وصول التالي',
  'Post the digest now': 'نشر الموجز الآن',
  'Show the next digest to you alone': 'عرض الموجز القادم لك وحدك',
  'Change hours, length, quotes and language': 'تغيير الساعات والطول والاقتباسات واللغة',
  'Stop for a while': 'إيقاف مؤقت',
  'Go on after a pause': 'استئناف بعد توقف',
  'Why a story is, or is not, in the digest': 'لماذا يوجد خبر في الموجز أو لا يوجد',
  'Words of the story': 'كلمات من الخبر',
  'What was changed here, when and by whom': 'ما الذي تغير هنا ومتى ومن غيّره',
  'What you can ask, with examples': 'ما يمكنك السؤال عنه، مع أمثلة',
  'Where the news comes from': 'من أين تأتي الأخبار',
  'All sources with their health': 'كل المصادر وحالتها',
  'Read a feed from now on': 'قراءة خلاصة من الآن فصاعدًا',
  'Address of a feed or a site: https://…': 'عنوان خلاصة أو موقع: https://…',
  'Stop reading a feed': 'التوقف عن قراءة خلاصة',
  'Try a feed without adding it': 'تجربة خلاصة دون إضافتها',
  'Stored searches that channels subscribe to': 'عمليات بحث محفوظة تشترك فيها القنوات',
  'All topics': 'كل الموضوعات',
  'One topic and what it matched this week': 'موضوع وما وجده هذا الأسبوع',
  'The name of the topic': 'اسم الموضوع',
  'Add a topic': 'إضافة موضوع',
  'Words, "phrases", OR, -without, outlet:name, speaker:name':
    'كلمات، "عبارات"، OR، -دون، outlet:اسم، speaker:اسم',
  'Change what a topic looks for, its synonyms and outlets': 'تغيير ما يبحث عنه موضوع ومرادفاته ومصادره',
};
