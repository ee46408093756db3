import { anywhere, type Pattern, type Sign } from './sign.ts';

// What speaks for a tier wherever it stands in the task.

/** What is read, not what is programmed. */
const CONTENT =
  'log lines?|lines?|rows?|records?|items?|messages?|tickets?|documents?|comments?|e?-?mails?|reviews?|products?|articles?|contracts?|headlines?|answers?|customers?|users?|calls?|chats?|commits?|pull requests?|ads?|posts?|tweets?|images?|photos?|videos?|résumés?|resumes?|cvs?|leads?|invoices?|receipts?|cases?|claims?|notes?|pages?|slides?|surveys?|responses?|bug reports?|issues?|descriptions?|titles?|sentences?|paragraphs?|chapters?|books?|questions?|captions?|applications?|transcripts?|entries|entry|transactions?|orders?|addresses|names|files in';

export const CONTENT_WORDS = anywhere(CONTENT);

const QUANTIFIER = anywhere('each|every|all|per');
const EACH_CONTENT = anywhere(
  `every one of (?:the |these |those |our )?[\\d,.]+k?|(?:for )?(?:each|every)(?: one)?(?: of)?(?: (?:the|these|those|our|my))?(?: (?!test|function)\\w+)? (?:${CONTENT})|each of (?:the|these|those|them|my|our)|all (?:the |our |my )?(?:open |new |incoming )?(?:${CONTENT}) (?:in|of|from|by|as|with)|all (?:the )?(?:open )?(?:tickets|alerts|comments|reviews|emails|messages|transcripts|articles|résumés|resumes)|for all (?:the )?(?:rows|records|items|documents|lines)|per (?:row|line|item|document|record|headline|title|review|ticket|message|comment|e-?mail|article|image|sentence|product)|every (?:file|page) (?:in|of) (?:the |our )?(?:docs?|wiki|folder|documentation|corpus|archive|site)`,
);

/** Each, every, all of some kind of content. The short question saves most tasks the long one. */
export const REPEATED: Pattern = {
  test: (words) => QUANTIFIER.test(words) && EACH_CONTENT.test(words),
};

export const ANYWHERE_SIGNS: readonly Sign[] = [
  // Think: the cause is unknown, a decision is open, a wrong answer is dear.
  think(
    "no (?:idea|clue)|(?:can't|cannot|can not|could not|couldn't|unable to|hard to|impossible to) (?:reproduce|explain|figure|find|tell|work out|pin)|not sure (?:why|what|where|how)|don't (?:know|understand) (?:why|what|where|how)|nobody (?:\\S+ ){0,4}(?:knows|understands)|nobody dares|no one (?:knows|understands)|for no (?:apparent )?reason|mysterious(?:ly)?|inexplicabl[ey]|unexplained|weird(?:ly)?|strange(?:ly)?|baffl\\w+|puzzl\\w+|out of ideas|we tried (?:the|every)\\w*|ideas\\?|unclear why|tried everything|nothing (?:helps|helped|works|worked)|does not work in|doesn't work in",
    3,
    'nobody knows the cause yet',
  ),
  think(
    'intermittent(?:ly)?|sporadic(?:ally)?|random(?:ly)? (?:fail\\S*|crash\\S*|get|gets|drop\\S*|los\\S*|hang\\S*|time\\S*|disconnect\\S*|logged|return\\S*|stop\\S*|freez\\S*)|(?:fail|crash|hang|freez|drop|disconnect|stop|break|time)\\w*(?: out)? (?:at )?random(?:ly)?|flaky|flakiness|heisenbug|once in a while|(?:one|1|two|2|three|3) (?:in|out of) (?:every )?\\d[\\d,]*|unreliable|unstable|different errors?|every (?:now and then|few (?:hours|days|minutes|weeks))|(?:once|twice) a (?:day|week)|now and then|from time to time|occasionally|sometimes|different results?(?: \\S+){0,3} (?:runs?|times?|time|machines?|calls?)|how (?:is|was) (?:that|this|it) possible|how (?:that|this|it) (?:could|can|might) (?:have )?happen(?:ed)?|non-?determinis\\w+',
    2.5,
    'it happens only now and then',
  ),
  think(
    '(?:only|but not|never|just) (?:(?:happens|occurs|fails|appears|shows up|seen|visible) )?(?:in|on|under|with|for|at) (?:production|prod|ci|live|load|some|certain|real|staging|heavy load|high load|customers?|a few)|never locally|not locally|works (?:locally|on my machine|in dev|fine in)|(?:does well|works|fine) offline|under (?:heavy |high )?load|in production',
    1.5,
    'it happens only under some conditions',
  ),
  think(
    'race conditions?|deadlocks?|dead-?locked|livelock|memory leaks?|leaks? memory|(?:data|memory|heap|state|index) corruption|corrupt(?:s|ed|ion)?|memory (?:grows|usage grows|keeps growing|climbs|increases)|undefined behaviou?r|thundering herd|split[- ]brain|segfaults?|data loss|lost updates?|stale reads?|starvation|oom(?:-?kill\\w*)?|out of memory',
    2,
    'such faults are hard to see in the code',
  ),
  think(
    "even though|since (?:last |the last |yesterday|monday|tuesday|wednesday|thursday|friday|the (?:upgrade|update|migration|release|deploy))|(?:do not|don't|doesn't|does not) (?:match|add up|agree)|something (?:is |seems |feels )?(?:off|wrong|broken|weird)|(?:is|are|was|seems?) (?:very |too |so |really |extremely )?slow|times? (?:higher|slower|more|longer)|everything (?:is|was|breaks|fails)|nothing (?:was|has been|is) (?:changed|deployed)|without any (?:error|changes?)|no errors? in|no (?:logs?|crash|errors?|error message|stack trace|exception|pattern)",
    1.5,
    'a symptom without a cause',
  ),
  think(
    '(?:for |on |only )?(?:some|certain|a few|several) (?:users?|customers|phones|devices|people|machines|browsers|android \\w+|requests|clients|tenants|cards)|only some|works for most',
    1.25,
    'it happens only under some conditions',
  ),
  think(
    'should (?:we|i|this|it|they|our|you)|shall we|would you (?:recommend|choose|go|pick|prefer|suggest|use|structure|approach|design)|what would you|how (?:should|would|might|could) (?:we|i|you|this|our|one|it|they|error|a|the)|how do (?:we|you) (?:get|scale|handle|decide|avoid|ensure|guarantee|move|go|structure|organi[sz]e|make sure|prevent|approach|keep)|is (?:it|this|there|our|that) (?:a )?(?:safe|worth|wise|sensible|better|good|correct|sound|right|overkill|a good idea|good idea)|does it make sense|(?:makes?|make any) sense(?: to| together| here)?|worth (?:it|doing|the)',
    2.5,
    'a decision is open',
  ),
  think(
    "what(?:'s| is| was|s) (?:happening|going on|wrong|causing|behind|the cause|the best|the right|the cleanest|the safest|the ideal|the optimal|the most)",
    2.5,
    'it asks for a cause or for the best way',
  ),
  think(
    'failure modes?|(?:where|how|what) (?:it|this|that|things|we)? ?(?:can|could|might|may|would|will) (?:go wrong|fail|break)|single points? of failure',
    2.5,
    'it asks what can go wrong',
  ),
  think(
    '(?:best|right|cleanest|better|good|most \\w+|ideal|optimal|proper|safest|simplest) (?:way|approach|strategy|practice|solution|option|design|architecture|abstraction|structure|trade-?off|tool|choice|one for|place to)|trade-?offs?|pros and cons|pros & cons|alternatives|options (?:do|are|for|to)|what are (?:our|my|the) options|feasib\\w+|versus|vs\\.?|or rather|whether (?:we|to|it|our|this)|which (?:one|of these|approach|option|database|framework|strategy|architecture|guarantees|consistency|design)|build or buy|make or buy|worst case|implications|what (?:would|could|can|might|will) (?:break|go wrong|happen|explain|cause)',
    2,
    'options are to be weighed',
  ),
  think(
    'architect(?:ure|ural|ing)|system design|high-?level design|design (?:a|an|the|our|its|something|how|prompts?)|design for|strategy|root causes?|threat model(?:ing)?|failure analysis|post-?mortem|rfc|first principles|think (?:through|hard|about|carefully|step)|reason(?:ing)? (?:about|through)|take a step back|big picture|long[- ]term|from scratch|invariants?|systemic|framing|frame the problem|in which order|figure (?:it|this|that) out',
    1.5,
    'it asks for thought before work',
  ),
  think(
    '(?:honest |your |second )opinion|your (?:take|thoughts|view|advice|recommendation|opinion|judg\\w+)|crossroads|dilemma|or (?:keep|stay|should|rather)|weighing|i have a feeling|i suspect|i worry|worried about|better (?:model|design|structure|alternative)|(?:what|how) (?:would|could) an? better|(?:what )?am i (?:missing|overlooking|right|wrong)|(?:is|are) a mess|bring order|doing wrong|what (?:are we|did (?:we|i)) (?:missing|overlooking|overlook|miss)|(?:my|our) understanding|build (?:vs\\.?|versus) buy|what exactly|smells|(?:can|could|do) (?:we|i) trust|(?:second|another|fresh) (?:pair|set) of eyes|settle (?:it|this|the)|disagree',
    2.5,
    'it asks for a judgement',
  ),
  think(
    '(?:which|what|who|whom)(?: (?:one|of \\w+))? to (?:take|choose|pick|buy|keep|trust|prefer|go with)|what (?:has|have|needs?|would have) to (?:change|happen)|now what|(?:what|which) (?:are|is) (?:our|my|the) (?:choices|possibilities|levers)|\\w+est way (?:to|of|out)|how (?:do|can|could) (?:we|i) (?:get out|find out|convince|be sure|tell whether)|pay off|pays? for itself',
    3,
    'a decision is open',
  ),
  think(
    '(?:tests?|builds?|it) (?:pass|passes|works?|runs?|is green|are green)(?: .*)? (?:but|yet|only) (?:the|our|in|on|not|when|after|with)',
    2.5,
    'a symptom without a cause',
  ),
  think('why', 1.5, 'it asks why'),
  think(
    `vulnerabilit(?:y|ies)|exploit(?:ed|able|s)?|attack(?:er|s)? (?:surface|vectors?|could|can)|security (?:review|audit|problems?|issues?|holes?|implications|risks?|concerns?)|timing attacks?|side[- ]channel|privilege escalation|cryptograph\\w+|compliance|gdpr`,
    1.5,
    'it touches security, where a miss is dear',
  ),
  think(
    '(?:whole|entire) (?:code ?base|system|application|app|project|repo\\w*|platform|company|architecture|module|stack|product)|across (?:all|every|the whole|our|multiple|many|several) \\w+|nothing may break|without (?:breaking|stopping|downtime|losing|interrupting|hurting)|zero[- ]downtime|nobody understands|million|billion|multi-?tenan\\w+|backwards? compatib\\w+|(?:\\d+|many|all) (?:micro-?)?services',
    1,
    'it reaches far',
  ),
  think(
    'subtle|tricky|complex|complicated|difficult|sophisticated|ambiguous|undocumented|legacy|critical|high[- ]stakes|irreversible|novel',
    0.75,
    'it is called difficult',
  ),
  think(
    "(?:make|write|create|come up with|have|give me|prepare) a plan|plan first|before (?:we|you|i) (?:write|start|touch|change|code|begin|implement|build)|don't (?:write|change|touch) (?:any )?code|no code yet|requirements (?:are|even are)|work out (?:how|what)",
    3,
    'a plan comes first',
  ),

  // Execute: what and how are said.
  execute(
    'as (?:described|sketched|specified|shown|defined|documented|agreed|listed|in|per|we do|discussed|outlined|decided)|like (?:we do|in the|the (?:other|existing)|it is done)|the same (?:way|pattern|as)|following the|according to|already (?:used|there|have|exists?)|existing|from the template|by (?:using|adding|changing|replacing|setting|moving|removing|passing|making|calling|returning)|given the (?:accepted|agreed)|below|accepted design|step \\d+|see the (?:spec|ticket|issue)|per the',
    1,
    'it says how',
  ),
  execute(
    "(?:it|§|(?:button|page|function|method|field|endpoint|api|test|error|message|text|label|form|list|table|link|icon|modal|value|tooltip|header|column|count)s?) should(?:n't| not)?|(?:must|may) not|shouldn't|(?<!we |i |you |they )(?:must|has to|have to|needs to)|too (?:many|much|wide|small|large|long|short)|it should (?:be|return|say|have|show|give|use)|instead of|expects? §?\\d*|expected|must (?:be|return)|should (?:be|return|show|use|read|say) |because|is invalid there|is missing|typo|off[- ]by[- ]one|wrong (?:month|colou?r|label|text|order|sign|unit|format|key)|null (?:check|pointer)|default(?:s|ing)? to|at most \\d+|fall back to",
    1,
    'the cause or the result is named',
  ),

  // Bulk.
  bulk(
    '(?:one|a single) (?:word|line|label|sentence|token|keyword)s?(?: each| per| only| please|,|$)|one-word|one-line|single-word|one label|yes or no|yes\\/no|true ?\\/ ?false|true or false|ok or not ok|0 or 1|0\\/1|positive ?(?:,|\\/|or|and|\\||oder) ?(?:negative|neutral)|spam|sentiment|clickbait|toxicity|answer (?:only )?with|on[- ]topic|off[- ]topic|relevant or|p1-p4|reply with only|just the (?:label|number|category)',
    2,
    'the answer is a label',
  ),
  { tier: 'bulk', pattern: REPEATED, weight: 1, reason: 'the same again and again' },
  bulk(
    "nightly|over ?night|in batch(?:es)?|batch[- ]?\\w*|bulk|retriev(?:al|ed)|rerank\\w*|embeddings?|ocr|pre-?process\\w*|high[- ]volume|every (?:\\w+ )?(?:minutes?|hour)|agent's memory|backlog|near-?duplicates?|fuzzy",
    1,
    'volume work',
  ),
];

function think(words: string, weight: number, reason: string): Sign {
  return { tier: 'think', pattern: anywhere(words), weight, reason };
}

function execute(words: string, weight: number, reason: string): Sign {
  return { tier: 'execute', pattern: anywhere(words), weight, reason };
}

function bulk(words: string, weight: number, reason: string): Sign {
  return { tier: 'bulk', pattern: anywhere(words), weight, reason };
}
