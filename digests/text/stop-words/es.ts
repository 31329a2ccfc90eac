/** Spanish, after the list of npm `stopword` (MIT, Fergus McDowall and Espen Klem), with what news uses most besides. */
export const words = `
además ahora algo alguien ante antes aquel así aunque aún bajo cada cuándo cómo después dos dónde ellas ello
ellos era eran eres esa esas esos esta estas este estos está están fue fueron ha había hace hacia han hay he
les luego mientras mucha muchas mucho muchos nada ninguna ninguno nos nosotros nuestra nuestro otra otras
otros pues según ser sido sino solo son soy stopword sólo tan tiene tienen toda todas todo todos tras unas
unos usted ustedes
`;
