/** What commands and options do, in Spanish, by the English description. Words a person types stay as they are typed. */
export const es: Readonly<Record<string, string>> = {
  'What happened: stories, a short summary, key quotes and sources':
    'Qué ha pasado: noticias, un breve resumen, citas clave y fuentes',
  'A topic or any search: ukraine, "interest rates", nasa OR asteroid':
    'Un tema o una búsqueda: ukraine, "interest rates", nasa OR asteroid',
  'How far back: 24h, 7d, 2w, yesterday, monday, 2025-02-18':
    'Desde cuándo: 24h, 7d, 2w, ayer, lunes, 2025-02-18',
  'Who said what, word for word': 'Quién dijo qué, palabra por palabra',
  'A person or a topic': 'Una persona o un tema',
  "This channel's daily digests": 'Los resúmenes diarios de este canal',
  'Send this channel a digest of a topic, each day at your hour':
    'Enviar a este canal el resumen de un tema, cada día a su hora',
  'When it comes: 08:00, 8am and 5:30pm weekdays, every Monday 9:00 Europe/Kyiv':
    'Cuándo llega: 08:00, 8am y 5:30pm laborables, cada lunes 9:00 Europe/Kyiv',
  'Stop sending this channel the digest of a topic': 'Dejar de enviar a este canal el resumen de un tema',
  'A topic this channel is subscribed to': 'Un tema al que está suscrito este canal',
  'What this channel is subscribed to, and when it comes next':
    'A qué está suscrito este canal y cuándo llega',
  'Post the digest now': 'Publicar el resumen ahora',
  'Show the next digest to you alone': 'Mostrarle solo a usted el próximo resumen',
  'Change hours, length, quotes and language': 'Cambiar horas, extensión, citas e idioma',
  'Stop for a while': 'Parar un tiempo',
  'Go on after a pause': 'Seguir tras una pausa',
  'Why a story is, or is not, in the digest': 'Por qué una noticia está o no en el resumen',
  'Words of the story': 'Palabras de la noticia',
  'What was changed here, when and by whom': 'Qué se cambió aquí, cuándo y quién',
  'What you can ask, with examples': 'Qué puede preguntar, con ejemplos',
  'Where the news comes from': 'De dónde vienen las noticias',
  'All sources with their health': 'Todas las fuentes y su estado',
  'Read a feed from now on': 'Leer un feed desde ahora',
  'Address of a feed or a site: https://…': 'Dirección de un feed o de un sitio: https://…',
  'Stop reading a feed': 'Dejar de leer un feed',
  'Try a feed without adding it': 'Probar un feed sin añadirlo',
  'Stored searches that channels subscribe to': 'Búsquedas guardadas a las que se suscriben los canales',
  'All topics': 'Todos los temas',
  'One topic and what it matched this week': 'Un tema y lo que encontró esta semana',
  'The name of the topic': 'El nombre del tema',
  'Add a topic': 'Añadir un tema',
  'Words, "phrases", OR, -without, outlet:name, speaker:name':
    'Palabras, "frases", OR, -sin, outlet:nombre, speaker:nombre',
  'Change what a topic looks for, its synonyms and outlets':
    'Cambiar lo que busca un tema, sus sinónimos y medios',
};
