import { wordSet } from './word-set.ts';

/** Nouns that stand for people: "the senator", "a spokesman". Partly from the lexicon of compromise (MIT licence). */
export const personNouns = wordSet(`
  accountant accountants acquaintance acquaintances acrobat acrobats activist activists actor actors
  actress actresses addict addicts administrator administrators admiral admirals adventurer adventurers
  adviser advisers advisor advisors agent agents aide aides allies ally ambassador americans analyst
  analysts anarchist anarchists ancestor ancestors anchor animator animators announcer announcers anybody
  anyone apostle apostles apparition apparitions apprentice apprentices archbishop archbishops architect
  architects aristocrat aristocrats artisan artisans artist artists assistant assistants astronaut
  astronauts astronomer astronomers athlete athletes attacker attendant attendants attorney attorneys
  auditor auditors aunt auntie aunties aunts author authors autocrat autocrats ayatullah ayatullahs
  babies baby baker bakers banker bankers barber barbers baron baroness baronesses barons bartender
  bartenders bicyclist bicyclists billionaire biologist biologists bishop bishops blogger bloggers
  bohemian bohemians boogeyman boss boxer boxers boy boyfriends boys bricklayer bricklayers bride brides
  brigadier brigadiers broker brokers brother brothers buddhist buddhists builder builders burglar
  burglars businessman businessperson businesspersons businesswoman businesswomans cadet cadets
  californian campaigner campaigners candidate candidates captain captains carer carers caretaker
  caretakers carpenter carpenters cashier cashiers celebrities celebrity ceo ceos cfo cfos chair chairman
  chairwoman challenger champion champions chancellor chancellors chaplain chaplains chauffeur chauffeurs
  cheerleader cheerleaders chef chefs chemist chemists chief child children chum chums citizen citizens
  cleaner cleaners cleric clerics clerk clerks climatologist climatologists clown clowns co-founder
  co-founders coach colleague colleagues colonel colonels columnist columnists comedian comedians
  commander commanders commentator commenter commenters commissioner commissioners commuter commuters
  composer composers comrade comrades confidant confidante confidantes confidants congressman congressmen
  congresswoman conservative conservatives constable constables consultant consultants contender
  contenders contributor contributors controller controllers coordinator coordinators corporal corporals
  correspondent councillor councillors councilman councilor councilors councilwoman countess countesses
  couple courier couriers cowboy cowboys coworker coworkers creator creators critic critics curator
  curators customer customers cyclist cyclists daddies daddy dads dancer dancers daredevil daredevils
  daughter daughters deacon deacons dealer dealers decorator decorators defenceman defendant deities
  deity delegate delegates democrat democrats demonstrator demonstrators denizen denizens deputee
  deputees deputies deputy descendant descendants deserter deserters designer designers detective
  detectives developer developers dictator dictators dietician dieticians dietitian dietitians diplomat
  diplomats director directors diva divas doctor doctors donor donors dorks drifter drifters driver
  drivers dude dudes dutchess dutchesses dweller dwellers economist economists editor editors electrician
  electricians emcee emcees emperor emperors employee employees employer employers enemies enemy engineer
  engineers entrepreneur entrepreneurs environmentalist environmentalists envoy epidemiologist
  epidemiologists everybody everyone examiner examiners excellencies excellency executive executives
  exile exiles expert experts extremist families family fan fans farmer farmers father fathers fella
  fellas ferryman fiance fiances fighter fighters filmmaker filmmakers financier financiers firefighter
  firefighters fireman fisherman fishermen fitter fitters floridian foe foes forebear forebears foreman
  forerunner forerunners forester foresters founder freelancer freelancers friend friends front-runner
  front-runners frontrunner gambler gamblers gardener gardeners geishas general generals genius geniuses
  gentleman gentlemans geologist geologists ghosts ghostwriter ghostwriters girl girlfriend girlfriends
  girls gladiator gladiators goalie goalies goalkeeper goalkeepers goaltender goaltenders goddesses gods
  golfer golfers governor governors grandchild granddaughter granddaughters grandfather grandfathers
  grandma grandmas grandmother grandmothers grandpa grandparent grandparents grandpas grandson grandsons
  guest guests gunman guru gurus hairdresser hairdressers hairstylist hairstylists head headmaster
  headmasters headteacher headteachers heir heirs hermit hermits hero heroes heroine heroines historian
  historians hobo hobos hopeful host hostage hostages hostess hostesses hosts housekeeper housekeepers
  humanitarian humanitarians humans husband husbands hygienist hygienists icon icons idol idols
  illustrator illustrators imam immigrant immigrants incels incumbent infants inhabitant inhabitants
  innovator innovators insider insiders inspector inspectors installer installers instigator instigators
  instructor instructors interpreter interpreters interviewer inventor inventors investigator
  investigators investor investors janitor janitors jester jesters jogger joggers journalist journalists
  judge judges juggler jugglers justice justices kinsman kinswoman kinswomans laborer laborers lad ladies
  lads lady landlord landlords lass lasses laureate laureates lawmaker lawmakers lawyer lawyers layman
  leader leaders lecturer lecturers liberal liberals libertarian librarian librarians lieutenant
  lieutenants lifeguard lifeguards lobbyist lord lords loser losers lover lovers magician magicians
  magistrate magistrates man manager managers maniac maniacs martyr martyrs mate mates matriarch
  matriarches mayor mayors mechanic member members men mentor mentors merchant merchants meteorologist
  meteorologists midwife midwives militant militants miner miners minion minions minister ministers
  misfit misfits missus mister misters moderator moderators mogul moguls mom mommies mommy moms monarch
  monk monks mother mothers mum mummies mummy mums musician musicians mystic mystics nannies nanny
  narrator narrators natives negotiator negotiators neice neices neighbor neighbors neighbour neighbours
  nemeses nemesis nephew nephews newcomer niece nieces nobleman noblewoman nobodies nobody nomad nomads
  nominee novice novices nun nuns nurse nurseryman occupant occupants officer officers official officials
  offspring offsprings operative operatives operator operators opponent opponents optimist optimists
  optometrist optometrists oracle oracles organiser organisers organizer organizers originator
  originators orphan orphans others outcast outcasts outlaw outlaws owner owners painter painters pal
  pals panellist panellists paramedic paramedics parent parents pariah pariahs partner partners passenger
  passengers pastor pastors patriarch patriarches patriot patriots patron patrons pawn pawns people
  performer performers person pessimist pessimists phantoms pharmacist pharmacists philosopher
  philosophers photographer photographers physician physicians physicist physicists pilgrim pilgrims
  pilot pilots pioneer pioneers plaintiff planner planners player players playmate playmates playwright
  playwrights plumber plumbers podcaster podcasters poet poets police policeman politician politicians
  pollster pollsters pope populations pornstars practitioner practitioners prankster pranksters preacher
  preachers premier president presidents priest priestess priestesses priests prince princes princess
  princesses prisoner prisoners prodigies prodigy producer producers professor professors progenies
  progenitor progenitors progeny programmer programmers progressive prophet prophets prosecutor
  prosecutors prospector prospectors prostitute prostitutes protester protesters provost provosts
  psychiatrist psychiatrists psychologist psychologists pundit pundits punks pupil pupils quarterback
  quarterbacks queen queens rabbi rabbis radical radicals rapper rappers realist realists rebel rebels
  receptionist receptionists recluse recluses recruit recruiter recruiters recruits refugee refugees
  regulator regulators relative relatives reporter reporters representative representatives republican
  republicans researcher researchers resident residents reverend reverends revolutionaries revolutionary
  rival rivals rogue rogues roofer roofers ruler rulers runningback runningbacks sailor sailors saint
  saints scholar scholars scientist scientists scion scions screenwriter screenwriters sculptor sculptors
  secretaries secretary seismologist seismologists senator senators sergeant sergeants servant servants
  servitor servitors shaman shamans shepherd shepherds sheriff shooter shopkeeper shopkeepers showgirls
  showman showrunner showrunners singer singers sinner sinners sissies sister sisters skier skiers
  skipper skippers smuggler smugglers socialist sociologist sociologists soldier soldiers soloist
  soloists somebody someone son sons sorcerer sorcerers sorceress sorceresses souls source sources speaker
  speakers mp mps mep meps coroner coroners referee referees umpire umpires defender defenders midfielder midfielders
  winger batsman bowler harbourmaster   specialist specialists spectator spectators spirits spokesman spokesmen spokespeople spokesperson
  spokespersons spokeswoman spouse spouses squatter squatters staffer staffers star statesman stepbrother
  stepbrothers stepchild stepchilds stepfather stepfathers stepmother stepmothers stepsister stepsisters
  stranger strangers strategist strategists streamer streamers striker strikers student students sultan
  sultans superhero superheroes superhuman superhumans superintendent superintendents superstar
  superstars supervisor supervisors supporter supporters surfer surfers surgeon surgeons surrogate
  surrogates survivor survivors suspect sweeper sweepers sweetheart sweethearts swimmer swimmers
  taoiseach taoiseaches teacher teachers technician technicians technologist technologists teenager
  teenagers tenant tenants tester testers texan theorist therapist therapists tiktoker tiktokers toddler
  toddlers tourist tourists trader traders tramp tramps transcriptionist transcriptionists translator
  translators traveler travelers treasurer treasurers trendsetter trendsetters trooper troopers troops
  tutor tutors tycoon tycoons uncle uncles underwriter underwriters user users veteran veterans
  veterinarian veterinarians victim victims villain villains vip vips virologist virologists visitor
  visitors volunteer volunteers voter voters voyager voyagers waiter waiters waitress waitresses wanderer
  wanderers warden wardens warrior warriors watchdog weatherman weathermans welder welders whistleblower
  widow wife winner winners witch witches witness witnesses wives wizard wizards woman women worker
  workers wrestler wrestlers writer writers yogi yogis youth youths youtuber youtubers
`);

/** Nouns that stand for bodies that speak through a statement: "the agency". */
export const organisationNouns = wordSet(`
  administration agency army association authority bank board body brigade bureau cabinet campaign chamber
  church club coalition college commission committee company conference congress consortium corporation
  council court department embassy federation firm foundation fund government group house institute
  institution justice league legislature magazine military ministry mission movement navy network
  newspaper office organisation organization outlet panel parliament party police post programme program
  regulator school senate service site society station store studio team times tribunal union university
  website white
`);

/** Nouns for writings that can be quoted themselves: "the report". */
export const documentNouns = wordSet(`
  account affidavit analysis article agreement bill book brief brochure charter column communique
  communiqué complaint constitution declaration decree dispatch document documents dossier draft editorial
  email e-mail essay filing finding findings flyer guidance headline indictment inquiry interview
  investigation law lawsuit leaflet letter list manifesto manual memo memoir memorandum message motto note
  notice opinion order ordinance paper petition platform poll post poster press release report resolution
  review rule ruling sign slogan speech statement statute story study summary survey testimony text
  transcript treaty tweet verdict video warrant advertisement ad ads application caption clip placard
  banner t-shirt proposal narrator
`);
