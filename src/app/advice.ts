import { CHECKS } from '../checks/index.js';
import type { Advice } from '../model/remediation.js';
import { REMEDIATIONS } from '../remediation/index.js';

/** The advice that reports and issues give: which setting a check points at, and how each server spells it. */
export const ADVICE: Advice & { readonly checks: typeof CHECKS } = {
  checks: CHECKS,
  check: (id) => CHECKS.find((check) => check.id === id),
  remediation: (software) => REMEDIATIONS[software],
};
