import type { Config } from '../model/config.js';

/** The same configuration for some of its domains. Nothing follows from the others missing in it. */
export function narrow(config: Config, domains: readonly string[]): Config {
  return {
    ...config,
    targets: config.targets.filter(({ domain }) => domains.includes(domain)),
    tracking: { ...config.tracking, fullRun: false },
  };
}
