/** In UTF-16 units; a first sentence that is longer is cut at a word. */
const MAX_UNITS = 120;

/** The first sentence of a doc comment, without its markers and tags; `undefined` when it says nothing. */
export function docHead(comment: string): string | undefined {
  const paragraph: string[] = [];
  for (const raw of stripMarkers(comment).split(/\r\n|\r|\n/)) {
    const line = stripTags(raw).trim();
    const isEnd = line === '' || /^(?:@\w|:\w+.*:|-{3,}|={3,})/.test(line);
    if (isEnd && paragraph.length > 0) break;
    if (!isEnd) paragraph.push(line);
    else if (line !== '') return undefined;
  }
  return paragraph.length === 0 ? undefined : firstSentence(paragraph.join(' '));
}

function stripMarkers(comment: string): string {
  return comment
    .trim()
    .replace(/^[a-z]{0,2}("""|''')([\s\S]*?)\1$/i, '$2')
    .replace(/^\/\*+!?|\*+\/$/g, '')
    .replace(/^[ \t]*(?:\/\/[/!]?|\*(?!\*))[ \t]?/gm, '');
}

/** XML of C#, HTML and inline tags of Java and TypeScript: what they hold or refer to stays. */
function stripTags(line: string): string {
  return line
    .replace(/\{@(?:code|link|linkplain|literal)\s+([^{}]*)\}/g, '$1')
    .replace(/<\w+\s+(?:cref|name|langword)="(?:\w:)?([^"]*)"\s*\/>/g, '$1')
    .replace(/<\/?(?:summary|para|p|a|br|c|code|remarks|inheritdoc|b|i|em|see|tt|pre|ul|li)\b[^>]*>/gi, '');
}

function firstSentence(text: string): string {
  const sentence = /^.*?[.!?。！？](?=\s+[^a-z\s]|$)/u.exec(text)?.[0] ?? text;
  if (sentence.length <= MAX_UNITS) return sentence;
  return `${sentence.slice(0, MAX_UNITS).replace(/\s*\S*$/, '')} …`;
}
