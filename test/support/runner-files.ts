/** A line that a runner obeys. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The commands that a runner finds in the stdout of a step. It takes CR, LF and CRLF for line ends, passes over leading
 * blanks of every kind, and knows two syntaxes: `::name::` at the beginning of a line and `##[name]` anywhere in it.
 */
export function readCommands(stdout: string): WorkflowCommand[] {
  return stdout.split(/\r\n|\r|\n/u).flatMap((line) => {
    const [, old] = /##\[([^\]]*)/u.exec(line) ?? [];
    if (old !== undefined) return [{ name: `##[${old}]`, properties: {}, message: line }];
    const [, name, properties = '', message = ''] = /^[\s\u0085]*::([^\s:]+) ?(.*?)::(.*)$/u.exec(line) ?? [];
    return name === undefined ? [] : [{ name, properties: readProperties(properties), message: unescape(message) }];
  });
}

/** `file=a.yml,line=3`. */
function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(pairs.map((pair) => [pair.split('=', 1).join(''), unescape(pair.replace(/^[^=]*=/u, ''))]));
}

/** As `@actions/core` escapes; the percent sign last. */
function unescape(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

/**
 * The outputs in the file that `GITHUB_OUTPUT` names, read as a runner reads it: `name=value`, or `name<<delimiter` and
 * lines up to the delimiter. Throws on whatever a runner would refuse the file for, and on a name that is set twice.
 */
export function readOutputs(text: string): Record<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '' || line === '\r') continue;
    const [, name = '', operator, rest = ''] = /^([^=<]+)(=|<<)(.*)$/su.exec(line) ?? [];
    if (operator === undefined || outputs.has(name)) throw new Error(`a runner would stumble over ${line}`);
    outputs.set(name, operator === '=' ? rest : takeLines(lines, rest));
  }
  return Object.fromEntries(outputs);
}

function takeLines(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter);
  if (end < 0) throw new Error(`there is no ${delimiter} at the end of a value`);
  return lines
    .splice(0, end + 1)
    .slice(0, -1)
    .join('\n');
}
