/** Commands that people paste, in lines that fit a page. What goes in between quotes must be free of `"`, `$`, `` ` `` and `\`. */

const LINE = 76;

/** Ends a line that goes on in the next one. */
export const CONTINUED = ' \\\n  ';

/** A text as arguments in double quotes, a line each: `printf %s` writes them one after the other. */
export function printed(text: string): string {
  return `printf %s ${pieces(text)
    .map((piece) => `"${piece}"`)
    .join(CONTINUED)}`;
}

/** A text as one argument: quoted pieces that follow each other without a blank are one word. */
export function quoted(text: string): string {
  return pieces(text)
    .map((piece) => `"${piece}"`)
    .join('\\\n');
}

/** What is to be sent to a port, with pauses, so that every answer can be told from the one before. */
export function spoken(lines: readonly string[], address: string, port: number): string {
  return `(${lines.join('\nsleep 1\n')}\nsleep 3) | nc -w 9 ${address} ${port}`;
}

/** `[2001:db8::1]:5222` for IPv6, in quotes, since brackets mean something to a shell. */
export function authority(address: string, port: number): string {
  return address.includes(':') ? `'[${address}]:${port}'` : `${address}:${port}`;
}

/** Breaks before blanks only, which stay at the beginning of the next piece. */
function pieces(text: string): readonly string[] {
  const words = text.split(/(?= )/u);
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length <= LINE) return [...lines.slice(0, -1), last + word];
    return [...lines, word];
  }, []);
}
