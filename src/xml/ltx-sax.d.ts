/**
 * The SAX parser of ltx. @types/ltx describes it as CommonJS without events, while Node loads it as an ES module:
 * this says what it is.
 */
declare module 'ltx/src/parsers/ltx.js' {
  export default class SaxLtx {
    on(event: 'startElement', listener: (name: string, attributes: Record<string, string>) => void): this;
    on(event: 'endElement', listener: (name: string) => void): this;
    on(event: 'text', listener: (text: string) => void): this;
    /** Throws on an entity it does not know and on a character reference that XML forbids. */
    write(data: string): void;
  }
}
