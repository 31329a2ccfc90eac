/** Arabic, after the list of npm `stopword` (MIT, Fergus McDowall and Espen Klem). */
export const words = `
stopword
`;
