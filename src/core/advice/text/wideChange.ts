import type { PromptRequest } from './requests.ts';

/** Whether much that is there is to be made anew: a thing of many parts, or one technology by another. */
export function isRebuilt({ kind, words }: PromptRequest): boolean {
  return kind === 'change' && !SMALL.test(words) && REBUILT.some((pattern) => pattern.test(words));
}

/** Whether something of many parts is to be made that is not there yet. */
export function isNewWhole({ kind, words }: PromptRequest): boolean {
  return kind === 'change' && NEW.test(words);
}

const WHOLE =
  '(?:app|apps|application|back ?end|front ?end|server|services?|micro ?services?|modules?|system|monolith|database|site|website|web ?site|code ?base|code|project|repo|repository|product|platform|architecture|pipeline|layer|engine|library|sdk|api|ui|design system|state management)';

const REBUILT: readonly RegExp[] = [
  /^(?:redesign|overhaul|re-?architect|moderni[sz]e|replatform|rebuild) /,
  new RegExp(
    `^(?:refactor|rework|rewrite|restructure|reorgani[sz]e|modulari[sz]e|convert|upgrade|split|break up) (?:the|our|my|your|all|of|whole|entire) (?:[\\w§-]+ ){0,3}${WHOLE}(?![\\w-])`,
  ),
  new RegExp(
    `^(?:replace|switch|change|move|convert) .{1,80} (?:in|across|throughout) (?:the|our|my) (?:whole|entire|complete) (?:[\\w-]+ ){0,2}${WHOLE}(?![\\w-])`,
  ),
  /^(?:migrate|port|transition) .{1,80} (?:to|from|into|onto) /,
  /^(?:rewrite|convert|upgrade) .{1,80} from .{1,60} to |^(?:move|switch) from .{1,60} to /,
  /^(?:migrier|portier|modernisier)\w* .{1,80} (?:auf|nach|von|zu) |^(?:refaktorier|überarbeit|modernisier)\w* .{0,40}(?:modul|system|app|anwendung|backend|frontend|dienst|datenbank|seite|projekt|architektur)/,
  /(?:重构|重写|升级|迁移).{0,8}(?:系统|项目|模块|服务|应用|后端|前端|数据库)|迁移到/,
];

/** One of these is changed by itself, and all of it shows in one look. */
const SMALL =
  /^\S+ (?:the |our |my )?\d|(?<![\p{L}])(?:this|these|that|those|one|two|three|four|five|functions?|methods?|class|classes|file|files|scripts?|tests?|quer(?:y|ies)|paragraphs?|lines?|helpers?|components?|handlers?|snippets?|examples?|comments?|plan|steps?|proposal|strategy)(?![\p{L}])/u;

const NEW =
  /^(?:(?:build|create|develop|implement|write|code|generate)(?: me| us)? (?:an?|the|our|my)|make(?: me| us)? an?) (?:[\w-]+ ){0,4}(?:app|application|web ?site|platform|dashboard|game|system|saas|clone|cms|web ?shop|online shop|portal|marketplace|crm)(?![\w-])(?! (?:component|widget|page|tab|test|class|icon|name|prompt))/;
