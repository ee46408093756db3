import { type LeadSign, leading } from './sign.ts';

// What a clause asks for, in English. Special cases stand before the general ones: the first row that fits decides.

const THINK_OBJECTS =
  'architectures?|architectural|strateg(?:y|ies)|roadmaps?|rfcs?|proposals?|design (?:doc|document|proposal)s?|trade-?offs?|threat models?|system prompts?|prompts?|plans?|milestones|risks?|' +
  'data models?|domain models?|approach(?:es)?|options|alternatives|pros|cons|decisions?|policy|policies|recommendations?|rationale|experiments?|hypothes[ie]s|invariants?|protocol|state machine|' +
  'business case|post-?mortem|root causes?|evaluation|disaster recovery|governance|guardrails|bounded contexts?|requirements|implications|blueprint|(?:technical |functional |system )(?:specs?|specifications?|designs?)|design for|(?:concurrency|threading|consistency|permission|trust|security) models?|concept|vision|critique|assessment|migration path';

const UNKNOWN_CAUSES =
  "why|root causes?|causes?|reason|what(?:'s| is| are)? (?:going|wrong|causing|happening|the cause|behind)|what went wrong|how (?:it|this|that) (?:is|was) possible|trade-?offs?|implications|consequences|pros (?:and|&) cons|bottlenecks?|leaks?|leaking|races?|race conditions?|deadlocks?|flaws?|regressions?|flak(?:y|iness)|slow(?:ness|er|down)?|culprit|mystery|discrepanc(?:y|ies)";

const BROAD =
  '(?:the |our |this |my )?(?:whole|entire|complete|full|overall) \\S*|(?:code ?base|monolith|architecture|platform)|(?:this|our|my) repo(?:sitory)?|(?:legacy (?:system|code|code ?base|app|application|module|stack))|(?:all|every|across) (?:our |the |of (?:our|the) )?(?:services?|teams?|modules?|layers?|systems?|packages)|(?:auth|authentication|authorization|billing|payments?|persistence|data|caching|permission|security|domain) (?:layer|module|system|subsystem|logic|code)|subsystem|circular dependenc(?:y|ies)|tech(?:nical)? debt';

const HARD =
  'consensus|raft|paxos|crdts?|lock-?free|wait-?free|linearizab\\S+|zero-?downtime|no downtime|without downtime|byzantine|distributed (?:lock|transaction|system|cache|consensus)s?|multi-?tenan\\S+|multi-?region|fault-?toleran\\S+|exactly-?once|conflict resolution|back ?pressure|cryptograph\\S+|zero-?knowledge|garbage collector|optimi[sz]ing compiler|type inference|query (?:planner|optimi[sz]er)|event sourcing|cqrs|sharding|real-?time collaborat\\S+|concurrency model|differential privacy';

/** Programs that do the whole of a task. */
const TOOLS =
  'pandoc|imagemagick|ffmpeg|npm-check-updates|ncu|sed|awk|jq|yq|prettier|black|ruff|isort|gofmt|rustfmt|clang-format|eslint --fix|biome|hyperfine|knip|depcheck|git|grep|ripgrep|rg|make|curl|wget|rsync|tar|gzip|xargs|search and replace|the formatter|the linter|cloc|tokei|wc|cron|find|openssl|dos2unix';

const PLAIN_OBJECTS = 'prettier|black|gofmt|rustfmt|clang-format|eslint|biome|ruff|isort|formatter';

const TEXT_FORMATS =
  'json|ya?ml|toml|csv|tsv|xml|ini|base64|hex|utf-?8|lf|crlf|line endings?|kebab-?case|snake_?-?case|camel-?case|pascal-?case|§|upper ?case|lower ?case|title case|iso (?:format|8601)|tabs|spaces|unix timestamps?|iso(?: dates?)?|webp|png|jpe?g|mp3|mp4|pdf';

/** What a short program lifts out of a text without understanding it. */
const FIXED_PATTERNS =
  '(?:e-?mail|ip|mac|url|web) ?addresse?s?|e-?mails?|urls?|links|ips?|uuids?|guids?|hashtags|lines? \\d+|line numbers|phone numbers|the \\w+ column|column \\w+|timestamps|file ?names|version numbers?|hex colou?rs|hashes|lines (?:with|that|containing)|ids|imports';

export const LEAD_SIGNS: readonly LeadSign[] = [
  // Think.
  none(leading('\\S+', `(?:with|using|via|through|by) (?:${TOOLS})`), 3, 'a tool does this'),
  think(
    leading(
      '(?:outline|describe|explain|sketch|show|think about|tell me|discuss)',
      'how (?:you|we|i|one|to) (?:would|should|could|might|best)',
    ),
    3,
    'it asks for a plan',
  ),
  think(
    leading(
      '(?:which|what)',
      'fits?|suits?|best|better|preferable|appropriate|advisable|right (?:one|choice|approach|tool|way|fit)|makes? (?:more|most) sense',
    ),
    2.5,
    'something is to be weighed or decided',
  ),
  think(
    leading(
      '(?:optimi[sz]e|improve|speed up|find|devise)',
      'algorithm|complexity|o\\(n\\S*|asymptotic\\w*|heuristic',
    ),
    2.5,
    'it asks for reasoning',
  ),
  think(
    leading('(?:we|i) (?:need|want|have|would like) to (?:know|understand|find out|figure out|decide|learn)'),
    2.5,
    'what to do is still open',
  ),
  think(
    leading(
      '(?:take a (?:close |good |hard )?look|look|check|tell me|see|say)',
      '(?:make|makes) sense|(?:if|whether) (?:\\S+ ){0,6}(?:sound|correct|right|safe|reasonable|good enough|well designed)',
    ),
    3,
    'it asks for a judgement',
  ),
  execute(
    leading(
      '(?:write|create|build|implement|add|develop|make|generate|code)(?: me)? (?:an? |the |some )?(?:\\S+ ){0,3}(?:script|function|program|class|endpoint|parser|query|tool|cli|component|middleware|hook|helper|tests?|workflow|dockerfile|migration|button|page|form|column|field|route|command)',
    ),
    2,
    'it says what to make',
  ),
  bulk(
    leading(
      '(?:identify|find|detect|spot|mark|list|count)',
      'spam|fraud\\w*|duplicates? (?:among|in) (?:the|these)|outliers|pii|personal data|(?:among|of|in) (?:the |these |those |our |all )?[\\d,.]+k?',
    ),
    2.5,
    'the same small judgement on many pieces',
  ),
  none(
    leading(
      "(?:check|see|show|get|tell me|what is|what's|print|display|look up|which)(?: me)? (?:the |my |our |which )?(?:current |installed |latest |active )?(?:\\w+ )?(?:version|branch|status|contents?|disk usage|date|uptime|ip|hostname|working directory|git diff|diff|log|env)",
    ),
    2.5,
    'a command answers this',
  ),
  none(leading("what's in §|what is in §|cat §|show §|open §|print §"), 2.5, 'a command answers this'),
  none(
    leading(
      '(?:compare|diff)',
      'file ?sizes?|checksums?|hashes|two files|these files|both files|§ (?:and|with|to|against) §|folders|directories|branches|line by line|byte by byte',
    ),
    2.5,
    'a command does this',
  ),
  bulk(
    leading(
      'determine|detect|identify|recogni[sz]e|tell|infer|guess',
      '(?:the )?(?:sentiment|intent|language|topic|category|tone|mood|genre|gender|emotion)',
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      '(?:sort|group|organi[sz]e|split|divide|go through|work through|look through|scan|skim|read(?: through)?)',
      'inbox|e?-?mails|messages|tickets|feedback|requests|reviews|comments|photos|survey answers|mentions? of',
    ),
    2.5,
    'it sorts by meaning, one small judgement each',
  ),
  bulk(
    leading('(?:split|cut|break|divide)', 'chunks|passages|segments'),
    2.5,
    'preparation that a small model does',
  ),
  bulk(
    leading('(?:positive|spam|relevant|urgent|yes|true|toxic|safe|bug|question|on topic),? (?:or|and|/)'),
    3,
    'one small judgement',
  ),
  execute(
    leading(
      'extract',
      '(?:method|function|class|component|hook|constants?|interface|variable|module|helper|service|type|logic|base class|mixin|trait|partial|template|colou?rs|(?:hardcoded|hard-coded|magic) \\w+|common|shared|duplicat\\w+)',
    ),
    2,
    'a refactoring of known size',
  ),
  think(leading('why|how come'), 2.5, 'it asks for a cause'),
  think(
    leading(
      'how (?:risky|safe|hard|difficult|likely|feasible|realistic|big|much (?:risk|work|effort)|well|sound|robust|mature|sustainable|bad)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(
    leading(
      '(?:is|are) there (?:an?|any)? ?(?:\\S+ ){0,2}(?:problems?|issues?|risks?|flaws?|bugs?|leaks?|concerns?|better|way|downsides?|alternatives?|vulnerabilit\\w+|races?|race conditions?|reasons?)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(
    leading(
      '(?:lay out|map out|work out|list|outline|define|describe|give me|what are) (?:the |all the )?(?:steps|phases|stages|order|sequence|milestones|path)',
    ),
    3,
    'it asks for a plan',
  ),
  think(
    leading(
      "(?:what|where|which)(?:'s| is| are| do| does| would| could| might| will)?",
      'risks?|bottlenecks?|weakness(?:es)?|consequences|(?:side|second-order|long-term)? ?effects|implications|impact|drawbacks|happening|going on|failure modes|assumptions|guarantees|should (?:be|we|i|come)',
    ),
    2.5,
    'it asks for a judgement',
  ),
  think(
    leading(
      '(?:is|are|does|do|will|would|can|could) (?:our|this|that|the|my|we|these|it)',
      'sustainable|scales?|approach|architecture|correct|safe|secure|sound|hold up|good enough|leak|thread-?safe|overkill|viable|maintainable|race|break|meets?|comply|handle',
    ),
    2.5,
    'it asks for a judgement',
  ),
  think(
    leading(
      'how (?:can|could|do|should|might|would) (?:we|i|one|our|you)',
      'safer|faster|quicker|cheaper|simpler|easier|leaner|smaller|smarter|stronger|more|better|reduce|improve|scale|ensure|guarantee|prevent|without',
    ),
    2.5,
    'a way is to be found',
  ),
  execute(
    leading(
      '(?:suggest|propose|find|think of|come up with|pick|choose)',
      '(?:names?|titles?|labels?|wording|synonyms?|icon|emoji)(?: for.*)?',
    ),
    2,
    'a small choice of words',
  ),
  think(
    leading(
      'reconcile|resolve|balance|align|negotiate',
      'conflict(?:ing|s)?|requirements|goals|tension|stakeholders|contradict\\w+',
    ),
    3,
    'something is to be weighed or decided',
  ),
  bulk(
    leading(
      '(?:run|do|perform|apply)',
      'sentiment|classification|ner|ocr|embeddings?|de-?duplication|moderation|entity recognition|language detection|topic model\\w*',
    ),
    3,
    'a small judgement that a small model makes',
  ),
  bulk(
    leading(
      '(?:find out|tell|say|see|determine|identify|check|mark|list|show|pick)?(?: me)? ?(?:which|whether any|what) (?:of )?(?:these|the|those)? ?[\\d,.]+k?',
    ),
    2.5,
    'the same small work on many pieces',
  ),
  none(
    leading(
      'auto-?fix|auto-?format|(?:fix|correct|clean up|normali[sz]e) (?:the |all )?(?:formatting|indentation|import order|whitespace|line endings|code style|import (?:order|sorting))|number the lines?',
    ),
    2.5,
    'a tool does this',
  ),
  execute(
    leading('(?:create|write|add|fill in|make)', '(?:from|using|with) (?:the|our|this) template'),
    2,
    'it says what to make',
  ),
  think(
    leading(`(?:i|we)(?: still| really)? (?:need|want|would like|'d like|are looking for)`, THINK_OBJECTS),
    3,
    'it asks for a plan, a design or a decision',
  ),
  think(
    leading('walk (?:me )?through', 'go wrong|fail|break|why|trade-?offs|options|decide|reasoning'),
    3,
    'it asks for reasoning',
  ),
  think(
    leading(
      '(?:write|draft|create|prepare|produce|make|give|build|put together|formulate|develop|set up|deliver|author|compose|work on|come up with|describe|outline|document|sketch|define|set|present|generate|provide|lay out|map out)(?: me| us)?',
      `${THINK_OBJECTS}`,
    ),
    3,
    'it asks for a plan, a design or a decision',
  ),
  think(
    leading(
      'explain|describe|tell|show|understand|find out|find|figure out|work out|identify|look|track down|pinpoint|determine|check|see|explore|dig into|help|trace|locate|discover|debug|isolate|narrow down|hunt',
      UNKNOWN_CAUSES,
    ),
    3,
    'the cause is not known yet',
  ),
  think(
    leading(
      '(?:look for|find|search for|check for|spot|uncover|hunt)(?: any| all| the)?(?: \\S+){0,3}? (?:bugs?|vulnerabilit(?:y|ies)|flaws?|weakness(?:es)?|security \\S+|exploits?|holes?|loopholes?|edge cases|counter-?examples?|gaps|inconsistenc(?:y|ies))',
    ),
    3,
    'it looks for faults that nobody has seen yet',
  ),
  think(
    leading(
      'design|architect|re-?architect|re-?design|rethink|re-?think|conceive|conceptuali[sz]e|devise|invent|envision|strategi[sz]e|brainstorm|ideate',
    ),
    3,
    'it asks for a design',
  ),
  think(
    leading('plan|scope out|break (?:this|the|it|down)|roadmap|prioriti[sz]e|sequence'),
    3,
    'it asks for a plan',
  ),
  think(
    leading(
      'compare|contrast|evaluate|assess|weigh|decide|choose|pick between|select|recommend|advise|judge|justify|argue|debate|consider|estimate|quantify|benchmark the options|vet',
    ),
    3,
    'something is to be weighed or decided',
  ),
  think(
    leading(
      'investigate|diagnose|troubleshoot|analy[sz]e|root-?cause|probe|examine|dissect|interpret|inspect|study|look into|get to the bottom of|profile|research|reproduce',
    ),
    3,
    'something is to be found out',
  ),
  think(
    leading(
      '(?:do|perform|conduct|run|carry out|make|give|provide|deliver|prepare|offer|write)(?: (?:me|us|a|an|the|[\\w-]+)){0,3} (?:analysis|review|audit|assessment|threat model(?:ing)?|post-?mortem|investigation|critique|evaluation|root cause \\w+|security \\w+|retrospective|deep dive|comparison)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(
    leading(
      'prove|derive|reason|think|verify that .*(?:correct|safe|sound)|argue|formali[sz]e|model|deduce|infer why|hypothesi[sz]e',
    ),
    3,
    'it asks for reasoning',
  ),
  think(
    leading(
      'check|scan|search|go through|look through|inspect',
      '(?:injection|xss|csrf|vulnerabilit(?:y|ies)|exploits?|security|race conditions?|thread-?safety|memory safety|correctness)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(
    leading(
      "audit|critique|threat-?model|challenge|red-?team|play devil's advocate|poke holes|stress-?test|second-?guess|sanity[- ]?check|take a step back|step back",
    ),
    3,
    'it asks for a judgement',
  ),
  execute(
    leading(
      '(?:proof-?read|copy-?edit|spell-?check|review)',
      'style|naming|typos?|spelling|grammar|wording|formatting|small|readme|comments?|docstrings?|tiny|short',
    ),
    2,
    'a small, well bounded review',
  ),
  think(leading('(?:code[- ])?review|cross-?examine|double-?check'), 3, 'a review needs judgement'),
  think(
    leading(
      'untangle|disentangle|decouple|reverse-?engineer|moderni[sz]e|restructure|reorgani[sz]e|overhaul|re-?engineer|decompose|split (?:up )?(?:the |our |this )?monolith|detangle',
    ),
    3,
    'it reshapes something nobody has laid out yet',
  ),
  think(
    leading(
      '(?:refactor|clean up|rewrite|migrate|port|rework|convert|improve|split|move|change|upgrade|replace|introduce|roll out|simplify)',
      BROAD,
    ),
    3,
    'it reaches through the whole system',
  ),
  think(
    leading('(?:implement|build|write|create|develop|migrate|add|introduce|make)', HARD),
    3,
    'it is a hard problem, where a wrong idea costs more than wrong code',
  ),
  think(
    leading(
      '(?:make|get) (?:the |our |this |my |it |everything |whole |entire )*(?:apps?|application|system|service|site|website|backend|frontend|product|platform|it|pipeline|code|project|database|build)? ?(?:run |be |load |start )*(?:much |a lot |more |way )*(?:fast(?:er)?|quick(?:er)?|scalable|scale|secure|safer|reliable|resilient|robust|better|maintainable|cheaper|performant|good|work)',
    ),
    3,
    'nothing says how, or when it is done',
  ),
  think(
    leading(
      '(?:improve|optimi[sz]e|speed up|harden|scale|tune|fix|boost|reduce|cut|lower|increase)(?: (?:the|our|my|this|overall|general|whole|entire|\\w+ing))* (?:performance|quality|architecture|scalability|security|reliability|maintainability|code quality|apps?|application|system|service|backend|site|everything|codebase|code base|latency|costs?|bill|memory|developer experience|user experience|ux|throughput|retention|precision|recall|accuracy|availability|resilience|observability|structure|design|tokens?|spend)',
    ),
    2.5,
    'nothing says how, or when it is done',
  ),
  think(leading('debug'), 2.5, 'the cause is to be found first'),
  think(
    leading(
      'define|formulate|clarify|frame|specify|determine|figure out|work out|find out|think through|come up with|propose|suggest|explore|anticipate|establish|identify|raise|address',
    ),
    2.5,
    'what to do is still open',
  ),

  // Bulk.
  bulk(
    leading(
      'classify|categori[sz]e|label|tag|triage|route|moderate|screen|pre-?screen|shortlist|bucket|cluster|de-?duplicate|dedupe|rank|re-?rank|score|rate|grade|vote|flag|detect|annotate|anonymi[sz]e|pseudonymi[sz]e|redact|pre-?process|embed|chunk|assign|sift|poll|transcribe|ocr',
    ),
    3,
    'a small judgement that a small model makes',
  ),
  bulk(leading('filter'), 3, 'filtering needs no deep model'),
  bulk(leading('batch-?\\w*'), 3, 'it is volume work'),
  bulk(
    leading(
      'for (?:each|every|all)(?: of)?(?: the| these| those)?',
      'lines?|rows?|records?|items?|messages?|tickets?|documents?|comments?|emails?|reviews?|products?|articles?|pages|images?|questions?|answers?|entr(?:y|ies)|sentences?|paragraphs?|customers?|transcripts?|headlines?|tweets?|posts?|contracts?|invoices?',
    ),
    2.5,
    'the same again and again',
  ),
  bulk(
    leading(
      '(?:compress|condense|shorten|summari[sz]e)',
      'chat histor\\w+|conversations?|tool (?:results|outputs)|memory|context',
    ),
    2.5,
    'preparation that a small model does',
  ),
  bulk(
    leading(
      '(?:sort|group|organi[sz]e|divide|split|separate|put|arrange|bin)',
      '(?:in|into|by|to|under) (?:\\S+ ){0,3}(?:themes?|categor(?:y|ies)|topics?|groups?|buckets|sentiment|intent|folders by topic|classes|labels?|urgency|priority|urgent|relevant)',
    ),
    3,
    'it sorts by meaning, one small judgement each',
  ),
  bulk(
    leading(
      '(?:keep|drop|discard|skip|pick|select|mark|remove)',
      'relevant|irrelevant|mention(?:s|ed|ing)?|off-?topic|on-?topic|about|spam|duplicates? questions?|snippets|near-?duplicates|worth',
    ),
    2.5,
    'filtering needs no deep model',
  ),
  bulk(
    leading(
      '(?:generate|create|compute|build|make|calculate)',
      'embeddings|vector index|thumbnails descriptions|alt texts?|paraphrases',
    ),
    3,
    'preparation that a small model does',
  ),
  bulk(
    leading(
      '(?:is|are|does|do|was|contains?|has|have) (?:this|these|it|the (?:following|text|message|email|sentence|comment|review|tweet|ticket|user|customer|document|passage|author|log line))',
      "spam|positive|negative|sentiment|toxic|relevant|yes or no|true or false|about|offensive|sarcastic|complain\\S*|question or|bug or|mention|contain|urgent|clickbait|answer|on topic|person's name|language",
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      "(?:which|what)(?:'s| is)? (?:category|label|tag|class|topic|intent|sentiment|language|department|genre|(?:the )?(?:sentiment|intent|category|topic|language|tone|mood) of)",
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      'determine|detect|identify|tell|infer|guess',
      '(?:the )?(?:sentiment|intent|language|topic|category|tone|mood|genre|gender)',
    ),
    3,
    'one small judgement',
  ),

  // None: the editor, a command or a short script gives the very answer.
  none(
    leading(
      '(?:re-?)?format(?:ting)?|pretty-?print|beautify|prettify|lint|minify|uglify|indent|re-?indent|wrap all|run',
    ),
    3,
    'a tool does this',
  ),
  none(
    leading('sort|alphabeti[sz]e|reverse|shuffle|organi[sz]e imports|organi[sz]e'),
    3,
    'sorting needs no model',
  ),
  none(
    leading(
      '(?:install|uninstall|re-?install|start|stop|restart|launch|boot|kill|deploy|commit|push|pull|merge (?:main|master|develop|upstream|§|the branch|branch|my branch|it|this branch)|rebase|checkout|check out|stash|unstash|cherry-?pick|clone|tag the|fetch the latest|revert|undo|amend|squash|compile|rebuild|unzip|zip|untar|archive|compress the folder|download|ping|curl|tail|cat|grep|open|close|cd|execute|re-?run|benchmark|publish|switch to|time|watch|clean the|clear)',
    ),
    3,
    'a command does this',
  ),
  none(
    leading(
      'build',
      '(?:the|our|this|my) (?:project|app|application|image|solution|docker image|package|repo|release|bundle)',
    ),
    3,
    'a command does this',
  ),
  none(leading('build(?: it| everything)?$'), 3, 'a command does this'),
  none(
    leading(
      '(?:count|sum(?: up)?|add up|total|tally|compute|calculate|measure|average)',
      'lines?|words?|files?|rows?|columns?|occurrences|loc|characters|bytes|sha\\d*|md5|checksum|hash|size|coverage|average|sum|times|entries|tokens|commits|how many|tests?|number of|requests',
    ),
    3,
    'a script counts exactly, a model guesses',
  ),
  none(
    leading(
      '(?:how many|how much|how big|how large|how long)',
      'lines?|files?|rows?|commits?|tests?|words?|disk|space|memory is free|columns|times|functions|dependencies|entries|big|large|take|took|branches|todos?|records|occurrences|bytes|errors',
    ),
    3,
    'a script counts exactly, a model guesses',
  ),
  none(
    leading(
      "(?:what|which)(?:'s| is| are|)?",
      '(?:largest|biggest|smallest|longest|newest|oldest|latest|current|installed)(?: git)? (?:file|files|folder|version|commit|branch|tag|directory)|version of|files (?:have )?changed|changed since|files? (?:contain|import|use)|branch am i|current branch|port|time is it|outdated|time in|date is',
    ),
    3,
    'a command answers this',
  ),
  none(
    leading(
      '(?:where (?:is|are|do we|does)|who)',
      'defined|declared|called|used|imported|referenced|last changed|changed|wrote|committed|blame|call|use|import|definition|set',
    ),
    3,
    'a search answers this',
  ),
  none(
    leading('(?:go to|jump to|open) (?:the )?(?:definition|declaration|implementation|line|file)'),
    3,
    'the editor does this',
  ),
  none(
    leading(
      '(?:find|search|look up|locate|grep|look for|list|show|get|give|print|display|output|collect|dump|tell|view|fetch|see)(?: me| us)?',
      'usages?|occurrences?|references?|call ?sites?|callers|files?|folders?|lines?|logs?|todos?|fixmes?|tail|head|diff|branches|commits?|history|environment variables|env vars?|imports|packages|processes|ports?|disk|versions?|outdated|contents?|directory|tree|endpoints|routes|exports|where .* (?:is|are) (?:defined|used|called|declared|imported)|errors?|warnings?|stack|status|dependencies|coverage|names of|defin(?:ed|ition)|all (?:the )?§|failing tests|tests? .*fail|which tests|failed|function names|classes|size',
    ),
    2.5,
    'a search answers this',
  ),
  none(
    leading(
      '(?:search|grep)(?: (?:the|our|all|in|through|for|and replace))* (?:logs?|files?|project|code ?base|code|repo|docs|§|everything)',
    ),
    2.5,
    'a search answers this',
  ),
  none(
    leading('(?:find and replace|search and replace|search & replace|substitute|swap out all)'),
    3,
    'a search and replace does this',
  ),
  none(
    leading(
      '(?:replace|change|swap)',
      '(?:all|every|each)?(?: \\S+){0,4} ?(?:occurrences?|everywhere|in all|in every|across all|throughout|instances|year|in § with|in each file|with § in|by § in|globally)',
    ),
    3,
    'a search and replace does this',
  ),
  none(
    leading('(?:replace|change) (?:all )?§ (?:by|with|to|into|for|in)'),
    2.5,
    'a search and replace does this',
  ),
  none(leading('rename'), 2.5, 'the editor renames without a model'),
  none(
    leading(
      '(?:remove|delete|strip|trim|drop|clear|erase|purge|get rid of)',
      '(?:trailing )?white ?space|(?:blank|empty) lines|console\\.?\\S*(?: statements?| calls?)?|print statements|debugger statements|unused imports|unused variables|comments|duplicates?(?: lines| rows)?|ansi \\S+|folders?|files?|director(?:y|ies)|node_modules|branch(?:es)?|boms?|carriage returns|colou?r codes|temp \\S+|lines (?:with|that|containing)|semicolons|logs|cache|containers|tabs',
    ),
    3,
    'a command or an editor action does this',
  ),
  none(
    leading(
      '(?:add|insert|append|prepend|put)',
      '(?:a |an |the )?(?:newline|trailing comma|semicolons|license headers?|copyright headers?|final newline|prefix § to|blank line)(?: .*)?(?: (?:every|each|all))?',
    ),
    2.5,
    'a script does this',
  ),
  none(
    leading(
      '(?:convert|transform|change|turn|switch|normali[sz]e|translate)',
      `(?:${TEXT_FORMATS}|it|(?:this|these|the|all)? ?(?:list|file ?names?|strings?|tables?|objects?|data|timestamps?|dates?|keys|names|quotes|encoding|images?|values|columns?|numbers?|output)) (?:file |files |\\S+ ){0,4}?(?:to|into|from) (?:an? )?(?:${TEXT_FORMATS}|single quotes|double quotes)`,
    ),
    2.5,
    'a converter does this',
  ),
  none(
    leading(
      '(?:lower-?case|upper-?case|capitali[sz]e|encode|decode|hash|base64|escape|unescape|encrypt|parse|validate|diff|join|concatenate|concat|truncate|crop|resize|rotate|split the file)(?= (?:all |this |these |the |every |each |it|that |§))',
      'json|yaml|xml|csv|file|files|string|base64|keys|jwt|lines?|logs?|html|url|§|images?|schema|list|letters|words',
    ),
    2.5,
    'a script does this',
  ),
  none(
    leading(
      '(?:generate|create|make|give me)(?: a| an| me)?(?: new| random| strong| secure)* (?:uuid|guid|password|branch|directory|folder|random number|random string|tag|ssh key|lorem ipsum|git tag|virtual env\\w*|venv|zip|tarball|archive|screenshot|backup|empty file|symlink)',
    ),
    2.5,
    'a command does this',
  ),
  none(
    leading(
      'take (?:a )?screenshots?|bump(?: the)? (?:patch|minor|major|version)|create (?:a )?(?:new )?(?:git )?(?:branch|tag)',
    ),
    2.5,
    'a command does this',
  ),
  none(
    leading(
      '(?:check|test|verify|see|is|are|confirm)(?: if| whether| that)?',
      'port|up|running|reachable|links|installed|valid json|json is valid|well-formed|exists?|compiles?|builds?|clean|listening|dead links|resolves?|up to date|in use|tests (?:still )?pass|tests are green|syntax',
    ),
    2.5,
    'a command answers this',
  ),
  none(
    leading(
      `(?:extract|pull out|pull|get|grab|collect|scrape|copy)(?: out)?(?: all| the| every| me)*`,
      `${FIXED_PATTERNS}`,
    ),
    2.5,
    'a regular expression lifts this out',
  ),
  none(
    leading(
      '(?:which|what) tests?|what does (?:git|npm|docker|the build|the linter)|does (?:the build|the project|it|this) (?:pass|compile|build)',
    ),
    2.5,
    'a command answers this',
  ),
  none(
    leading(
      '(?:drop|reset|re-?create|dump|restore|truncate|wipe|vacuum|back ?up) (?:the |our |my |a )?(?:\\S+ ){0,3}?(?:database|db|schema|tables|volume)',
    ),
    2.5,
    'a command does this',
  ),
  none(
    leading('copy (?:the |this |all )?(?:files?|folder|§|\\S+\\.\\w+) (?:to|into)'),
    2.5,
    'a command does this',
  ),
  none(
    leading(
      "(?:get|give me|show|tell me|what is|what's|return|print)(?: me)? (?:the )?(?:length|size|number|count|current|first|last|sum|max\\w*|min\\w*|average|checksum|hash|version|path|type|weekday|date|time) (?:of|from|in|\\S+|\\d+)",
    ),
    2,
    'a script answers this',
  ),
  none(
    leading('print|dump|output|find|search(?: for)?|grep|locate|look up|list|tail|count'),
    2.25,
    'a search or a command answers this',
  ),
  none(
    leading('move (?:the |this )?(?:file|folder|directory|§)(?: §)? (?:to|into)'),
    2.5,
    'a command moves files',
  ),
  none(
    leading(`(?:format|lint|type-?check|check the types|(?:use|apply|run) (?:the )?(?:${PLAIN_OBJECTS}))`),
    3,
    'a tool does this',
  ),

  // Execute.
  execute(
    leading('summari[sz]e|translate|paraphrase|condense|shorten|tl;?dr|transcribe|caption'),
    1.75,
    'a text is to be made from a text',
    true,
  ),
  execute(
    leading(
      'extract|parse|normali[sz]e|convert|transform|rewrite|rephrase|clean(?: up)?|map|match|fill(?: in| out)?|generate|create|write|produce|correct|check|read|answer|pull|give|describe|process|go (?:through|over)|keep|compress|enrich|find|tell|mark|sort|get|put|turn|pick|drop|remove|list|compare|review|look at|reply|respond|draft|decide|evaluate|select|choose|identify|which of|find out which|tell which|say which|see which|work through|look through',
    ),
    1.5,
    'it says what is to be made',
    true,
  ),
  execute(leading('reduce|simplify|trim|cut'), 2, 'it says what to change', true),
  execute(leading('fix|repair|correct|resolve|patch|solve'), 2, 'something known is to be put right'),
  execute(
    leading(
      'add|implement|update|change|make|adjust|adapt|modify|extend|refactor|port|migrate|replace|split|move|inline|introduce|handle|support|use|apply|wire|hook up|connect|integrate|expose|enable|disable|configure|set|upgrade|bump|downgrade|document|test|cover|mock|stub|wrap|bring|turn|port|increase|remember|sort by|complete|finish|hide|show|display|render|align|center|style|animate|cache|log|validate|throw|return|catch|allow|prevent|ensure|ignore|skip|rework|build|delete|re-?name|drop|merge|combine|move|pass|store|save|load|send|call|register|export|import|annotate|type|seed|scaffold|bootstrap|instrument|improve|optimi[sz]e|tweak|polish|localize|internationalize|swap|switch|persist|increase|decrease|limit|restrict|append|insert|prepend|encapsulate|parameteri[sz]e|abstract|de-?couple|memoi[sz]e|debounce|throttle|paginate|sanitize|escape|serialize|stream|retry',
    ),
    2,
    'it says what to change',
  ),
  execute(
    leading('explain|describe|define|show me how|teach|walk me through|remind me|illustrate|demonstrate'),
    2,
    'a question with a known answer',
  ),
  execute(
    leading(
      "how (?:do|can|to|does|did|would i)|what (?:is|are|does|do|was)|what's|when (?:do|should)|where (?:do|can|should)|which (?:method|function|hook|option|flag|command|import|package)|who is|is there",
    ),
    2,
    'a question with a known answer',
  ),
];

function think(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'think', pattern, weight, reason };
}

function execute(pattern: RegExp, weight: number, reason: string, perPiece?: true): LeadSign {
  return { tier: 'execute', pattern, weight, reason, ...(perPiece && { perPiece }) };
}

function bulk(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'bulk', pattern, weight, reason, perPiece: true };
}

function none(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'none', pattern, weight, reason };
}
