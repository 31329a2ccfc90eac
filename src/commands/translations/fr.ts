/** What commands and options do, in French, by the English description. Words a person types stay as they are typed. */
export const fr: Readonly<Record<string, string>> = {
  'What happened: stories, a short summary, key quotes and sources':
    'Ce qui s’est passé : l’actualité en bref, citations clés et sources',
  'A topic or any search: ukraine, "interest rates", nasa OR asteroid':
    'Un sujet ou une recherche : ukraine, "interest rates", nasa OR asteroid',
  'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18':
    'Depuis quand : 24h, 7d, 2w, hier, lundi, 2025-02-18',
  'Who said what, word for word': 'Qui a dit quoi, mot pour mot',
  'A person or a topic': 'Une personne ou un sujet',
  "This channel's daily digests": 'Les envois quotidiens de ce canal',
  'Send this channel a digest of a topic, each day at your hour':
    'Envoyer à ce canal l’actualité d’un sujet, chaque jour à votre heure',
  'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv':
    'Quand : 08:00, 8h et 17h30 en semaine, chaque lundi 9:00 Europe/Kyiv',
  'Stop sending this channel the digest of a topic': 'Ne plus envoyer à ce canal l’actualité d’un sujet',
  'A topic this channel is subscribed to': 'Un sujet auquel ce canal est abonné',
  'What this channel is subscribed to, and when it comes next':
    'À quoi ce canal est abonné, et quand vient le prochain envoi',
  'Post the digest now': 'Publier maintenant',
  'Show the next digest to you alone': 'Vous montrer à vous seul le prochain envoi',
  'Change hours, length, quotes and language': 'Changer l’heure, la longueur, les citations et la langue',
  'Stop for a while': 'Suspendre un moment',
  'Go on after a pause': 'Reprendre après une pause',
  'Why a story is, or is not, in the digest': 'Pourquoi une actualité y est ou n’y est pas',
  'Words of the story': 'Des mots de l’actualité',
  'What was changed here, when and by whom': 'Ce qui a été changé ici, quand et par qui',
  'What you can ask, with examples': 'Ce que vous pouvez demander, avec des exemples',
  'Where the news comes from': 'D’où viennent les actualités',
  'All sources with their health': 'Toutes les sources et leur état',
  'Read a feed from now on': 'Lire un flux à partir de maintenant',
  'Address of a feed or a site: https://…': 'Adresse d’un flux ou d’un site : https://…',
  'Stop reading a feed': 'Ne plus lire un flux',
  'Try a feed without adding it': 'Essayer un flux sans l’ajouter',
  'Stored searches that channels subscribe to': 'Recherches enregistrées auxquelles les canaux s’abonnent',
  'All topics': 'Tous les sujets',
  'One topic and what it matched this week': 'Un sujet et ce qu’il a trouvé cette semaine',
  'The name of the topic': 'Le nom du sujet',
  'Add a topic': 'Ajouter un sujet',
  'Words, "phrases", OR, -without, outlet:name, speaker:name':
    'Mots, "expressions", OR, -sans, outlet:nom, speaker:nom',
  'Change what a topic looks for, its synonyms and outlets':
    'Changer ce que cherche un sujet, ses synonymes et ses médias',
};
