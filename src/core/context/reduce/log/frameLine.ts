/** One line that is a frame of a stack trace in itself: JavaScript, Java, C#, Vitest, Ruby, PHP, Firefox. */
const FRAME_LINES: readonly RegExp[] = [
  /^\s*at (?:.{0,300}\(.{0,400}\)|\S.{0,400}:\d+:\d+)$/,
  /^\s*at [\w.$/<>]{1,300}\(.{1,200}\)(?: ~?\[.{0,200}\])?$/,
  /^\s*at .{1,300} in .{1,300}:line \d+$/,
  /^\s*[❯›→] (?:.{0,200} )?\S{1,300}:\d+:\d+$/u,
  /^\s*(?:from )?\S{1,300}\.rb:\d+:in /,
  /^#\d+ \S{1,300}\.php\(\d+\): /,
  /^[\w$.<>/*]{0,100}@(?:https?|file|webpack)\S{1,300}:\d+:\d+$/,
  /^\s*\.\.\. \d+ (?:more|common frames omitted)$/,
];

export function isFrameLine(line: string): boolean {
  return FRAME_LINES.some((pattern) => pattern.test(line));
}

/** Code that is not the project's: packages, runtimes, test runners, frameworks. */
const LIBRARY_PLACES: readonly RegExp[] = [
  /node_modules[\\/]|\bnode:|\(internal\/|\(native\)|<anonymous>\)?$|\.yarn[\\/]|\bindex \d+\)$/,
  /site-packages|dist-packages|[\\/]lib[\\/]python\d|<frozen |<string>|[\\/]_pytest[\\/]/,
  /\/rustc\/|\.cargo[\\/]registry|\.rustup[\\/]|^\s*\d+:\s+<?(?:std|core|alloc|tokio|rayon|test)::|__rust_|rust_begin_unwind/,
  /\/usr\/local\/go\/|\/go\/pkg\/mod\/|\/libexec\/src\/|[\\/]vendor[\\/]|^(?:created by )?(?:runtime|testing|net\/http)\./,
  /\bat (?:[\w.]{1,40}\/\/?)?(?:java|javax|jdk|sun|com\.sun|jakarta|kotlin|kotlinx|scala|groovy)\./,
  /\bat (?:org\.(?:springframework|junit|apache|hibernate|gradle|eclipse|mockito|testng|jboss|codehaus)|reactor|io\.(?:netty|micronaut|quarkus|vertx)|com\.(?:fasterxml|google\.common|zaxxer|mysql|intellij))\./,
  /\bat (?:System|Microsoft|Xunit|NUnit)\./,
  /[\\/]gems[\\/]|[\\/]lib[\\/]ruby[\\/]/,
  /^\s*\.\.\. \d+ (?:more|common frames omitted)$/,
];

/** Whether a frame, all its lines joined, lies outside the project. */
export function isLibraryFrame(frame: string): boolean {
  return LIBRARY_PLACES.some((pattern) => pattern.test(frame));
}
