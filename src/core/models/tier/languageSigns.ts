import type { Tier } from '../modelInfo.ts';

// The same classes of words in other languages: stems, matched where a word begins, in scripts without spaces anywhere.

type LanguageRow = { tier: Tier; weight: number; reason: string; stems: string };

const ROWS: readonly LanguageRow[] = [
  // German
  row(
    'think',
    3,
    'it asks for a design, a plan or a decision',
    'entwirf|entwerf|konzipier|plane\\b|überleg|bewerte|beurteil|vergleich|entscheid|analysier|untersuch|wäge|empfiehl|empfehl|welche \\S+ (?:sind|ist|wäre|eignet|passt)|sollten wir|sollen wir|soll(?:te)? ich|architektur|strategie|risiken|vor- und nachteile|was spricht|begründe|finde heraus|ursache|überprüfe .*sicherheit|durchdenk|schlag\\b.*vor|konzept|lohnt es sich|wie (?:kriegen|bekommen|schaffen|können|könnten|erreichen|lösen|machen) wir|wie sollten|wie würdest',
  ),
  row(
    'think',
    3,
    'the cause is not known yet',
    'warum|weshalb|wieso|gelegentlich|sporadisch|manchmal|zufällig|keine (?:erklärung|ahnung)|unerklärlich|ab und zu|nicht reproduzier|wissen nicht',
  ),
  row(
    'bulk',
    3,
    'a small judgement, many times',
    'klassifizier|kategorisier|ordne|sortiere .* nach themen|markiere (?:jede|alle)|filtere|fasse (?:jede|alle)|verschlagworte|ist diese? \\S+ (?:spam|positiv)|stimmung|priorisiere jede',
  ),
  row(
    'none',
    3,
    'a tool or a command does this',
    'formatier|führe? (?:die |alle )?tests|tests? ausführen|starte? (?:die tests|den server|die app)|suche?\\b|finde alle|zähle|liste|zeig|installier|ersetze? (?:alle|überall)|sortiere|benenne? (?:die variable|die datei|die klasse|§)|entferne (?:leerzeichen|leere)|lösche',
  ),
  row(
    'execute',
    2,
    'it says what to make or change',
    'schreib|füge?\\b|behebe?|korrigier|benenne?|ändere?|implementier|erstell|baue?\\b|übersetz|erklär|passe?\\b|ergänz|entferne|erweiter|refaktorier|dokumentier|aktualisier|fasse|was (?:ist|bedeutet|macht)|wie (?:kann|mache|benutze)|ersetze|teste|extrahier|wandle|verschiebe',
  ),
  // French
  row(
    'think',
    3,
    'it asks for a design, a plan or a decision',
    'conçoi|concevoir|conception|comment (?:devrions|pourrions|faire pour)|compare|évalue|analyse|planifie|propose une (?:stratégie|architecture)|devrions|faut-il|devons-nous|quelle (?:approche|architecture|stratégie|est la meilleure)|quel est le meilleur|architecture|stratégie|risques|avantages|décide|recommand|examine|audite|réfléchi|compromis|imagine|élabore',
  ),
  row(
    'think',
    3,
    'the cause is not known yet',
    'pourquoi|aléatoire|parfois|de temps en temps|aucune idée|cause|intermittent|inexpliqu|enquête|diagnosti|trouve (?:la raison|pourquoi)',
  ),
  row(
    'bulk',
    3,
    'a small judgement, many times',
    'classe\\b|classer|classifie|catégorise|filtre\\b|filtrer|étiquette|trie .* par (?:thème|catégorie)|résume (?:chacun|chaque)|est-(?:il|elle) (?:un|une)? ?spam|par oui ou non|sentiment|ce message est',
  ),
  row(
    'none',
    3,
    'a tool or a command does this',
    'lance|exécute|formate|cherche|trouve toutes|remplace toutes|trie\\b|compte|liste\\b|affiche|montre|installe|supprime les (?:espaces|lignes)|renomme (?:la variable|le fichier|§)|démarre|redémarre',
  ),
  row(
    'execute',
    2,
    'it says what to make or change',
    "ajoute|écri[st]|rédige|corrige|modifie|change|implémente|crée|génère|traduis|explique|refactorise|renomme|met(?:s|tez)?\\b|résume|convertis|documente|supprime|remplace|extrai[st]|qu'est-ce|comment",
  ),
  // Spanish, Portuguese, Italian
  row(
    'think',
    3,
    'it asks for a design, a plan or a decision',
    'diseñ|projet|desenh|progett|planifi|planej|pianific|analiz|analis|evalú|evalua|avalie|avalia|valuta|compar|confront|decid|recom|consigli|propon|proponha|arquitect|arquitet|architett|estrateg|strateg|riesgos|riscos|rischi|debería|deberíamos|devemos|deveríamos|devo|dovremmo|dovrei|conviene|vale la pena|vale a pena|cuál es la mejor|qual (?:é |è )?(?:a|la|o|il) (?:melhor|miglior)|ventajas|vantagens|vantaggi|revisa la seguridad|investig|indag|esamina',
  ),
  row(
    'think',
    3,
    'the cause is not known yet',
    'por ?qu[eéê]\\b|perché|às vezes|a veces|a volte|aleatori|casualmente|no encontramos|não sabemos|non sappiamo|no sabemos|causa raíz|causa raiz|la causa|intermitent|intermittent|de vez em quando|ogni tanto',
  ),
  row(
    'bulk',
    3,
    'a small judgement, many times',
    'clasif|classif|categoriz|filtra|filtre|etiquet|rotul|resume cada|resuma cada|riassumi (?:ogni|ciascun)|es spam|é spam|è spam|sentimiento|sentimento',
  ),
  row(
    'none',
    3,
    'a tool or a command does this',
    'ejecut|execut|esegui|rode\\b|roda\\b|corre (?:los|las)|lancia|format|busc|encuentra todas|encontre todas|cerca\\b|trova tutt|orden|ordina|cuenta|conte\\b|conta\\b|lista\\b|muestra|mostre|mostra|instal|reemplaza tod|substitua tod|sostituisci tutt|renombra (?:la variable|el archivo|§)|rinomina (?:la variabile|il file|§)|elimina los espacios|reinicia|riavvia|inicia el|avvia',
  ),
  row(
    'execute',
    2,
    'it says what to make or change',
    "añad|agreg|adicion|aggiung|escrib|escrev|scrivi|corrig|correg|arregl|conserte|modific|cambi|mude|altere|implement|crea\\b|crear|crie|gener|ger[ea]\\b|traduc|traduz|explic|spiega|refactor|rifattorizza|renomb|renome|rinomin|document|elimin|remov|rimuov|convier|convert|extra[ei]|estrai|reemplaz|substitu|sostitu|cómo|como|come|qué es|o que é|cos'è|actualiz|atualiz|aggiorn|haz|faça|fai|resume|resuma|riassum",
  ),
  // Russian
  row(
    'think',
    3,
    'it asks for a design, a plan or a decision',
    'спроектир|проектир|разработай (?:архитектур|стратеги)|архитектур|стратеги|сравни|оцени|проанализир|анализ|стоит ли|следует ли|лучше ли|предложи|спланир|риск|выбери|обоснуй|продумай|исследуй|расследуй',
  ),
  row(
    'think',
    3,
    'the cause is not known yet',
    'почему|иногда|случайн|непонятно|причин|время от времени|не можем (?:понять|воспроизвести)',
  ),
  row(
    'bulk',
    3,
    'a small judgement, many times',
    'классифицир|категориз|раздели|отфильтр|отбери|пометь|разметь|тональност|спам|по категориям',
  ),
  row(
    'none',
    3,
    'a tool or a command does this',
    'сколько (?:строк|файлов|коммитов)|запусти|выполни|отформатир|найди все|поищи|отсортир|посчитай|покажи|выведи|установи\\b|замени все|переименуй (?:переменную|файл|§)|перезапусти|удали пробелы',
  ),
  row(
    'execute',
    2,
    'it says what to make or change',
    'добавь|напиши|исправь|измени|реализуй|создай|переведи|объясни|перепиши|обнови|удали|замени|сделай|переименуй|отрефактори|что такое|как (?:сделать|мне)|сгенерируй|извлеки|конвертируй|кратко|резюмир',
  ),
  // Chinese, Japanese, Korean
  row(
    'think',
    3,
    'it asks for a design, a plan or a decision',
    '设计|架构|規劃|规划|比较|評估|评估|权衡|方案|策略|是否应该|应该|应不应该|分析|审查|设计一个|利弊|設計|アーキテクチャ|比較|評価|戦略|検討|べき|提案|設計し|分析して|설계|아키텍처|비교|평가|전략|계획|검토',
  ),
  row(
    'think',
    3,
    'the cause is not known yet',
    '为什么|為什麼|原因|偶尔|随机|间歇|排查|调查|なぜ|原因|調査|時々|たまに|왜|원인|가끔|조사',
  ),
  row(
    'bulk',
    3,
    'a small judgement, many times',
    'それぞれ|ひとつずつ|一件ずつ|各件|逐份|逐个|逐行|分类|归类|標記|标注|打标签|过滤|筛选|情感|垃圾邮件|逐条|每条|分類し|分類|フィルタ|タグ付け|肯定的か|スパム|分類して|분류|필터|태그',
  ),
  row(
    'none',
    3,
    'a tool or a command does this',
    '删除所有|删除全部|跑一遍|跑一下|跑所有|运行|执行|格式化|查找所有|搜索|统计|列出|排序|安装|启动|重启|全部替换|実行|フォーマット|検索|数えて|一覧|並べ替え|インストール|起動|整形|실행|포맷|검색|정렬|설치',
  ),
  row(
    'execute',
    2,
    'it says what to make or change',
    '添加|增加|修复|修改|编写|写一个|实现|重构|翻译|解释|改写|转换|生成|更新|删除|创建|提取|单元测试|总结|追加|修正|書いて|書き|実装|翻訳|説明|変換|リファクタ|更新|作成|削除|要約|テストを書|추가|수정|작성|구현|번역|설명|리팩토링|변환|생성|요약',
  ),
];

const RANK: readonly Tier[] = ['bulk', 'think', 'none', 'execute'];

const LETTER = '[a-z0-9_ß-öø-ÿœа-яё]';

export type LanguageSign = Omit<LanguageRow, 'stems'> & { pattern: RegExp };

/** In scripts without spaces a word begins anywhere. */
export const LANGUAGE_SIGNS: readonly LanguageSign[] = ROWS.toSorted(byRank).map(({ stems, ...rest }) => ({
  ...rest,
  pattern: new RegExp(
    /[぀-ヿ㐀-鿿가-힯]/u.test(stems) ? stems : `(?<!${LETTER})(?:${stems.replaceAll('\\b', `(?!${LETTER})`)})`,
  ),
}));

/** Labelling verbs are the narrowest words, verbs of change the widest: a cause asked for stands above a command. */
function byRank(a: LanguageRow, b: LanguageRow): number {
  return RANK.indexOf(a.tier) - RANK.indexOf(b.tier);
}

/** Words that English does not have, by which a task is known to be in another language. */
const OTHER_LANGUAGE =
  /[äöüßñ¿¡çãõœ\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[éèêàùâîôáíóú]|(?<!\p{L})(?:der|die|das|den|dem|und|nicht|ist|sind|wir|ein|eine|einen|mit|für|auf|alle|von|le|la|les|des|du|une|est|sont|nous|dans|pour|avec|pas|que|el|los|las|una|por|para|con|del|esta|este|il|gli|che|per|di|o|os|um|uma|da|do|dos|em|não|cette|ce|ces|sur|bitte|im|zu|lo|estos|estas|como|mostrami|quelli)(?!\p{L})/gu;

/** True for a task that is not in English. Few words decide where English ones are missing. */
export function isOtherLanguage(words: string): boolean {
  const found = words.match(OTHER_LANGUAGE)?.length ?? 0;
  const english = words.match(ENGLISH)?.length ?? 0;
  return found > english;
}

const ENGLISH =
  /(?<!\p{L})(?:the|a|an|of|and|to|in|is|are|for|with|this|that|on|it|we|our|from|all|by|be|my|as|at|which|how|why|what|when)(?!\p{L})/gu;

function row(tier: Tier, weight: number, reason: string, stems: string): LanguageRow {
  return { tier, weight, reason, stems };
}
