/** English: function words only, so that what is left of a sentence says what it is about. */
export const words = `
a about above across after again against all almost along already also although always am among an and another any
anyone anything are aren't around as at away back be became because become becomes been before behind being below
between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during
each either else enough even ever every everyone everything few for from further get gets getting give given go goes
going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself
his how however i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll it's its itself just keep kept
know last least less let let's like likely made make makes making many may maybe me might mine more most much must my
myself near neither never next no nobody none nor not nothing now of off often on once one only onto or other others
our ours ourselves out over own per perhaps put quite rather really s said same say saying says see seem seems seen
several shall she she'd she'll she's should shouldn't since so some someone something soon still such t take taken
than that that'd that's the their theirs them themselves then there there's therefore these they they'd they'll
they're they've thing things this those though through thus to together told too took toward towards two under until
up upon us use used using very via want was wasn't way we we'd we'll we're we've well went were weren't what what's
when where whether which while who who's whom whose why will with within without won't would wouldn't yet you you'd
you'll you're you've your yours yourself yourselves
mr mrs ms dr
`;
