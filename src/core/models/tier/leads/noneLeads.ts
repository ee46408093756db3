import { type LeadSign, leading, none } from '../sign.ts';

const PLAIN_OBJECTS = 'prettier|black|gofmt|rustfmt|clang-format|eslint|biome|ruff|isort|formatter';

const TEXT_FORMATS =
  'json|ya?ml|toml|csv|tsv|xml|ini|base64|hex|utf-?8|lf|crlf|line endings?|kebab-?case|snake_?-?case|camel-?case|pascal-?case|§|upper ?case|lower ?case|title case|iso (?:format|8601)|tabs|spaces|unix timestamps?|iso(?: dates?)?|webp|png|jpe?g|mp3|mp4|pdf';

/** What a short program lifts out of a text without understanding it. */
const FIXED_PATTERNS =
  '(?:e-?mail|ip|mac|url|web) ?addresse?s?|e-?mails?|urls?|links|ips?|uuids?|guids?|hashtags|lines? \\d+|line numbers|phone numbers|the \\w+ column|column \\w+|timestamps|file ?names|version numbers?|hex colou?rs|hashes|lines (?:with|that|containing)|ids|imports';

/** The editor, a command or a short script gives the very answer. */
export const NONE_LEADS: readonly LeadSign[] = [
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
      '(?:install|uninstall|re-?install|(?:start|stop)(?! \\w+ing)|restart|launch|boot|kill|deploy|commit|push|pull(?! (?:them|it|this|these|those|out|up|the \\S+ (?:out|up|into)))|merge (?:main|master|develop|upstream|§|the branch|branch|my branch|it|this branch)|rebase|checkout|check out|stash|unstash|cherry-?pick|clone|tag the|fetch the latest|revert|undo|amend|squash|compile|rebuild|unzip|unpack|zip|untar|archive|compress the folder|download|ping|curl|tail|cat|grep|open|close|cd|execute|re-?run|benchmark|publish|switch to|time|watch|clean the|clear)',
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
      '(?:where (?:is|are|do we|does)|who|is there (?:still )?anything|does anything|anything left)',
      '(?:imports|uses|calls|references)|touched|modified|edited|defined|declared|called|used|imported|referenced|last changed|changed|wrote|committed|blame|call|use|import|definition|set',
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
      'usages?|occurrences?|references?|call ?sites?|callers|files?|folders?|lines?|logs?|todos?|fixmes?|tail|head|diff|branches|commits?|history|environment variables|env vars?|imports|packages|processes|ports?|disk|versions?|outdated|contents?|directory|tree|endpoints|routes|exports|where .* (?:is|are) (?:defined|used|called|declared|imported)|errors?|warnings?|stack|status|dependencies|coverage|names of|defin(?:ed|ition)|all (?:the )?§|outputs?|results?|failing tests|tests? .*fail|which tests|failed|function names|classes|size',
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
    leading('(?:replace|change) (?:all |every |each )?§ (?:by|with|to|into|for|in)'),
    2.5,
    'a search and replace does this',
  ),
  none(
    leading(
      '(?:delete|remove|add|set|change|unset|show)',
      '(?:node_modules|git remote|remote (?:url|origin)|ssh key|env(?:ironment)? variable|alias|symlink|cron job)(?! (?:to|in) the (?:code|config|app))',
    ),
    2.5,
    'a command does this',
  ),
  none(
    leading(
      '(?:are|is) there (?:any )?(?:uncommitted|unstaged|untracked|unpushed|staged|open ports|running|merge conflicts|stale branches)',
    ),
    2.5,
    'a command answers this',
  ),
  none(leading('pretty[- ]print|dry-?run|re-?index'), 2.5, 'a tool does this'),
  none(
    leading(
      "(?:how much|what is|what's)(?: the)?",
      '(?:memory|disk|cpu|space|ram) (?:does|is|do|are)|difference in (?:file )?size|size (?:of|in)',
    ),
    2.5,
    'a command answers this',
  ),
  none(
    leading(
      'convert',
      '§ (?:files?|images|videos?) .*(?:to|into)|(?:mov|avi|mkv|wav|flac|heic|tiff?|bmp|docx?|odt|epub|svg)s?\\b|to (?:mp4|mp3|webp|pdf|gif|png|jpe?g)',
    ),
    2.75,
    'a converter does this',
  ),
  none(
    leading('(?:every|each|all) (?:occurrences?|instances?) of', '(?:to|by|with|into)'),
    2.5,
    'a search and replace does this',
  ),
  none(
    leading(
      '(?:put|bring|get)',
      'in(?:to)? (?:alphabetical|numerical|ascending|descending|reverse|sorted) order',
    ),
    2.5,
    'sorting needs no model',
  ),
  none(
    leading('(?:compress|pack|bundle|archive)', 'into an? (?:zip|tar\\S*|archive)|(?:folder|directory)'),
    2.5,
    'a command does this',
  ),
  none(
    leading(
      '(?:re-?generate|refresh|update|re-?create) (?:the |our )?(?:lock ?file|snapshots?|package-lock|yarn\\.lock|lock)|(?:wc|du|df|ls|git (?:log|diff|status|blame|stash|pull|fetch|push|rebase|branch|show)|npm (?:install|ci|test|run)|docker (?:ps|logs|compose))',
    ),
    2.5,
    'a command does this',
  ),
  none(leading('rename'), 2.5, 'the editor renames without a model'),
  none(
    leading(
      '(?:remove|delete|strip|trim|drop|clear|erase|purge|get rid of)',
      '(?:trailing |double |leading )?(?:white ?space|spaces)|(?:blank|empty) lines|console\\.?\\S*(?: statements?| calls?)?|print statements|debugger statements|unused imports|unused variables|comments|duplicates?(?: lines| rows)?|ansi \\S+|folders?|files?|director(?:y|ies)|node_modules|branch(?:es)?|boms?|carriage returns|colou?r codes|temp \\S+|lines (?:with|that|containing)|semicolons|logs|cache|containers|tabs',
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
      '(?:check|test|verify|see|is|are|confirm)(?: if| whether| that)?(?! our )',
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
];
