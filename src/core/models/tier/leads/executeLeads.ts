import { execute, type LeadSign, leading } from '../sign.ts';

/** It is said what to make, to change or to answer. */
export const EXECUTE_LEADS: readonly LeadSign[] = [
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
      'add|implement|update|change|make|adjust|adapt|modify|extend|refactor|port|migrate|replace|split|move|inline|introduce|handle|support|use|apply|wire|hook up|connect|integrate|expose|enable|disable|configure|set|upgrade|bump|downgrade|document|test|cover|mock|stub|wrap|bring|turn|port|increase|remember|sort by|complete|finish|hide|show|display|render|align|center|style|animate|cache|log|validate|throw|return|catch|allow|prevent|ensure|ignore|skip|rework|build|delete|re-?name|drop|merge|combine|move|pass|store|save|load|send|call|register|export|import|annotate|type|seed|scaffold|bootstrap|instrument|improve|optimi[sz]e|tweak|polish|localize|internationalize|swap|switch|persist|increase|decrease|limit|restrict|append|insert|prepend|encapsulate|parameteri[sz]e|abstract|de-?couple|memoi[sz]e|debounce|throttle|paginate|sanitize|escape|serialize|stream|retry|flip|invert|toggle|re-?order',
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
  execute(
    leading(
      '(?:(?:i|we) (?:want|need) )?(?:an?|some|the) (?:\\S+ ){0,2}?(?:script|one-?liner|function|regex|query|tests?|component|hook|program|helper|snippet|example|macro|dockerfile|makefile|class|cli|tool)',
      'that|which|for|to|of|in|with',
    ),
    2,
    'it says what to make',
  ),
];
