import type { Config } from '../model/config.js';
import { ConfigurationError, type Log } from '../model/ports.js';
import type { Report } from '../model/report.js';
import type { Format, FormatContext } from '../report/format.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../report/formats.js';

export interface FilePorts {
  readonly log: Log;
  readonly writeFile: (path: string, text: string | Iterable<string>) => Promise<void>;
}

export interface Written {
  /** Paths of the files that may be handed on, by the input that asked for them. */
  readonly paths: Partial<Readonly<Record<FormatName, string>>>;
  /** Whether everything that was asked for stands in its file. */
  readonly isComplete: boolean;
}

/** Writes every file that was asked for. Where one cannot be written the verdicts stand, and the run goes on to its end. */
export async function writeFiles(
  report: Report,
  { output }: Pick<Config, 'output'>,
  context: FormatContext,
  ports: FilePorts,
): Promise<Written> {
  const paths: Partial<Record<FormatName, string>> = {};
  let isComplete = true;
  for (const name of FORMAT_NAMES) {
    const path = output.files[name];
    if (path === undefined) continue;
    const format: Format = FORMATS[name];
    const text = format.pieces?.(report) ?? format.render(report, path, context);
    const isWritten = await write(path, text, name, ports);
    const why = isWritten ? format.withhold?.(report) : undefined;
    if (why !== undefined) ports.log.warning(`${name}: ${why}`);
    if (isWritten && why === undefined) paths[name] = path;
    isComplete &&= isWritten;
  }
  return { paths, isComplete };
}

async function write(
  path: string,
  text: string | Iterable<string>,
  name: FormatName,
  { writeFile, log }: FilePorts,
): Promise<boolean> {
  try {
    await writeFile(path, text);
    return true;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    log.error(`${name} was not written: ${error.message}`);
    return false;
  }
}
