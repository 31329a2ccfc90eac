/** What commands and options do, in German, by the English description. Words a person types stay as they are typed. */
export const de: Readonly<Record<string, string>> = {
  'What happened: stories, a short summary, key quotes and sources':
    'Was geschah: Meldungen, kurze Zusammenfassung, Zitate und Quellen',
  'A topic or any search: ukraine, "interest rates", nasa OR asteroid':
    'Ein Thema oder eine Suche: ukraine, "interest rates", nasa OR asteroid',
  'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18':
    'Wie weit zurück: 24h, 7d, 2w, gestern, Montag, 2025-02-18',
  'Who said what, word for word': 'Wer was gesagt hat, Wort für Wort',
  'A person or a topic': 'Eine Person oder ein Thema',
  "This channel's daily digests": 'Die täglichen Überblicke dieses Kanals',
  'Send this channel a digest of a topic, each day at your hour':
    'Diesem Kanal täglich zu Ihrer Stunde einen Überblick senden',
  'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv':
    'Wann er kommt: 08:00, werktags 8 und 17:30 Uhr, jeden Montag 9:00 Europe/Kyiv',
  'Stop sending this channel the digest of a topic':
    'Diesem Kanal den Überblick eines Themas nicht mehr senden',
  'A topic this channel is subscribed to': 'Ein Thema, das dieser Kanal abonniert hat',
  'What this channel is subscribed to, and when it comes next':
    'Was dieser Kanal abonniert hat und wann es kommt',
  'Post the digest now': 'Den Überblick jetzt senden',
  'Show the next digest to you alone': 'Den nächsten Überblick nur Ihnen zeigen',
  'Change hours, length, quotes and language': 'Uhrzeit, Länge, Zitate und Sprache ändern',
  'Stop for a while': 'Eine Weile aussetzen',
  'Go on after a pause': 'Nach einer Pause fortsetzen',
  'Why a story is, or is not, in the digest': 'Warum eine Meldung im Überblick steht oder nicht',
  'Words of the story': 'Wörter der Meldung',
  'What was changed here, when and by whom': 'Was hier geändert wurde, wann und von wem',
  'What you can ask, with examples': 'Was Sie fragen können, mit Beispielen',
  'Where the news comes from': 'Woher die Nachrichten kommen',
  'All sources with their health': 'Alle Quellen und wie es ihnen geht',
  'Read a feed from now on': 'Einen Feed von jetzt an lesen',
  'Address of a feed or a site: https://…': 'Adresse eines Feeds oder einer Website: https://…',
  'Stop reading a feed': 'Einen Feed nicht mehr lesen',
  'Try a feed without adding it': 'Einen Feed ausprobieren, ohne ihn aufzunehmen',
  'Stored searches that channels subscribe to': 'Gespeicherte Suchen, die Kanäle abonnieren',
  'All topics': 'Alle Themen',
  'One topic and what it matched this week': 'Ein Thema und was es diese Woche fand',
  'The name of the topic': 'Der Name des Themas',
  'Add a topic': 'Ein Thema hinzufügen',
  'Words, "phrases", OR, -without, outlet:name, speaker:name':
    'Wörter, "Wendungen", OR, -ohne, outlet:Name, speaker:Name',
  'Change what a topic looks for, its synonyms and outlets':
    'Ändern, wonach ein Thema sucht, seine Synonyme und Medien',
};
