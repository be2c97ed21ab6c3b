/** Names of all checks, as in `segment.checks`. */
export const checkNames = ['length', 'same_language'] as const;
