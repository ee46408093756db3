/** The column that `gh run view --log` puts before each line: job and step. */
const GITHUB_COLUMNS = /^[^\t]{1,120}\t[^\t]{1,120}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;

const DATE_TIME = String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?`;
const SYSLOG_TIME = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?`;
const CLOCK = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const LEADING_TIME = new RegExp(
  String.raw`^\ufeff?(?:<\d{1,3}>)?[[(]?(${DATE_TIME}|${SYSLOG_TIME}|${CLOCK})[\])]?(?: (?:- )?|:? |\t|$)`,
);
/** The middle of an access log's line. */
const ACCESS_TIME = / \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?)\]/;
/** docker compose, kubectl, foreman: the service before a bar. */
const SERVICE = /^[\w.-]{1,60} +\| /;

/** Takes the times and CI columns off a line; a service name stays, shortened to what it says. */
export function splitPrefix(line: string): { text: string; timestamp?: string } {
  const start = line.replace(GITHUB_COLUMNS, '');
  const service = SERVICE.exec(start)?.[0] ?? '';
  const first = takeTime(start.slice(service.length));
  const second = first.timestamp === undefined ? first : takeTime(first.text);
  const text = service === '' ? second.text : `${service.replace(/ +/g, ' ')}${second.text}`;
  const timestamp = first.timestamp;
  return timestamp === undefined ? { text } : { text, timestamp };
}

function takeTime(line: string): { text: string; timestamp?: string } {
  const leading = LEADING_TIME.exec(line);
  if (leading?.[1] !== undefined) return { text: line.slice(leading[0].length), timestamp: leading[1] };
  const access = ACCESS_TIME.exec(line.slice(0, 400));
  if (access?.[1] === undefined) return { text: line };
  return {
    text: line.slice(0, access.index) + line.slice(access.index + access[0].length),
    timestamp: access[1],
  };
}
