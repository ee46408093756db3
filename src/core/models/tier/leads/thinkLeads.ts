import { execute, type LeadSign, leading, think } from '../sign.ts';

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

/** Something is to be designed, decided, judged or found out. */
export const THINK_LEADS: readonly LeadSign[] = [
  think(
    leading(
      'scrutini[sz]e|discuss|convince me|question (?:everything|the|our|my)|(?:i |we )?need (?:help|advice|guidance)|help (?:me|us) (?:understand|decide|choose|think)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(
    leading(
      '(?:verify|validate|confirm|test|challenge)',
      '(?:this|my|our|the) (?:\\S+ )?(?:assumptions?|hypothes[ie]s|implementation|algorithm|protocol|design|approach|reasoning|logic|idea)',
    ),
    2.5,
    'it asks for a judgement',
  ),
  think(
    leading(
      '(?:give|provide|share|offer)(?: me| us)? (?:\\S+ ){0,2}(?:feedback|advice|input|guidance|thoughts)',
    ),
    3,
    'it asks for a judgement',
  ),
  think(leading('(?:walk|talk|guide|take) (?:me|us) through how'), 3, 'it asks for a plan'),
  think(
    leading(
      '(?:turn|translate|develop|transform|shape)',
      '(?:idea|vision|goals?|requirements|problem) (?:\\S+ )?into (?:\\S+ ){0,5}(?:concept|plan|design|architecture|spec\\w*|roadmap|strategy)',
    ),
    3,
    'it asks for a plan, a design or a decision',
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
      'prove|derive|reason|think|verify that .*(?:correct|safe|sound)|argue|formali[sz]e|model (?:the|our|a|an|how)|deduce|infer why|hypothesi[sz]e',
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
  think(
    leading('(?:lay down|set down|set out|draw up|write down)', 'principles|rules|guidelines|how|standards'),
    2.5,
    'it asks for a plan, a design or a decision',
  ),
  think(leading('debug'), 2.5, 'the cause is to be found first'),
  think(
    leading(
      'define|formulate|clarify|frame|specify|determine|figure out|work out|find out|think through|come up with|propose|suggest|explore|anticipate|establish|identify|raise|address',
    ),
    2.5,
    'what to do is still open',
  ),
];
