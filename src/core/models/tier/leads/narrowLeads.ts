import { bulk, execute, type LeadSign, leading, none, think } from '../sign.ts';

const THINK_OBJECTS =
  'architectures?|architectural|strateg(?:y|ies)|roadmaps?|rfcs?|proposals?|design (?:doc|document|proposal)s?|trade-?offs?|threat models?|system prompts?|prompts?|plans?|milestones|risks?|' +
  'data models?|domain models?|approach(?:es)?|options|alternatives|pros|cons|decisions?|policy|policies|recommendations?|rationale|experiments?|hypothes[ie]s|invariants?|protocol|state machine|' +
  'business case|post-?mortem|root causes?|evaluation|disaster recovery|governance|guardrails|bounded contexts?|requirements|implications|blueprint|(?:technical |functional |system )(?:specs?|specifications?|designs?)|design for|(?:concurrency|threading|consistency|permission|trust|security) models?|concept|vision|critique|assessment|migration path';

/** Programs that do the whole of a task. */
const TOOLS =
  'pandoc|imagemagick|ffmpeg|npm-check-updates|ncu|sed|awk|jq|yq|prettier|black|ruff|isort|gofmt|rustfmt|clang-format|eslint --fix|biome|hyperfine|knip|depcheck|git|grep|ripgrep|rg|make|curl|wget|rsync|tar|gzip|xargs|search and replace|the formatter|the linter|cloc|tokei|wc|cron|find|openssl|dos2unix';

/** Special cases of every tier: each is narrower than a general row of another table. */
export const NARROW_LEADS: readonly LeadSign[] = [
  none(
    leading(
      '(?!implement|write|create|add|build|set|integrate|explain|replace|compare|teach|help|why|how|what|is|are|can|generate|design|debug|fix|refactor|work|start|learn|plan)\\S+',
      `(?:with|using|via|through|by) (?:${TOOLS})`,
    ),
    3,
    'a tool does this',
  ),
  think(
    leading(
      'open questions?|(?:start|begin) (?:by|with) (?:understanding|reading|analy\\w+|looking|thinking)|count on|sort out',
    ),
    2.5,
    'what to do is still open',
  ),
  none(
    leading(
      '(?:which|what) (?:commits?|pull request|branch|release|line)|check (?:the )?(?:formatting|types|syntax|code style)',
    ),
    2.5,
    'a command answers this',
  ),
  think(
    leading(
      '(?:outline|describe|explain|sketch|show|think about|tell me|discuss)',
      "how (?:you|we|i|one|to)(?:'d| (?:would|should|could|might|best))",
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
  think(
    leading(
      '(?:migration|transition|migrating|moving|switching|consolidation|roll-?out|restructuring|scaling|sizing|capacity)(?: \\S+)? (?:of|off|from|away|to|for|plan)|sizing|suppose we|(?:latency|error|cost|capacity) (?:budget|plan)',
    ),
    2.5,
    'it names a goal, and nobody has said how',
  ),
  bulk(
    leading(
      'give me|tell me|find|get|list|name|note',
      '(?:emotion|sentiment|mood|tone|intent|topic|language|category) (?:of|for|in) (?:each|every|all)',
    ),
    3,
    'one small judgement',
  ),
  bulk(leading('for (?:all |these |those |the |our )*\\d[\\d,.]*k?'), 2.5, 'the same again and again'),
  think(leading('build (?:vs\\.?|versus|or) buy'), 3, 'a decision is open'),
  bulk(
    leading('is (?:this|that|the) (?:ticket|message|issue|report|text|question)', 'duplicate|answer with'),
    3,
    'one small judgement',
  ),
  think(leading('should (?:we|i|it|this|that|the|our|my|one|they)'), 2.5, 'a decision is open'),
  think(
    leading(
      'how (?:many|much) (?:engineers|people|developers|weeks|months|effort|work|time|money) (?:would|will|should|could|do we|does it)',
    ),
    2.5,
    'it asks for a judgement',
  ),
  think(
    leading(
      'where (?:do|does|did|is|are)(?: (?:all )?(?:our|we|the|my|most of \\S+))?',
      'spend|spent|go|goes|going|lost|lose|losing|wasted?',
    ),
    2.5,
    'the cause is not known yet',
  ),
  bulk(
    leading(
      '(?:the )?(?:language|sentiment|topic|intent|category|tone|emotion|genre) (?:of|for) (?:each|every|all)',
    ),
    3,
    'one small judgement',
  ),
  bulk(
    leading(
      '(?:pull|extract|get|find|list|collect)(?: out)?',
      '(?:company|person|people|product|place|city|brand)(?: names?)? (?:out of|from|in) (?:each|every|all|the|these|those)|entities',
    ),
    2.75,
    'the same small judgement on many pieces',
  ),
  none(
    leading(
      '(?:what|which files?)(?: has| have)? changed (?:between|since|in|from)|which process|how (?:big|large) (?:is|are) (?:the|our|this) (?:repo|repository|folder|file|bundle|image|db|database|table|dist|build)|(?:bundle|file|image|repo) size',
    ),
    2.75,
    'a command answers this',
  ),
  none(
    leading(
      '(?:show|list|get)(?: me)?(?: all)?(?: the)?(?: my)? ?(?:open|closed|merged|assigned|failing)?',
      '(?:merge requests|pull requests|issues|prs|mrs) (?:assigned|of mine|by me|from|opened|open)',
    ),
    2.5,
    'a command answers this',
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
];
