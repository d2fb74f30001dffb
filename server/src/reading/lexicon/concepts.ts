/**
 * What English says of people and bodies in history: one entry for each kind of happening, with the verbs, nouns and idioms that name it.
 * General English only; nothing of a chapter. A verb with a particle is written `throw_out`; its parts may stand apart ("threw Trotsky out").
 */

export interface ConceptEntry {
  readonly verbs?: string;
  readonly nouns?: string;
  readonly adjectives?: string;
  /** Idioms, as plain words; `~` before a verb takes all of its forms; `*` stands for up to eight words. */
  readonly phrases?: readonly string[];
  /** Wider concepts that this one is a case of: whoever is murdered dies. */
  readonly implies?: readonly ConceptName[];
}

/** What somebody in office can lose. */
const POSTS = ['seat', 'post', 'place', 'job', 'membership', 'card', 'position', 'office', 'chair', 'editorship', 'career'];
const GOING = ['~go', '~be taken', '~be lost', '~be withdrawn', 'gone', 'over', 'lost'];

/** What one who wants somebody's place for another wants done with him. */
const TURNED_OUT = [
  'removed',
  'moved',
  'sacked',
  'dismissed',
  'fired',
  'replaced',
  'ousted',
  'expelled',
  'gone',
  'out of',
  'kicked out',
  'thrown out',
];

const entries = {
  die: {
    verbs: 'die perish decease pass_away expire succumb',
    nouns: 'death demise decease passing deathbed',
    adjectives: 'dead deceased',
    phrases: [
      '~meet * death',
      '~fall in battle',
      '†',
      '~lose his life',
      '~lose her life',
      '~lose their lives',
      '~breathe * last',
      '~draw * last breath',
      'life ~end',
      '~meet his end',
      '~meet her end',
      '~go to * grave',
      '~be no more',
      'd',
    ],
  },
  kill: {
    verbs: 'kill murder assassinate slay poison stab lynch gun_down massacre slaughter butcher bludgeon strangle',
    nouns: 'murder assassination killing lynching massacre slaughter bloodbath',
    implies: ['die'],
    phrases: ['~shoot dead', '~beat to death', '~hack to death'],
  },
  execute: {
    verbs: 'execute shoot hang behead guillotine',
    nouns: 'execution guillotine scaffold hanging beheading',
    phrases: [
      '~die on the scaffold',
      '~go to the scaffold',
      '~mount the scaffold',
      '~go to the gallows',
      '~send to the scaffold',
      '~die under the guillotine',
      '~die on the guillotine',
      '~follow * to the guillotine',
      '~follow * to the scaffold',
      '~put to death',
      '~send to the guillotine',
      '~go to the guillotine',
      '~face * firing squad',
      '~lose his head',
      '~lose her head',
    ],
    implies: ['die'],
  },
  born: { adjectives: 'born', nouns: 'birth', phrases: ['~come into the world', '~see the light of day', 'b'] },
  marry: {
    verbs: 'marry wed',
    nouns: 'marriage wedding',
    adjectives: 'married wedded',
    phrases: ['~become * wife', '~become * husband', '~take * as his wife', '~tie the knot', '~lead to the altar'],
  },
  remove: {
    verbs:
      'remove lose expel oust dismiss sack fire depose eject evict exclude strip drop unseat dethrone relieve demote discharge displace purge kick_out kick_off throw_out throw_off push_out push_off force_out force_off drive_out drive_from turn_out vote_off vote_out strike_off boot_out boot_off cast_out take_off turf_out shut_out toss_out hound_out move_out chuck_out chuck_off fling_out bundle_out ditch dump',
    nouns: 'expulsion dismissal removal ouster exclusion demotion ejection sacking ousting',
    adjectives: 'jobless',
    phrases: [
      '~cost * seat',
      '~cost * post',
      '~cost * place',
      '~cost * job',
      '~cost * office',
      '~cost * position',
      '~cost * membership',
      '~cost * chair',
      ...POSTS.flatMap((post) => [post, `${post}s`]).flatMap((post) => GOING.map((going) => `${post} * ${going}`)),
      'no longer a * member',
      '~get the boot',
      '~get the sack',
      '~get the push',
      '~get the chop',
      '~get the axe',
      '~be axed',
      '~get * marching orders',
      'bye bye',
      '~give * the boot',
      '~give * the sack',
      '~be given the boot',
      '~be given the sack',
      '~show * the door',
      '~be shown the door',
      '~forfeit * seat',
      '~forfeit * place',
      '~forfeit * post',
      '~lose * seat',
      '~lose * place',
      '~lose * post',
      '~lose * job',
      '~lose * card',
      '~lose * membership',
      '~lose * position',
      '~lose * chair',
      '~lose * office',
      '~lose * editorship',
      '~lose * leadership',
      '~take away * card',
      'card ~be taken',
      'cards ~be taken',
      'cards of * taken',
      'card taken',
      'cards taken',
      'seat ~be taken',
      'post ~be taken',
      'job ~be taken',
      'seat ~go',
      'membership gone',
      'seat gone',
      'post gone',
      'job gone',
      'job over',
      'career over',
      'career * finished',
      'career ~end',
      '~be taken from him',
      '~be taken from her',
      '~be taken from them',
      'taken away from',
      '~take * away from',
      '~get rid of',
      'no longer a member',
      'no longer in',
      'no longer on',
      'no longer part',
      '~be out of',
      'out of',
      'off the',
      'loss of * card',
      'loss of * seat',
      'loss of * post',
      'loss of * job',
      'loss of * place',
      'loss of * membership',
      'loss of * office',
      'is out',
      'was out',
      'were out',
      '~show * the door',
      '~cease to be',
      '~be finished as',
      '~deprive of',
      '~be gone from',
      '~have * membership revoked',
      '~revoke * membership',
      '~end * career',
      '~send packing',
      'membership *  withdrawn',
      '~be struck from',
      'struck off',
      '~be cast out',
    ],
  },
  exile: {
    verbs: 'exile deport banish expatriate ship_abroad',
    nouns: 'exile deportation banishment',
    phrases: [
      '~send into exile',
      '~go into exile',
      '~drive into exile',
      'out of the country',
      'no longer in the country',
      '~put out of the country',
      '~leave the country',
      '~throw out of the country',
      '~send abroad',
      '~ship abroad',
      '~drive abroad',
      '~drive out of the country',
      '~force abroad',
      '~ship off',
      '~send out of',
      '~ship to',
      '~force to leave',
    ],
    implies: ['remove'],
  },
  appoint: {
    verbs: 'appoint become name elect promote nominate elevate take_over assume pick_up accede enthrone crown',
    nouns: 'appointment promotion accession coronation nomination election',
    phrases: [
      '~take over the leadership',
      '~be given the leadership',
      '~name * as',
      '~take on the role',
      '~take up the post',
      '~take up the position',
      '~take on * post',
      '~take on * job',
      '~take on * role',
      '~take up * post',
      '~make * secretary',
      '~give * post',
      '~give * job',
      'post * given',
      'job * given',
      '~be handed',
      '~step into',
      '~get the job',
      '~get the post',
      '~land * job',
      '~succeed as',
      '~come to the throne',
      '~put in charge',
      '~be put in',
      '~be chosen as',
      '~be voted in',
      '~be made',
      '~take the post',
      '~take the job',
      '~rise to the post',
      'new job',
      'new post',
      '~take charge',
    ],
  },
  takeOffice: {
    verbs: 'inaugurate swear_in install',
    nouns: 'inauguration',
    phrases: [
      '~take office',
      '~enter office',
      '~be sworn in',
      '~swear in',
      '~take up office',
      '~take the oath of office',
      '~move into the White House',
    ],
    implies: ['appoint'],
  },
  resign: {
    verbs: 'resign abdicate quit step_down stand_down throw_up vacate renounce',
    nouns: 'resignation abdication',
    phrases: [
      '~step aside',
      '~give up * throne',
      '~hand over power',
      '~lay down * office',
      '~give up power',
      '~give up the throne',
      '~give up * post',
      '~give up * office',
      '~leave office',
      '~hand in * notice',
      '~hand in * resignation',
    ],
  },
  write: {
    verbs: 'write dictate compose draft pen author jot_down draw_up set_down note_down add attach append',
    nouns: 'dictation composition authorship',
    phrases: ['~put on paper', '~put to paper', '~put * on paper', '~put * down on paper', '~put pen to paper', 'p.s'],
  },
  publish: {
    verbs: 'publish print release issue come_out appear serialise',
    nouns: 'publication',
    phrases: [
      '~reach the bookshops',
      '~hit the shelves',
      '~go on sale',
      '~go to press',
      '~appear in print',
      '~come out',
      '~bring out',
      '~see print',
    ],
  },
  conceal: {
    verbs: 'conceal suppress hide bury shelve withhold hush_up cover_up lock_away lock_up',
    nouns: 'concealment suppression secrecy silence cover-up',
    adjectives: 'secret hidden buried',
    phrases: [
      '~keep * secret',
      '~keep * quiet',
      '~keep quiet',
      '~keep silent',
      '~keep under wraps',
      '~say nothing',
      '~stay secret',
      '~declare secret',
      '~declare * secret',
      '~sit on',
      '~lock in a drawer',
      '~put * under lock and key',
      '~keep from the public',
      '~keep to themselves',
    ],
  },
  bury: {
    verbs: 'bury inter entomb cremate embalm',
    nouns: 'burial funeral interment cremation',
    phrases: ['~lay to rest', '~carry to * grave', '~lie in state'],
  },
  retain: {
    verbs: 'retain',
    nouns: 'retention',
    phrases: [
      'not to dismiss',
      'not to remove',
      '~keep his job',
      '~keep his post',
      '~keep her job',
      '~keep in office',
      '~remain in office',
      '~stay in office',
      '~leave * in * post',
      '~leave * in * job',
      '~leave * in * office',
      '~let * stay',
      '~let * keep',
      '~stay in his post',
      '~remain in his post',
      '~keep * position',
      'not dismissed',
      '~leave * where he was',
      '~stay where he',
      '~remain where he',
      '~keep * in office',
      '~stay on',
    ],
  },
  recommend: {
    verbs: 'recommend propose suggest urge advise advocate demand offer put_forward',
    nouns: 'recommendation proposal suggestion advice demand offer',
    phrases: ['~call for', '~ask for', '~ask to', '~ask * to'],
  },
  /** "wanted him gone": of one who holds a place that he is not yet out of. */
  wantOut: { phrases: TURNED_OUT.map((done) => `~want * ${done}`) },
  condemn: {
    verbs:
      'condemn denounce censure criticise attack reprimand rebuke tell_off reject decry castigate turn_against turn_on slam rail_against',
    nouns: 'condemnation denunciation censure criticism reprimand rebuke',
    phrases: [
      '~pass sentence',
      '~pass * sentence',
      '~speak out against',
      '~come out against',
      '~pillory',
      '~slap down',
      'told off',
      '~turn against',
    ],
  },
  found: {
    verbs: 'found form create establish set_up launch organise build constitute inaugurate put_together assemble erect put_up',
    nouns: 'formation creation foundation founding establishment founder launch birth setting-up',
    phrases: [
      '~go up',
      '~come into being',
      '~bring into being',
      '~see the birth',
      '~come together',
      '~spring up',
      '~take shape',
      '~seal * bargain',
      '~gang up',
      'gang up',
    ],
  },
  begin: {
    verbs: 'begin start commence open launch break_out emerge arise originate kick_off appear set_in ignite flare_up erupt',
    nouns: 'start beginning outbreak onset opening dawn origin emergence appearance',
    phrases: [
      '~get going',
      '~get under way',
      '~be under way',
      '~start up',
      '~get off the ground',
      '~take off',
      '~come into existence',
      '~begin to organise',
      '~start to organise',
    ],
  },
  end: {
    verbs: 'call_off end finish cease stop terminate wind_up break_up fold dissolve disband peter_out fizzle_out lapse',
    nouns: 'end dissolution termination finish',
    phrases: [
      '~come to an end',
      '~bring to an end',
      '~come to a close',
      '~put an end',
      '~call off',
      '~be over',
      '~call it a day',
      'the end of',
      '~not exist any more',
      '~be no more',
      '~last until',
      '~be finished',
    ],
  },
  surrender: {
    verbs: 'surrender capitulate submit recant yield give_in give_up back_down cave_in repent lay_down',
    nouns: 'surrender capitulation submission recantation',
    phrases: [
      '~lay down * weapons',
      '~throw in the towel',
      '~beg for mercy',
      'on their knees',
      '~raise the white flag',
      '~lay down * arms',
      '~admit defeat',
      '~admit * mistakes',
      '~give up the fight',
      '~bow to',
      '~climb down',
      '~make * peace',
    ],
    implies: ['end'],
  },
  defeat: {
    verbs:
      'defeat beat outvote crush rout overcome vanquish trounce vote_down outnumber overpower thrash conquer outmanoeuvre best finish_off lose',
    nouns: 'defeat rout loss',
    adjectives: 'beaten outvoted',
    phrases: [
      '~lose the vote',
      '~lose the war',
      '~lose the battle',
      '~go down to defeat',
      'in the minority',
      '~be in a minority',
      '~meet * defeat',
      '~suffer * defeat',
    ],
  },
  quell: {
    verbs: 'crush quell suppress quash put_down storm smash stamp_out',
    nouns: 'suppression crushing storming',
    phrases: ['~drown * in blood', '~put * down'],
  },
  rebel: {
    verbs: 'rebel revolt mutiny riot rise_up rise',
    nouns: 'rebellion rising uprising revolt mutiny insurrection insurgency riot revolution rebel',
    phrases: ['~take to the streets', '~rise against', '~rise in revolt', '~take up arms', '~turn * guns on'],
  },
  seize: {
    verbs: 'seize storm',
    nouns: 'revolution coup takeover seizure putsch insurrection',
    phrases: [
      '~seize control',
      '~stage a coup',
      "coup d'état",
      '~seize power',
      '~take power',
      '~come to power',
      '~gain power',
      '~take over power',
      '~win power',
      '~take control',
      'seizure of power',
      '~grab power',
      '~rise to power',
      '~assume power',
    ],
  },
  overthrow: {
    verbs: 'overthrow topple depose bring_down dethrone fall',
    nouns: 'overthrow downfall fall toppling',
    phrases: [
      '~fall apart',
      '~lose power',
      '~be voted out',
      '~lose office',
      '~be turned out of office',
      'end of the',
      '~lose * throne',
      '~fall from power',
      'monarchy ~go',
      '~be swept away',
    ],
  },
  adopt: {
    verbs:
      'adopt introduce bring_in accept approve pass implement enact institute launch bring_about carry_through push_through usher_in start promulgate decree',
    nouns: 'adoption introduction approval launch implementation enactment',
    phrases: [
      '~become law',
      '~sign into law',
      '~sign * into law',
      '~write into law',
      '~put on the statute book',
      '~go through',
      '~put in place',
      '~put into place',
      '~put into practice',
      '~put into force',
      '~vote for',
      '~vote through',
      '~come into force',
      '~come into effect',
      '~see the introduction',
      '~talk * into',
    ],
  },
  ban: {
    verbs: 'ban forbid prohibit outlaw proscribe bar criminalise',
    nouns: 'ban prohibition proscription',
    adjectives: 'illegal',
    phrases: ['~make illegal', '~be made illegal', '~shut out of', '~shut * out'],
  },
  abolish: {
    verbs: 'abolish scrap abandon repeal discard do_away_with phase_out sweep_away lift rescind',
    nouns: 'abolition abandonment repeal',
    phrases: ['~get rid of', '~sweep away', '~sweep * away', '~do away with', '~give up'],
  },
  replace: {
    verbs: 'replace succeed supersede supplant follow_as',
    nouns: 'replacement successor succession',
    phrases: [
      '~take the place of',
      '~take over from',
      '~take his place',
      '~take her place',
      '~take its place',
      '~take their place',
      '~give way to',
      '~make way for',
    ],
  },
  ally: {
    verbs:
      'ally unite team_up join_forces combine approach turn_to look_to reach_out side_with court band_together merge reconcile cooperate unify federate',
    nouns: 'alliance pact bloc coalition partnership union agreement offer league front collaboration unification',
    adjectives: 'allied united',
    phrases: [
      '~join hands',
      '~bring * together',
      '~join forces',
      '~make common cause',
      '~make peace with',
      '~hold out * hand',
      '~hold out a hand',
      '~make an alliance',
      '~form an alliance',
      '~strike a deal',
      '~make a deal',
      '~do a deal',
      'on * side',
      '~make overtures',
      '~seek * support',
      '~seek an alliance',
      '~arrange a pact',
      '~come together',
      'in league',
      '~link up',
      '~close ranks',
      '~gang up',
      '~get together',
      '~ask * for help',
      '~ask for * help',
      '~go to * for help',
      '~turn to * for help',
      '~bring together',
    ],
  },
  clash: {
    verbs: 'clash quarrel disagree dispute row fall_out break_with argue feud differ split_with',
    nouns: 'clash quarrel dispute disagreement row conflict rift argument falling-out feud breach break',
    phrases: [
      '~fall out',
      '~part company',
      '~part ways',
      '~be at odds',
      '~come to blows',
      '~go * separate ways',
      '~break * relations',
      '~break with',
      '~be at loggerheads',
    ],
  },
  debate: {
    verbs: 'debate discuss argue',
    nouns: 'debate discussion dispute argument controversy row quarrel polemic',
    phrases: ['~be discussed', '~thrash out'],
  },
  join: {
    verbs: 'join enter sign_up sign_on go_over enlist enrol come_over accede',
    nouns: 'entry joining admission accession',
    phrases: [
      '~be admitted to',
      '~gain admission',
      '~take * seat in',
      '~be let into',
      '~be received into',
      '~throw in * lot',
      '~throw in his lot',
      '~go over to',
      '~become a member',
      '~come over to',
      '~come to the party',
      '~come to * party',
      '~find * way to',
      '~find * way into',
      '~go across to',
      '~throw * lot in',
      '~cast * lot in',
      '~take out * membership',
      '~become one of the',
      '~take * membership',
      '~cross over to',
      '~sign up',
    ],
  },
  leave: {
    verbs: 'leave quit exit secede walk_out pull_out withdraw',
    nouns: 'departure withdrawal exit',
    phrases: [
      '~walk out of',
      '~pull out of',
      '~withdraw from',
      '~turn * back on',
      '~storm out of',
      '~set off from',
      '~set out from',
      '~set off for',
      '~set out for',
      '~start out from',
      '~depart from',
    ],
  },
  sentence: {
    verbs: 'sentence convict condemn',
    nouns: 'sentence conviction',
    phrases: ['~give * years', '~receive * years', '~be sent down', '~be given * years', '~get * years', '~be found guilty'],
  },
  side: {
    verbs: 'side support back favour endorse',
    nouns: 'support backing',
    phrases: [
      '~take the side',
      '~take * side',
      '~stand by',
      '~side with',
      '~line up behind',
      '~go along with',
      '~rally to',
      'backed by',
      '~lend * support',
    ],
  },
  oppose: {
    verbs: 'oppose resist withstand object',
    nouns: 'opposition resistance objection',
    adjectives: 'opposed',
    phrases: ['~be against', '~stand against', '~vote against', 'not in favour', '~be hostile to', '~speak against'],
  },
  stroke: {
    nouns: 'stroke attack',
    phrases: [
      '~have a stroke',
      '~suffer a stroke',
      '~be struck down',
      '~fall ill',
      '~fall seriously ill',
      '~fall gravely ill',
      '~fall dangerously ill',
      '~fall mortally ill',
      '~fall critically ill',
      '~fall very ill',
      '~fall suddenly ill',
      '~fall so ill',
      '~fall sick',
      'health ~collapse',
      'body ~give way',
      '~be taken ill',
      '~become ill',
      'health ~fail',
      'health ~break',
      '~collapse',
      'struck down',
    ],
  },
  illness: {
    nouns: 'illness disease sickness',
    adjectives: 'ill sick paralysed speechless unwell',
    phrases: ['~lose * speech', '~lose the power of speech'],
  },
  rename: {
    verbs: 'rename retitle rechristen',
    nouns: 'renaming',
    phrases: [
      'new name',
      '~change * name',
      '~change name',
      'official name',
      '~call itself',
      '~call themselves',
      '~be known as',
      '~take the name',
      '~adopt the name',
      '~be called',
    ],
  },
  divide: {
    verbs: 'split divide break_up break_in_two fall_apart separate partition',
    nouns: 'split schism division partition',
    phrases: ['~break in two', '~break into two', '~fall apart', '~divide into'],
  },
  persuade: {
    verbs: 'persuade convince induce talk_into cajole',
    nouns: 'persuasion',
    phrases: ['~talk * into', '~win over', '~argue for'],
  },
  win: {
    verbs: 'win triumph prevail',
    nouns: 'victory win triumph',
    adjectives: 'victorious',
    phrases: ['~come out on top', '~emerge victorious', '~carry the day'],
  },
  invade: {
    verbs: 'invade attack occupy conquer overrun annex march_into march_in enter',
    nouns: 'invasion attack occupation conquest annexation',
    phrases: ['~move into', '~pour into', '~cross into', '~roll into', '~send * troops', '~march into', '~cross the border'],
  },
  capture: { verbs: 'capture take seize storm occupy fall retake recapture', nouns: 'capture fall storming taking' },
  liberate: {
    verbs: 'liberate free emancipate release pardon amnesty discharge let_out set_free let_go',
    nouns: 'liberation emancipation release pardon amnesty',
    phrases: ['~walk free', '~go free', '~leave prison', '~come out of prison', '~regain * freedom', '~be let out', '~set * free'],
  },
  declare: { verbs: 'declare proclaim announce pronounce', nouns: 'declaration proclamation announcement' },
  agree: {
    verbs: 'sign ratify conclude agree negotiate',
    nouns: 'treaty signing ratification agreement peace armistice truce accord settlement',
    phrases: ['~come to terms', '~make peace', '~strike a deal', '~put * name to', '~put * signature to'],
  },
  elect: {
    verbs: 'elect vote_in return re-elect reelect',
    nouns: 'election vote poll ballot re-election',
    implies: ['appoint'],
    phrases: ['~win the presidency', '~win * presidency', '~win * election', '~gain the presidency', '~go to the polls'],
  },
  arrest: {
    verbs: 'arrest imprison jail detain intern lock_up',
    nouns: 'arrest imprisonment detention internment',
    phrases: ['~throw into prison', '~put in prison', '~send to prison', '~put behind bars'],
  },
  try: { verbs: 'prosecute indict', nouns: 'trial tribunal prosecution', phrases: ['~put on trial', '~stand trial', '~go on trial'] },
  flee: { verbs: 'flee escape emigrate run_away', nouns: 'flight escape emigration' },
  return: { verbs: 'return come_back', nouns: 'return homecoming' },
  meet: {
    verbs: 'meet convene assemble gather hold',
    nouns: 'meeting session',
    phrases: ['~get together', '~sit down together', '~come face to face', '~take place', '~be held'],
  },
  lead: {
    verbs: 'lead head run chair direct command govern rule',
    nouns: 'leadership leader head boss chief',
    phrases: ['~be in charge', '~be at the head', 'at the head of', '~be responsible for', '~preside over', 'the man at the head'],
  },
  serve: {
    verbs: 'serve work act',
    nouns: 'service',
    phrases: ['~act as', '~serve as', '~work as', '~hold the post', '~hold office', '~be employed'],
  },
  belong: {
    verbs: 'belong comprise include',
    nouns: 'member membership',
    phrases: ['~consist of', '~be made up of', '~be a member', '~sit on', '~sit in', '~be composed of', '~be part of'],
  },
  threaten: {
    verbs: 'threaten warn',
    nouns: 'threat warning ultimatum',
    phrases: ['~break off relations', '~break relations', '~break with'],
  },
  insult: {
    verbs: 'insult abuse offend swear_at',
    nouns: 'insult abuse rudeness',
    adjectives: 'rude',
    phrases: ['~shout at', '~swear at', '~use foul language', '~speak rudely'],
  },
  send: { verbs: 'send', nouns: 'letter note message telegram' },
  nationalise: {
    verbs: 'nationalise requisition confiscate expropriate collectivise',
    nouns: 'nationalisation requisitioning confiscation collectivisation',
  },
  know: {
    verbs: 'know learn hear_of hear_about find_out',
    nouns: 'knowledge',
    adjectives: 'aware',
    phrases: [
      '~be told',
      '~be informed',
      '~get wind',
      '~be in the know',
      '~have been told',
      'told of',
      '~learn of',
      '~know of',
      '~know about',
    ],
  },
  reform: { verbs: 'reform reorganise modernise', nouns: 'reform reorganisation' },
  fire: { phrases: ['~open fire', '~fire on', '~fire at', '~fire into', '~shoot at', '~shoot into', '~fire upon'] },
  bomb: { verbs: 'bomb bombard', nouns: 'bombing bombardment raid' },
  strikeWork: { nouns: 'strike walkout', phrases: ['~go on strike', '~down tools'] },
  land: { verbs: 'land arrive', nouns: 'landing arrival' },
  retreat: { verbs: 'retreat evacuate pull_out', nouns: 'retreat withdrawal evacuation' },
  discover: { verbs: 'discover invent find', nouns: 'discovery invention' },
  crash: { verbs: 'crash collapse slump plunge plummet tumble nosedive', nouns: 'crash collapse slump plunge' },
  burn: {
    verbs: 'burn torch',
    nouns: 'fire blaze arson',
    phrases: [
      '~set * alight',
      '~set * on fire',
      '~set * ablaze',
      '~catch fire',
      '~burn to the ground',
      '~burn down',
      '~set fire to',
      '~go up in flames',
    ],
  },
  march: {
    verbs: 'march walk parade demonstrate protest rally picket',
    nouns: 'march demonstration protest parade rally sit-in',
    phrases: ['~take to the streets', '~sit in'],
  },
  boycott: { verbs: 'boycott', nouns: 'boycott' },
  integrate: { verbs: 'integrate desegregate', nouns: 'integration desegregation' },
  rule: { verbs: 'rule', nouns: 'ruling verdict judgment judgement', phrases: ['~hand down', '~find that'] },
  explode: { verbs: 'explode detonate set_off', nouns: 'explosion detonation', phrases: ['~let off', '~blow up', '~go off'] },
  besiege: { verbs: 'besiege blockade encircle lay_siege', nouns: 'siege blockade', phrases: ['~lay siege', '~cut off'] },
  speak: { nouns: 'speech address', phrases: ['~give * speech', '~deliver * speech', '~make * speech'] },
  visit: { verbs: 'visit tour', nouns: 'visit tour trip', phrases: ['~pay * visit', '~travel to'] },
} satisfies Record<string, ConceptEntry & { implies?: readonly string[] }>;

export type ConceptName =
  | 'die'
  | 'kill'
  | 'execute'
  | 'born'
  | 'marry'
  | 'remove'
  | 'exile'
  | 'appoint'
  | 'resign'
  | 'takeOffice'
  | 'write'
  | 'publish'
  | 'conceal'
  | 'bury'
  | 'retain'
  | 'recommend'
  | 'wantOut'
  | 'condemn'
  | 'found'
  | 'begin'
  | 'end'
  | 'surrender'
  | 'defeat'
  | 'quell'
  | 'rebel'
  | 'seize'
  | 'overthrow'
  | 'adopt'
  | 'ban'
  | 'abolish'
  | 'replace'
  | 'ally'
  | 'clash'
  | 'debate'
  | 'join'
  | 'side'
  | 'leave'
  | 'sentence'
  | 'oppose'
  | 'stroke'
  | 'illness'
  | 'rename'
  | 'divide'
  | 'persuade'
  | 'win'
  | 'invade'
  | 'capture'
  | 'liberate'
  | 'declare'
  | 'agree'
  | 'elect'
  | 'arrest'
  | 'try'
  | 'flee'
  | 'return'
  | 'meet'
  | 'lead'
  | 'serve'
  | 'belong'
  | 'threaten'
  | 'insult'
  | 'send'
  | 'nationalise'
  | 'reform'
  | 'know'
  | 'bomb'
  | 'strikeWork'
  | 'land'
  | 'retreat'
  | 'discover'
  | 'crash'
  | 'burn'
  | 'march'
  | 'boycott'
  | 'integrate'
  | 'rule'
  | 'explode'
  | 'besiege'
  | 'speak'
  | 'visit';

export const concepts: Readonly<Record<ConceptName, ConceptEntry>> = entries as Record<ConceptName, ConceptEntry>;
